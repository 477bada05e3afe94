package io.cardloom.connectors.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

@Timeout(60)
class SimulatedEncoderTest {

    @TempDir private Path data;

    @Test
    void standsReadyWhereItSaysAndGoesWhenStopped() throws Exception {
        SimulatedEncoder encoder = new SimulatedEncoder(data, 0, new StandardEnvironment());
        encoder.start();
        Path port = Path.of(encoder.destinationSettings().get("port"));
        try {
            assertThat(encoder.problem()).isEmpty();
            assertThat(encoder.isRunning()).isTrue();
            assertThat(answers(port)).isTrue();
        } finally {
            encoder.stop();
        }
        assertThat(encoder.isRunning()).isFalse();
        assertThat(Files.exists(port, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void answersEveryTimeItIsStarted() throws Exception {
        for (int i = 0; i < 25; i++) {
            SimulatedEncoder encoder = new SimulatedEncoder(data, 0, new StandardEnvironment());
            encoder.start();
            try {
                assertThat(answers(Path.of(encoder.destinationSettings().get("port")))).isTrue();
            } finally {
                encoder.stop();
            }
        }
    }

    @Test
    void isSwitchedOnAgainAfterItDied() throws Exception {
        SimulatedEncoder encoder = new SimulatedEncoder(data, 0, new StandardEnvironment());
        encoder.start();
        Path port = Path.of(encoder.destinationSettings().get("port"));
        try {
            encoder.fail(1, EncoderFault.DIE_AFTER_STRIPE);
            try (RandomAccessFile line = new RandomAccessFile(port.toFile(), "rw")) {
                line.write(
                        "\u001bw\u001bs\u001b\u0001B4\u001b\u00024=2\u001b\u0003?\u001c"
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (encoder.written().isEmpty() || !Files.exists(port) || !answers(port)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(encoder.written()).hasSize(1);
        } finally {
            encoder.stop();
        }
    }

    @Test
    void isRefusedInProduction() {
        StandardEnvironment production = new StandardEnvironment();
        production.setActiveProfiles("production");
        assertThatThrownBy(() -> new SimulatedEncoder(data, 0, production))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cardloom.encoder.simulated=false");
    }

    /** Whether the encoder answers the test of its line within five seconds. */
    private static boolean answers(Path port) throws Exception {
        try (RandomAccessFile line = new RandomAccessFile(port.toFile(), "rw");
                InputStream in = new FileInputStream(line.getFD())) {
            line.write(new byte[] {0x1B, 'e'});
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (in.available() < 2) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return in.read() == 0x1B && in.read() == 'y';
        } catch (IOException e) {
            return false;
        }
    }
}
