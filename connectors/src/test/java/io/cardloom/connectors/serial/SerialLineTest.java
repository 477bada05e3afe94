package io.cardloom.connectors.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open a serial port, on a pair of terminals that socat makes. */
class SerialLineTest {

    private static void refused(String code, String path) {
        assertThatThrownBy(() -> SerialLine.open(path, 9_600).close())
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void givesAPortToOneSessionAtATime(@TempDir Path folder) throws Exception {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        Process socat =
                new ProcessBuilder(
                                "socat",
                                "pty,raw,echo=0,link=" + one,
                                "pty,raw,echo=0,link=" + other)
                        .redirectErrorStream(true)
                        .start();
        try {
            while (!Files.exists(one)) {
                assertThat(socat.waitFor(20, TimeUnit.MILLISECONDS))
                        .as("socat ended; on Debian: apt-get install socat")
                        .isFalse();
            }
            try (SerialLine held = SerialLine.open(one.toString(), 9_600)) {
                assertThat(held).isNotNull();
                refused("DEVICE_BUSY", one.toString());
            }
            SerialLine.open(one.toString(), 9_600).close();
        } finally {
            socat.destroy();
        }
    }

    @Test
    void saysThatThereIsNoSuchPort(@TempDir Path folder) {
        String path = folder.resolve("unplugged").toString();
        refused("DEVICE_UNREACHABLE", path);
        refused("DEVICE_UNREACHABLE", path);
    }
}
