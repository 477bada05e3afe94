package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A designer makes a token in the browser, and a program asks by it what preflight finds. */
@DemoPortal
class ApiAccessIT {

    @LocalServerPort int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> by(String token, String path)
            throws IOException, InterruptedException {
        return get(path, "Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void letsAProgramAskUntilItsTokenIsRevoked() throws Exception {
        try (Browser designer =
                Browser.open("http://localhost:" + port)
                        .signIn("ingrid@nordlys.example", "a demo, no secret")) {
            designer.go("api-access").read("How to call");
            designer.picture("api-access-empty");
            designer.press("Make a token");
            designer.type("Name", "Build server");
            designer.press("Make it");
            designer.read("it is shown this once");
            designer.picture("api-access-token");
            String token =
                    Objects.requireNonNull(
                            designer.see(
                                            By.xpath(
                                                    "//vaadin-text-field[label[normalize-space(.)='Token']]"))
                                    .getDomProperty("value"));
            designer.press("I have it");

            asks(token);
            turnsAwayWhoBringsNone(designer);

            designer.read("Build server");
            designer.picture("api-access");
            designer.see(By.cssSelector("vaadin-button[aria-label='Revoke Build server']")).click();
            designer.press("Revoke");
            designer.read("Revoked");
            assertThat(by(token, "/designs").statusCode()).isEqualTo(401);
        }
    }

    private void asks(String token) throws Exception {
        HttpResponse<String> all = by(token, "/designs?limit=1");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().allValues("set-cookie")).as("no session").isEmpty();
        assertThat(json(all).path("total").asLong()).isPositive();
        String design = json(all).path("designs").path(0).path("id").asString();

        JsonNode judged = json(by(token, "/designs/" + design + "/preflight"));
        assertThat(judged.path("design").asString()).isEqualTo(design);
        assertThat(judged.path("rules").asString()).hasSize(64);
        assertThat(judged.path("passes").isBoolean()).isTrue();
        assertThat(judged.path("findings").isArray()).isTrue();
        JsonNode rules = json(by(token, "/preflight/rules"));
        assertThat(rules.size()).isGreaterThan(25);
        for (JsonNode finding : judged.path("findings")) {
            assertThat(finding.path("message").asString()).isNotEmpty();
            assertThat(finding.path("remedy").asString()).isNotEmpty();
            assertThat(finding.path("place").path("x").isNumber()).isTrue();
        }

        refused(by(token, "/designs/dsn_nothing/preflight"), 404, "NOT_FOUND");
        refused(by(token, "/designs/dsn_00000000000000000000000000/preflight"), 404, "NOT_FOUND");
        refused(by(token, "/designs?offset=x"), 422, "PARAMETER_FORM");
        refused(by(token, "/designs?limit=1000"), 422, "PAGE_OUT_OF_RANGE");
        refused(by(token + "x", "/designs"), 401, "TOKEN_INVALID");
    }

    private void turnsAwayWhoBringsNone(Browser designer) throws Exception {
        HttpResponse<String> nobody = get("/designs");
        refused(nobody, 401, "TOKEN_INVALID");
        assertThat(nobody.headers().firstValue("www-authenticate")).hasValue("Bearer");
        String cookie = "CARDLOOM_PORTAL=" + designer.cookie("CARDLOOM_PORTAL");
        refused(get("/designs", "Cookie", cookie), 401, "TOKEN_INVALID");
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("detail").asString()).isNotEmpty();
    }
}
