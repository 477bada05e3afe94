package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.dataprep.AccountPurges;
import io.cardloom.production.dataprep.DataPreparation;
import io.cardloom.production.dataprep.PreparedFile;
import io.cardloom.production.dataprep.PreparedRun;
import io.cardloom.production.dataprep.PurgeCertificate;
import io.cardloom.production.dataprep.RunOrder;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prepared data of no real person, in a folder: so that runs are tested without account data. */
final class StagedData extends RunData {

    private final Path folder;
    private final Clock clock;

    StagedData(DataPreparation preparation, AccountPurges purges, Path folder, Clock clock) {
        super(preparation, purges, ProcessRole.ALL);
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    PreparedRun prepare(TenantId tenant, RunOrder order) {
        if (Files.exists(folder.resolve("unpreparable"))) {
            throw Refusal.conflict("DATA_GONE", "The account data are purged.");
        }
        if (Files.exists(folder.resolve("faulty"))) {
            throw new IllegalStateException("a bug in preparation");
        }
        try {
            Path file = folder.resolve(order.run() + ".csv");
            if (!Files.exists(file)) {
                Path part = Files.createTempFile(folder, "part", ".csv");
                Files.writeString(
                        part,
                        order.cards().stream()
                                .map(c -> c.number() + "," + c.rowNumber() + "\n")
                                .collect(Collectors.joining()));
                Files.move(part, file);
            }
            byte[] bytes = Files.readAllBytes(file);
            return new PreparedRun(
                    order.run(),
                    Files.readAllLines(file).size(),
                    Map.of("stripe-cvk", "A1B2C3"),
                    List.of(
                            new PreparedFile(
                                    "records.csv", ReleaseSeal.sha256(bytes), bytes.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    InputStream open(TenantId tenant, RunId run, String fileName) {
        try {
            return Files.newInputStream(folder.resolve(run + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    TrackData tracks(TenantId tenant, RunId run, int preparedAs) {
        return new TrackData("%T" + preparedAs + "?", ";" + preparedAs + "?");
    }

    @Override
    void discard(Actor actor, CardOrderId order, RunId run) {
        written("discarded " + run);
    }

    @Override
    PurgeCertificate purge(Actor actor, CardOrderId order, @Nullable RunId closing, String digest) {
        written("purged " + order);
        return new PurgeCertificate(order, 1, 1, "D4E5F6", clock.instant());
    }

    boolean has(String what) {
        return Files.exists(folder.resolve(what));
    }

    private void written(String what) {
        try {
            Files.write(folder.resolve(what), what.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
