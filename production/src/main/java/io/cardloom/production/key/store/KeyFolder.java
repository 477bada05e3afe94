package io.cardloom.production.key.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Files that only the owner reads (0600, folders 0700), flushed to the disk before they count. */
final class KeyFolder {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    KeyFolder(Path root) {
        this.root = root;
    }

    /** The file's bytes; empty when there is none. */
    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of every key file in a folder; empty when there is no such folder. */
    List<byte[]> files(String name) {
        try (Stream<Path> files = Files.list(root.resolve(name))) {
            return files.filter(f -> f.toString().endsWith(".key"))
                    .map(f -> read(root.relativize(f).toString()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a new file whole or not at all.
     *
     * @return the file's bytes: the given ones, or another process's that was faster
     */
    byte[] create(String name, byte[] bytes) {
        Path file = root.resolve(name);
        Path whole = file.resolveSibling(file.getFileName() + "." + nonce() + ".tmp");
        try {
            Files.createDirectories(parent(file), OWNER_FOLDER);
            try (FileChannel channel =
                    FileChannel.open(
                            whole,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            OWNER_FILE)) {
                write(channel, bytes);
            }
            Files.createLink(file, whole);
            flush(parent(file));
            return bytes;
        } catch (FileAlreadyExistsException e) {
            return read(name).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteQuietly(whole);
        }
    }

    /** Overwrites, flushes and deletes; nothing happens when there is no such file. */
    void destroy(String name) {
        Path file = root.resolve(name);
        try {
            byte[] noise = new byte[(int) Files.size(file)];
            RANDOM.nextBytes(noise);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                write(channel, noise);
            }
            Files.delete(file);
            flush(parent(file));
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static String nonce() {
        byte[] nonce = new byte[8];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
