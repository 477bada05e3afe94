package io.cardloom.portal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDiscoveryTest {

    private static final String PATH = "/.well-known/openid-configuration";

    private final ProviderDiscovery discovery = new ProviderDiscovery(Loopback.reach(true));
    private final Loopback server = new Loopback();
    private final String issuer = server.address();

    @AfterEach
    void stop() {
        server.close();
    }

    private String document() {
        return """
        {"issuer": "ISS", "authorization_endpoint": "ISS/authorize", "token_endpoint": "ISS/token",
         "jwks_uri": "ISS/keys", "userinfo_endpoint": "ISS/who",
         "response_types_supported": ["code", "code id_token"],
         "id_token_signing_alg_values_supported": ["ES256", "RS256"]}
        """
                .replace("ISS", issuer);
    }

    @Test
    void readsTheEndpointsOfAProvider() {
        server.on(PATH, Loopback.json(document()));
        ProviderDiscovery.Found found = discovery.of(" " + issuer + " ");
        assertThat(found)
                .isEqualTo(
                        new ProviderDiscovery.Found(
                                URI.create(issuer),
                                URI.create(issuer + "/authorize"),
                                URI.create(issuer + "/token"),
                                URI.create(issuer + "/keys"),
                                URI.create(issuer + "/who"),
                                null));
    }

    @Test
    void findsTheDocumentBelowAPathWithOrWithoutASlash() {
        for (String path : new String[] {"/realms/staff", "/tenants/9/"}) {
            String realm = issuer + path;
            server.on(
                    path.replaceAll("/$", "") + PATH,
                    Loopback.json(document().replace("\"" + issuer + "\"", "\"" + realm + "\"")));
            assertThat(discovery.of(realm).issuer()).isEqualTo(URI.create(realm));
        }
    }

    @Test
    void refusesAnIssuerThatCallsItselfOtherwise() {
        server.on(PATH, Loopback.json(document()));
        assertRefused("PROVIDER_ISSUER_DIFFERS", issuer + "/");
        assertRefused("PROVIDER_ISSUER_DIFFERS", issuer.replace("localhost", "127.0.0.1"));
    }

    @Test
    void followsNobody() {
        server.on(
                PATH,
                exchange -> {
                    exchange.getResponseHeaders().add("Location", issuer + "/elsewhere");
                    Loopback.send(exchange, 302, "");
                });
        server.on("/elsewhere", Loopback.json(document()));
        assertRefused("PROVIDER_REDIRECTS", issuer);
    }

    @Test
    void refusesOtherAnswersThanADocument() {
        assertRefused("PROVIDER_ANSWER", issuer);
        server.on(PATH, Loopback.json("<html>Welcome</html>"));
        assertRefused("PROVIDER_DOCUMENT", issuer);
        server.on("/list" + PATH, Loopback.json("[1, 2]"));
        assertRefused("PROVIDER_DOCUMENT", issuer + "/list");
        server.on("/empty" + PATH, Loopback.json(""));
        assertRefused("PROVIDER_DOCUMENT", issuer + "/empty");
        server.on("/deep" + PATH, Loopback.json("[".repeat(5_000)));
        assertRefused("PROVIDER_DOCUMENT", issuer + "/deep");
    }

    @Test
    void refusesAnAnswerThatGoesOn() {
        server.on(
                PATH,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] spaces = " ".repeat(65_536).getBytes(UTF_8);
                    for (int i = 0; i < 10_000; i++) {
                        exchange.getResponseBody().write(spaces);
                    }
                });
        assertRefused("PROVIDER_TOO_LONG", issuer);
    }

    @Test
    void refusesAProviderThatStallsInItsAnswer() {
        server.on(
                PATH,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    sleep();
                });
        long before = System.nanoTime();
        assertRefused("PROVIDER_SLOW", issuer);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesAProviderThatIsNotThere() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            assertRefused("PROVIDER_UNREACHABLE", "http://localhost:" + port);
        }
        assertRefused("PROVIDER_UNREACHABLE", "https://nobody.invalid");
        try (ServerSocket other = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> answerInAnotherTongue(other));
            assertRefused("PROVIDER_UNREACHABLE", "https://localhost:" + other.getLocalPort());
        }
    }

    /** As a server of another protocol does: to each caller, and until the caller hangs up. */
    private static void answerInAnotherTongue(ServerSocket server) {
        while (!server.isClosed()) {
            try (java.net.Socket caller = server.accept()) {
                caller.getOutputStream().write("SSH-2.0-no TLS here\r\n".getBytes(UTF_8));
                caller.getInputStream().readAllBytes();
            } catch (java.io.IOException goneAway) {
                continue;
            }
        }
    }

    @Test
    void refusesAProviderWithoutWhatCardloomNeeds() {
        String whole = document();
        server.on("/a" + PATH, at("/a", whole.replace("\"code\", ", "")));
        server.on("/b" + PATH, at("/b", whole.replace(", \"RS256\"", "")));
        server.on(
                "/c" + PATH,
                at(
                        "/c",
                        whole.replace(
                                "\"jwks_uri\"",
                                "\"token_endpoint_auth_methods_supported\": [\"private_key_jwt\"],"
                                        + " \"jwks_uri\"")));
        server.on("/d" + PATH, at("/d", whole.replace("jwks_uri", "jwks")));
        assertRefused("PROVIDER_LACKS", issuer + "/a");
        assertRefused("PROVIDER_LACKS", issuer + "/b");
        assertRefused("PROVIDER_LACKS", issuer + "/c");
        assertRefused("PROVIDER_DOCUMENT", issuer + "/d");
    }

    private Loopback.Answer at(String path, String document) {
        return Loopback.json(
                document.replace("\"issuer\": \"" + issuer, "\"issuer\": \"" + issuer + path));
    }

    @Test
    void refusesEndpointsThatLeadElsewhere() {
        String whole = document();
        server.on("/a" + PATH, at("/a", whole.replace(issuer + "/token", "http://192.0.2.1/t")));
        assertRefused("PROVIDER_ADDRESS", issuer + "/a");
        server.on("/b" + PATH, at("/b", whole.replace(issuer + "/token", "https://192.0.2.1/t")));
        assertRefused("DESTINATION_OUTSIDE_DEMO", issuer + "/b");
        server.on("/c" + PATH, at("/c", whole.replace(issuer + "/who", "https://192.0.2.1/w")));
        assertRefused("DESTINATION_OUTSIDE_DEMO", issuer + "/c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login",
                "ftp://login.example.org",
                "http://login.example.org",
                "https://me@login.example.org",
                "https://login.example.org/#x",
                "https://login.example.org/?tenant=1",
                "https://login example.org"
            })
    void refusesAddressesThatAreNoIssuers(String address) {
        assertRefused("PROVIDER_ADDRESS", address);
    }

    @Test
    void doesNotLookIntoTheOperatorsNetwork() {
        server.on(PATH, Loopback.json(document()));
        ProviderDiscovery serving = new ProviderDiscovery(Loopback.reach(false));
        for (String inside : new String[] {issuer, "https://10.0.0.1", "https://169.254.169.254"}) {
            assertThatThrownBy(() -> serving.of(inside))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            r -> assertThat(r.code()).isEqualTo("DESTINATION_INSIDE"));
        }
    }

    private void assertRefused(String code, String address) {
        assertThatThrownBy(() -> discovery.of(address))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
