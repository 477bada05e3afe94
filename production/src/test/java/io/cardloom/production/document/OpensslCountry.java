package io.cardloom.production.document;

import io.cardloom.production.fixture.OpensslIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A country's signing authority (CSCA) that only has {@code openssl}. */
public final class OpensslCountry {

    private final Path folder;

    private OpensslCountry(Path folder) {
        this.folder = folder;
    }

    /** An authority with a new key, good for ten years. */
    public static OpensslCountry in(Path folder) {
        OpensslCountry country = new OpensslCountry(folder);
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:3072",
                "-nodes",
                "-sha256",
                "-days",
                "3650",
                "-subj",
                "/C=UT/CN=CSCA Utopia",
                "-keyout",
                country.path("csca.key"),
                "-out",
                country.path("csca.pem"));
        return country;
    }

    /** An authority of which only the certificate is known. */
    public static OpensslCountry of(Path folder, byte[] certificate) {
        OpensslCountry country = new OpensslCountry(folder);
        country.write("csca.pem", certificate);
        return country;
    }

    public byte[] certificate() {
        return read("csca.pem");
    }

    /** Certifies a request after checking its signature. */
    public byte[] certify(byte[] request, String usage) {
        write("signer.csr", request);
        write(
                "extensions",
                ("keyUsage=critical," + usage + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        run("openssl", "req", "-inform", "DER", "-in", path("signer.csr"), "-verify", "-noout");
        run(
                "openssl",
                "x509",
                "-req",
                "-inform",
                "DER",
                "-in",
                path("signer.csr"),
                "-CA",
                path("csca.pem"),
                "-CAkey",
                path("csca.key"),
                "-CAcreateserial",
                "-days",
                "90",
                "-sha256",
                "-extfile",
                path("extensions"),
                "-out",
                path("signer.pem"));
        return read("signer.pem");
    }

    /** Verifies a signed message up to this authority; its content. */
    public byte[] verify(byte[] cms) {
        write("sod.der", cms);
        run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                path("sod.der"),
                "-CAfile",
                path("csca.pem"),
                "-purpose",
                "any",
                "-out",
                path("content"));
        return read("content");
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        OpensslIssuer.run(new byte[0], List.of(command));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
