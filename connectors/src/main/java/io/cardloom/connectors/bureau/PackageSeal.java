package io.cardloom.connectors.bureau;

import io.cardloom.production.key.PackageSigner;
import io.cardloom.production.output.PackagedFile;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts a package into one file for one bureau: a zip of the manifest and the files, signed by
 * Cardloom, then encrypted to the bureau: CMS (RFC 5652) EnvelopedData around SignedData around the
 * zip, AES-256-CBC, the key carried by RSAES-OAEP with SHA-256.
 *
 * <p>Everything streams: memory does not grow with the package, and the clear content touches no
 * disk on its way.
 */
public final class PackageSeal {

    /** Behind the package's name: what a sealed package is called. */
    public static final String SUFFIX = ".p7m";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackageSeal() {}

    /**
     * Writes the sealed package; never closes the stream.
     *
     * @return SHA-256 of the manifest, 64 lower-case hexadecimal digits
     * @throws Refusal {@code BUREAU_CERTIFICATE_UNFIT} when the certificate cannot receive packages
     * @throws IOException when the target fails, or when a file's content is not what the package
     *     says it is; the target is worthless then
     */
    public static String seal(
            RunPackage what, PackageSigner by, X509Certificate recipient, OutputStream to)
            throws IOException {
        byte[] manifest = PackageManifest.of(what).bytes();
        try (OutputStream sealed = SignedEnvelope.open(by, recipient, to)) {
            ZipOutputStream zip = new ZipOutputStream(sealed);
            zip.putNextEntry(entry(PackageManifest.FILE_NAME));
            zip.write(manifest);
            zip.closeEntry();
            for (PackagedFile file : what.files()) {
                zip.putNextEntry(entry(file.name()));
                copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
        }
        return HexFormat.of().formatHex(sha256().digest(manifest));
    }

    private static void copy(PackagedFile file, ZipOutputStream zip) throws IOException {
        MessageDigest digest = sha256();
        Counted counted = new Counted(zip);
        DigestOutputStream hashed = new DigestOutputStream(counted, digest);
        file.content().writeTo(hashed);
        hashed.flush();
        if (counted.bytes != file.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw new IOException(
                    "The file " + file.name() + " is not what was prepared; prepare the run again");
        }
    }

    private static ZipEntry entry(String name) {
        if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new IllegalArgumentException("a packaged file has a plain name");
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] values, int from, int length) throws IOException {
            out.write(values, from, length);
            bytes += length;
        }
    }
}
