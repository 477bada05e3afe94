package io.cardloom.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fd00::1",
                "ff02::1"
            })
    void leadsNoTenantIntoTheOperatorsNetwork(String host) {
        assertRefused("DESTINATION_INSIDE", () -> open(NetworkReachOf.everywhere(), host));
        assertThatCode(() -> open(new NetworkReach(false, true), host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "100.128.0.1", "172.32.0.1", "2001:db8::1"})
    void reachesTheOpenNetwork(String host) {
        assertThatCode(() -> open(NetworkReachOf.everywhere(), host)).doesNotThrowAnyException();
        assertRefused("DESTINATION_OUTSIDE_DEMO", () -> open(NetworkReachOf.demo(), host));
    }

    @Test
    void staysOnItsOwnMachineInADemo() throws Exception {
        NetworkReach demo = NetworkReachOf.demo();
        assertThatCode(() -> demo.requireOpen("localhost")).doesNotThrowAnyException();
        assertThat(demo.address("127.0.0.1").isLoopbackAddress()).isTrue();
        assertRefused("DESTINATION_OUTSIDE_DEMO", () -> open(demo, "10.0.0.1"));
    }

    private static void open(NetworkReach reach, String host) {
        try {
            reach.requireOpen(host);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String code, Runnable reaching) {
        assertThatThrownBy(reaching::run)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
