package io.cardloom.production.dataprep;

import io.cardloom.production.RunId;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sealed files below the data folder, one folder a run. Plaintext exists in memory only, a piece at
 * a time; a file counts once its row does.
 */
@Component
class PreparedFolder {

    private static final int BUFFER = 65_536;

    private final Path root;

    PreparedFolder(@Value("${cardloom.data.folder:data}") Path data) {
        this.root = data.resolve("prepared");
    }

    /** Writes plaintext. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Seals a new file and flushes it to the disk. */
    PreparedFile write(TenantId tenant, RunId run, DataKey key, String name, Content content) {
        Path file = folder(tenant, run).resolve(storedName(name));
        try {
            Files.createDirectories(
                    folder(tenant, run),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                Counting plain =
                        new Counting(
                                key.sealing(
                                        new Unclosed(Channels.newOutputStream(channel)),
                                        place(name)));
                try (OutputStream out =
                        new java.io.BufferedOutputStream(
                                new DigestOutputStream(plain, sha256), BUFFER)) {
                    content.writeTo(out);
                }
                channel.force(true);
                return new PreparedFile(
                        name, HexFormat.of().formatHex(sha256.digest()), plain.count);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plaintext of a sealed file. */
    InputStream open(TenantId tenant, RunId run, DataKey key, String name) {
        try {
            return key.opening(
                    Files.newInputStream(folder(tenant, run).resolve(storedName(name))),
                    place(name));
        } catch (IOException e) {
            throw new UncheckedIOException("a prepared file is missing in the data folder", e);
        }
    }

    /** Deletes whatever lies in the run's folder. */
    void clear(TenantId tenant, RunId run) {
        Path folder = folder(tenant, run);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as the last thing of the work in hand; not at all when that work falls. */
    void clearBeforeCommit(TenantId tenant, RunId run) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        clear(tenant, run);
                    }
                });
    }

    static String storedName(String name) {
        return name + ".locked";
    }

    private Path folder(TenantId tenant, RunId run) {
        return root.resolve(tenant.value()).resolve(run.value());
    }

    private static String place(String name) {
        return "file/" + name;
    }

    /** Counts the bytes on their way. */
    private static final class Counting extends java.io.FilterOutputStream {

        private long count;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }

    /** Leaves the channel open, so that it can be flushed to the disk. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
