package io.cardloom.production.intake;

import io.cardloom.production.key.store.DataKey;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A list, sealed on the disk between its arrival and its reading. Gone when closed. */
final class Spool implements AutoCloseable {

    private static final String PLACE = "intake";

    private final Path file;
    private final DataKey key;
    private long length;

    Spool(Path file, DataKey key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Takes everything that comes.
     *
     * @param most bytes
     * @throws TooLong when more comes
     * @throws IOException when reading fails; when writing fails it is unchecked
     */
    void fill(InputStream plain, long most) throws IOException {
        byte[] buffer = new byte[65_536];
        try (OutputStream out = sealing()) {
            int count = plain.read(buffer);
            while (count >= 0) {
                length += count;
                if (length > most) {
                    throw new TooLong();
                }
                out.write(buffer, 0, count);
                count = plain.read(buffer);
            }
        } finally {
            java.util.Arrays.fill(buffer, (byte) 0);
        }
    }

    /** Bytes of the list. */
    long length() {
        return length;
    }

    /** The list from its beginning; each piece is authentic before it is handed out. */
    InputStream open() throws IOException {
        return key.opening(Files.newInputStream(file), PLACE);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream sealing() {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            OutputStream raw = Files.newOutputStream(file, StandardOpenOption.WRITE);
            return key.sealing(new Writing(raw), PLACE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list is longer than it may be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A full disk is our trouble, not the list's. */
    private static final class Writing extends FilterOutputStream {

        Writing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
