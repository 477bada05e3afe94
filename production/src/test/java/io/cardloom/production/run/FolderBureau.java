package io.cardloom.production.run;

import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.BureauGateway;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.HandOver;
import io.cardloom.production.output.PackageName;
import io.cardloom.production.output.PackagedFile;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A bureau that is a folder outside of the process under test: {@code NAME.package} appears by a
 * rename, {@code journal} tells each arrival, {@code NAME.ack} is what the bureau says. A file
 * {@code unreachable}, {@code rejecting} or {@code failing} makes it so.
 */
final class FolderBureau implements BureauGateway {

    static final String DRIVER = "folder";

    @Override
    public String driver() {
        return DRIVER;
    }

    @Override
    public HandOver handOver(TenantId tenant, Destination to, RunPackage what) {
        Path folder = Path.of(to.settings().getOrDefault("folder", ""));
        if (Files.exists(folder.resolve("unreachable"))) {
            return new HandOver.Unreachable("no line");
        }
        if (Files.exists(folder.resolve("rejecting"))) {
            return new HandOver.Rejected("wrong format");
        }
        if (Files.exists(folder.resolve("failing"))) {
            throw new IllegalStateException("a driver's bug");
        }
        try {
            Path there = folder.resolve(what.name() + ".package");
            if (Files.exists(there)) {
                return new HandOver.AlreadyThere(
                        there.getFileName().toString(), Files.size(there), "0".repeat(64));
            }
            Path temporary = Files.createTempFile(folder, "part", ".tmp");
            try (OutputStream out = Files.newOutputStream(temporary)) {
                for (PackagedFile file : what.files()) {
                    file.content().writeTo(out);
                }
            }
            Files.move(temporary, there, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(
                    folder.resolve("journal"),
                    what.name() + " " + what.cards() + " " + what.stock() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return new HandOver.Delivered(
                    there.getFileName().toString(), Files.size(there), "0".repeat(64));
        } catch (IOException e) {
            return new HandOver.Unreachable("disk");
        }
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(
            TenantId tenant, Destination from, PackageName name) {
        Path ack = Path.of(from.settings().getOrDefault("folder", "")).resolve(name + ".ack");
        if (!Files.exists(ack)) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (var in = Files.newBufferedReader(ack)) {
            said.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (said.containsKey("forged")) {
            throw Refusal.invalid("ACKNOWLEDGEMENT_FORGED", "Its signature is not the bureau's.");
        }
        return Optional.of(
                new Acknowledgement(
                        new PackageName(said.getProperty("name", name.value())),
                        Integer.parseInt(said.getProperty("good")),
                        Integer.parseInt(said.getProperty("spoiled")),
                        Integer.parseInt(said.getProperty("left")),
                        numbers(said.getProperty("numbers", "")),
                        "CN=The folder"));
    }

    private static List<Integer> numbers(String said) {
        return Arrays.stream(said.split(",", -1))
                .filter(s -> !s.isBlank())
                .map(Integer::valueOf)
                .toList();
    }
}
