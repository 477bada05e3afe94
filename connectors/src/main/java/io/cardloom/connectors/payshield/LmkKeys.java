package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keys as the device gives them out, in blocks under its local master key, by their names: a device
 * of this kind keeps none itself. Only it can use them. Files that only the owner reads, flushed to
 * the disk before they count.
 */
final class LmkKeys {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    LmkKeys(Path root) {
        this.root = root;
    }

    /** The block; empty when there is none of this name. */
    Optional<String> find(KeyName name) {
        try {
            return Optional.of(Files.readString(file(name), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws KeyDeviceFailure when there is none of this name
     */
    String get(KeyName name) {
        return find(name)
                .orElseThrow(
                        () -> new KeyDeviceFailure("the device was given no key of this name"));
    }

    /**
     * Keeps a block, whole or not at all.
     *
     * @return false when there is one of this name already, which stays
     */
    boolean keep(KeyName name, String block) {
        Path file = file(name);
        Path folder = Objects.requireNonNull(file.getParent());
        Path whole = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(folder, OWNER_FOLDER);
            try (FileChannel channel =
                    FileChannel.open(
                            whole,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            OWNER_FILE)) {
                ByteBuffer rest = ByteBuffer.wrap(block.getBytes(StandardCharsets.US_ASCII));
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.createLink(file, whole);
            flush(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget(whole);
        }
    }

    /** Nothing happens when there is none. */
    void destroy(KeyName name) {
        Path file = file(name);
        if (forget(file)) {
            try {
                flush(Objects.requireNonNull(file.getParent()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path file(KeyName name) {
        return root.resolve(name.label() + ".key").toAbsolutePath();
    }

    private static boolean forget(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
