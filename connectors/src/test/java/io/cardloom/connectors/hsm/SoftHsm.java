package io.cardloom.connectors.hsm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * SoftHSM with a token of its own in a folder of its own, once a JVM: its library reads its
 * configuration from the environment when it is first loaded.
 */
final class SoftHsm {

    static final String LABEL = "cardloom-test";
    static final String PIN = "271828";

    private static final List<Path> LIBRARIES =
            List.of(
                    Path.of("/usr/lib/softhsm/libsofthsm2.so"),
                    Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
                    Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));
    private static final String MISSING =
            "This test needs SoftHSM (Debian: apt-get install softhsm2)";
    private static final Path LIBRARY = ready();
    private static final Cryptoki CRYPTOKI = new Cryptoki(LIBRARY);

    /** What was said of a wrong PIN before anybody was logged in; afterwards none is asked for. */
    static final RuntimeException WRONG_PIN = wrongPin();

    private SoftHsm() {}

    static Path library() {
        return LIBRARY;
    }

    /** The token, as if it had none of these mechanisms. */
    static Token token(Long... unused) {
        return token(PIN, LABEL, unused);
    }

    static Token token(String pin, String label, Long... unused) {
        return new Token(CRYPTOKI, label, pin.getBytes(StandardCharsets.US_ASCII), Set.of(unused));
    }

    private static RuntimeException wrongPin() {
        try {
            token("999999", LABEL);
            throw new AssertionError("a wrong PIN was taken");
        } catch (KeyDeviceFailure e) {
            return e;
        }
    }

    private static Path ready() {
        Path library =
                LIBRARIES.stream()
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(MISSING));
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "softhsm").toAbsolutePath();
            Path configuration =
                    Files.writeString(
                            folder.resolve("softhsm2.conf"),
                            "directories.tokendir = "
                                    + Files.createDirectory(folder.resolve("tokens"))
                                    + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            initialize(configuration);
            setEnvironment("SOFTHSM2_CONF", configuration.toString());
            return library;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(MISSING, e);
        }
    }

    private static void initialize(Path configuration) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        LABEL,
                        "--so-pin",
                        "31415926",
                        "--pin",
                        PIN);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("softhsm2-util says: " + said);
        }
    }

    /** For this process: Java itself cannot. */
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("setenv"),
                            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT))
                    .invokeWithArguments(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
