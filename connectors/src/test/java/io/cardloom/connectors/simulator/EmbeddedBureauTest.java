package io.cardloom.connectors.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Timeout(60)
class EmbeddedBureauTest {

    private static final String LINE = "ecdsa-sha2-nistp256 AAAA nobody";

    @TempDir private Path folder;

    @Test
    void isNotThereUnlessAskedFor() {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedBureau.class, SimulatedEncoder.class)
                .run(
                        context -> {
                            assertThat(context).hasNotFailed();
                            assertThat(context).doesNotHaveBean(EmbeddedBureau.class);
                            assertThat(context).doesNotHaveBean(SimulatedEncoder.class);
                        });
    }

    @Test
    void listensOnLoopbackOnlyAndKeepsItsPortAndKeys() throws Exception {
        BureauPremises first = premises();
        first.open();
        var settings = first.server().settings();
        var certificate = first.recipient().certificate();
        assertThat(settings.get("host")).isEqualTo("127.0.0.1");
        first.close();
        BureauPremises second = premises();
        second.open();
        assertThat(second.server().settings()).isEqualTo(settings);
        assertThat(second.recipient().certificate()).isEqualTo(certificate);
        second.close();
    }

    @Test
    void movesToAnotherPortWhenItsOwnIsTaken() throws Exception {
        BureauPremises first = premises();
        first.open();
        String port = first.server().settings().get("port");
        first.close();
        try (var taken =
                new java.net.ServerSocket(
                        Integer.parseInt(port), 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            BureauPremises second = premises();
            second.open();
            assertThat(second.server().settings().get("port"))
                    .isNotEqualTo(Integer.toString(taken.getLocalPort()));
            second.close();
        }
    }

    @Test
    void refusesAPauseThatRunsBackwards() {
        assertThatThrownBy(
                        () ->
                                new BureauBehavior(
                                        BureauBehavior.Mood.WORKING,
                                        Set.of(),
                                        Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private BureauPremises premises() throws Exception {
        return new BureauPremises(folder, 0, LINE, shown -> Optional.empty(), Clock.systemUTC());
    }
}
