package io.cardloom.connectors.payshield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.material.KeyKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many lines stand, and what becomes of them. */
class HostLinesTest {

    private final HostCommandServer device;

    HostLinesTest() throws IOException {
        this.device = new HostCommandServer();
    }

    @AfterEach
    void close() throws IOException {
        device.close();
    }

    @Test
    void connectsAgainAfterTheDeviceWasRestarted() throws Exception {
        HostLines lines = lines(2, Duration.ofSeconds(20));
        for (int i = 0; i < 3; i++) {
            assertThat(lines.ask(HostCommand.diagnostics()).error()).isEqualTo("00");
            assertThat(lines.ask(generation()).error()).isEqualTo("00");
            device.dropAll();
        }
        lines.close();
    }

    /** A line that rested is looked at before it is used; one that the device ended is left. */
    @Test
    void seesThatALineWhichRestedWasEnded() throws Exception {
        HostLines lines = lines(1, Duration.ofSeconds(20));
        lines.ask(HostCommand.diagnostics());
        device.dropAll();
        Thread.sleep(600);
        device.misbehave();
        assertThat(lines.ask(HostCommand.diagnostics()).error()).isEqualTo("00");
        assertThat(device.asked()).containsExactly("NC");
        lines.close();
    }

    @Test
    void saysThatTheDeviceIsNotReached() throws Exception {
        HostLines lines = lines(1, Duration.ofSeconds(20));
        device.close();
        assertThat(failure(lines, HostCommand.diagnostics())).isEqualTo("HSM_UNREACHABLE");
        assertThat(failure(lines, generation())).isEqualTo("HSM_UNREACHABLE");
    }

    @Test
    void saysThatNoLineBecomesFree() throws Exception {
        HostLines lines = lines(1, Duration.ofMillis(300));
        HostCommandServer.Misbehavior[] slow = new HostCommandServer.Misbehavior[8];
        Arrays.fill(slow, HostCommandServer.Misbehavior.SLOW);
        device.misbehave(slow);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> work =
                    Collections.nCopies(8, () -> failure(lines, HostCommand.diagnostics()));
            List<String> said = new ArrayList<>();
            for (var each : threads.invokeAll(work)) {
                said.add(each.get());
            }
            assertThat(said).contains("HSM_TIMEOUT").contains("HSM_BUSY");
        }
        lines.close();
    }

    @Test
    void opensNoMoreLinesThanItMayAndUsesThemAgain() throws Exception {
        HostLines lines = lines(3, Duration.ofSeconds(20));
        List<Callable<String>> work =
                Collections.nCopies(400, () -> lines.ask(HostCommand.diagnostics()).error());
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (var each : threads.invokeAll(work)) {
                assertThat(each.get()).isEqualTo("00");
            }
        }
        assertThat(device.accepted()).isBetween(1, 3);
        assertThat(device.most()).isLessThanOrEqualTo(3);
        lines.close();
    }

    private static HostCommand generation() {
        return HostCommand.generate(null, KeyUsage.PIN_ENCRYPTION, KeyKind.AES_128, 'E');
    }

    private static String failure(HostLines lines, HostCommand command) {
        KeyDeviceFailure failure =
                catchThrowableOfType(KeyDeviceFailure.class, () -> lines.ask(command));
        return failure == null ? "none" : failure.code();
    }

    private HostLines lines(int connections, Duration commandLimit) {
        return new HostLines(
                SocketFactory.getDefault(),
                "localhost",
                new PayshieldSettings(
                        "localhost",
                        device.port(),
                        4,
                        null,
                        null,
                        connections,
                        Duration.ofSeconds(5),
                        commandLimit,
                        null));
    }
}
