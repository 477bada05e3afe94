package io.cardloom.production.emv;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The application profiles: those shipped, and those an operator puts as {@code <name>.json} into
 * the folder {@code chip-profiles} of the data folder. A shipped name is never replaced.
 */
@Component
public class ApplicationProfiles {

    /** The profiles that are shipped. */
    public static final List<String> SHIPPED =
            List.of("neutral", "neutral-pin", "vis-like", "m-chip-like");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Path folder;

    ApplicationProfiles(@Value("${cardloom.data.folder:data}") Path data) {
        this.folder = data.resolve("chip-profiles");
    }

    /**
     * @throws Refusal {@code NOT_FOUND}; {@code CHIP_PROFILE} when the file is not sound, where a
     *     retry helps once it is mended
     */
    public ApplicationProfile named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.notFound("chip profile");
        }
        return ProfileReader.read(bytes(name));
    }

    /** The names of all: those shipped first, then the operator's by the alphabet. */
    public List<String> names() {
        List<String> names = new ArrayList<>(SHIPPED);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".json"))
                        .map(file -> file.substring(0, file.length() - ".json".length()))
                        .filter(name -> NAME.matcher(name).matches() && !names.contains(name))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private byte[] bytes(String name) {
        if (SHIPPED.contains(name)) {
            return shipped(name);
        }
        try {
            return Files.readAllBytes(folder.resolve(name + ".json"));
        } catch (NoSuchFileException e) {
            throw Refusal.notFound("chip profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] shipped(String name) {
        String resource = "profiles/" + name + ".json";
        try (InputStream in = ApplicationProfiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("a shipped chip profile is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
