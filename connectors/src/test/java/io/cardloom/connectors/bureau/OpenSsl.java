package io.cardloom.connectors.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl program as the other side. */
final class OpenSsl {

    private OpenSsl() {}

    /** Runs it; fails with what it said when it fails. */
    static void run(String... arguments) throws Exception {
        assertThat(exit(arguments)).isZero();
    }

    static int exit(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(
                    "This test needs openssl (Debian: apt-get install openssl)", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        if (process.exitValue() != 0) {
            System.out.println("openssl says: " + said);
        }
        return process.exitValue();
    }

    static Path pem(Path file, X509Certificate certificate) throws Exception {
        return pem(file, "CERTIFICATE", certificate.getEncoded());
    }

    static Path pem(Path file, PrivateKey key) throws Exception {
        return pem(file, "PRIVATE KEY", key.getEncoded());
    }

    private static Path pem(Path file, String type, byte[] der) throws IOException {
        String text =
                "-----BEGIN "
                        + type
                        + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END "
                        + type
                        + "-----\n";
        return java.nio.file.Files.writeString(file, text, StandardCharsets.US_ASCII);
    }
}
