package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.portal.provider.EmbeddedProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways in as requests from outside: links, forms, guesses. */
@DemoPortal
class SignInLinkIT {

    @LocalServerPort int port;
    @Autowired EmbeddedProvider embedded;

    @Test
    void aLinkLeadsToItsProviderOrSaysThatItLeadsNowhere() throws Exception {
        HttpResponse<String> unknown = get("sign-in?iss=https%3A%2F%2Fnobody.example%2F%3Cb%3E");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("No organization signs in here")
                .doesNotContain("nobody.example")
                .doesNotContain("Nordlys");
        assertThat(get("sign-in?iss=" + "x".repeat(2_000)).statusCode()).isEqualTo(404);
        String ours = Objects.requireNonNull(embedded.issuer());
        assertThat(location(get("sign-in?iss=" + URLEncoder.encode(ours, StandardCharsets.UTF_8))))
                .endsWith("/oauth2/authorization/cardloom");
        assertThat(location(get("sign-in"))).endsWith("/oauth2/authorization/cardloom");
        // Core 4 lets the form be posted from outside.
        HttpResponse<String> posted =
                post(address("sign-in"), "iss=" + URLEncoder.encode(ours, StandardCharsets.UTF_8));
        assertThat(location(posted)).endsWith("/oauth2/authorization/cardloom");
        assertThat(get("sign-in?error").body()).contains("The sign-in did not come through");
        // A registration that nobody has leads back to the sign-in.
        assertThat(location(get("oauth2/authorization/ten_01JD0000000000000000000000")))
                .endsWith("/sign-in");
    }

    @Test
    void noForeignFormOpensAnAccount() throws Exception {
        String page = Objects.requireNonNull(embedded.issuer()) + "/open-account";
        String form = "code=x&name=Eve&password=" + "x".repeat(12) + "&again=" + "x".repeat(12);
        assertThat(post(page, form).statusCode()).isEqualTo(403);
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address(path))).build());
    }

    private static HttpResponse<String> post(String address, String form) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
