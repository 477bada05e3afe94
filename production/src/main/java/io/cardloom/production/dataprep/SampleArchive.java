package io.cardloom.production.dataprep;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of samples in one archive, each marked by its name. For one thread. */
final class SampleArchive implements FileSink {

    private final ZipOutputStream zip;
    private final Consumer<String> whole;

    /**
     * @param out stays open
     * @param whole told the name of each file when it is whole
     */
    SampleArchive(OutputStream out, Consumer<String> whole) {
        this.zip = new ZipOutputStream(out);
        this.whole = whole;
    }

    @Override
    public PreparedFile write(String name, PreparedFolder.Content content) {
        PreparedFile file = put(SampleRun.MARK + name, content);
        whole.accept(file.name());
        return file;
    }

    /** After the last file. */
    void finish() {
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PreparedFile put(String name, PreparedFolder.Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            Counted counted = new Counted(zip);
            content.writeTo(new DigestOutputStream(counted, sha256));
            zip.closeEntry();
            return new PreparedFile(name, HexFormat.of().formatHex(sha256.digest()), counted.count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what goes into one entry, and leaves the archive open. */
    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
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

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
