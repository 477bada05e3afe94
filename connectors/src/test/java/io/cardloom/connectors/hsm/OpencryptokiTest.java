package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second real token, of another make and with fewer mechanisms: the soft token of opencryptoki.
 * Its slot daemon and its files have fixed places, so all of it runs in namespaces of its own,
 * which takes root's rights; where they are not granted the test says so and is not run.
 */
class OpencryptokiTest {

    private static final String LABEL = "cardloom-second";
    private static final String PIN = "27182818";
    private static final Path DAEMON = Path.of("/usr/sbin/pkcsslotd");
    private static final List<Path> LIBRARIES =
            List.of(
                    Path.of("/usr/lib/x86_64-linux-gnu/pkcs11/libopencryptoki.so"),
                    Path.of("/usr/lib/aarch64-linux-gnu/pkcs11/libopencryptoki.so"),
                    Path.of("/usr/lib/pkcs11/libopencryptoki.so"));

    @TempDir Path folder;

    @Test
    void doesAllThatTheDriverIsAskedForThoughItHasNoCmacNoGcmAndFewGenerators() throws Exception {
        Path library =
                LIBRARIES.stream()
                        .filter(Files::exists)
                        .filter(l -> Files.isExecutable(DAEMON))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new AssertionError(
                                                "This test needs opencryptoki (Debian: apt-get"
                                                        + " install opencryptoki)"));
        assumeTrue(
                run(inNamespaces("true")).code() == 0,
                "opencryptoki's daemon needs root's rights for a namespace of its own");
        Said walked =
                run(
                        inNamespaces(
                                "bash",
                                script().toString(),
                                LABEL,
                                PIN,
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                OpencryptokiWalk.class.getName(),
                                library.toString(),
                                LABEL,
                                PIN));
        assertThat(walked.code()).as(walked.text()).isZero();
        assertThat(walked.text()).contains("walked all 27");
    }

    /** What a process said, and how it ended. */
    private record Said(int code, String text) {}

    private static List<String> inNamespaces(String... command) {
        List<String> all = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("sudo", "-n"));
        }
        all.addAll(
                List.of(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--ipc",
                        "--fork",
                        "--kill-child",
                        "--propagation",
                        "private"));
        all.addAll(List.of(command));
        return all;
    }

    private Path script() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("opencryptoki.sh")) {
            return Files.write(
                    folder.resolve("opencryptoki.sh"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private Said run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("said");
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start();
        } catch (IOException e) {
            return new Said(-1, String.valueOf(e.getMessage()));
        }
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Said(
                ended ? process.exitValue() : -1, Files.readString(out, StandardCharsets.UTF_8));
    }
}
