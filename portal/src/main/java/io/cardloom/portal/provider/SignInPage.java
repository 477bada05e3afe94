package io.cardloom.portal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** The one page of the provider: an e-mail address, a password, and a clear word when it fails. */
final class SignInPage {

    static final String PATH = "/login";

    private static final String FAILED =
            "<p class=\"signin-error\" role=\"alert\">That e-mail address and password do not match"
                    + " an open account. Check both; after ten wrong tries an account rests for"
                    + " thirty minutes.</p>";

    private final String template;
    private final List<DemonstrationSignIns.One> demonstration;

    SignInPage(List<DemonstrationSignIns.One> demonstration) {
        this.demonstration = List.copyOf(demonstration);
        try (InputStream page =
                Objects.requireNonNull(
                        SignInPage.class.getResourceAsStream("/provider/sign-in.html"))) {
            this.template = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RouterFunction<ServerResponse> route() {
        return RouterFunctions.route().GET(PATH, this::show).build();
    }

    private ServerResponse show(ServerRequest request) {
        CsrfToken csrf = (CsrfToken) request.attribute(CsrfToken.class.getName()).orElseThrow();
        String page =
                template.replace("{{csrf.name}}", csrf.getParameterName())
                        .replace("{{csrf.value}}", csrf.getToken())
                        .replace("{{error}}", request.param("error").isPresent() ? FAILED : "")
                        .replace("{{demonstration}}", demonstration());
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    private String demonstration() {
        if (demonstration.isEmpty()) {
            return "";
        }
        return demonstration.stream()
                .map(SignInPage::person)
                .collect(
                        Collectors.joining(
                                "",
                                "<section class=\"signin-demo\"><h2>Demo sign-ins</h2><p>Choose"
                                        + " whom to be.</p><ul>",
                                "</ul></section>"));
    }

    private static String person(DemonstrationSignIns.One one) {
        return "<li><button type=\"button\" class=\"signin-person\" data-email=\""
                + HtmlUtils.htmlEscape(one.email())
                + "\" data-password=\""
                + HtmlUtils.htmlEscape(one.password())
                + "\"><strong>"
                + HtmlUtils.htmlEscape(one.name())
                + "</strong><span>"
                + HtmlUtils.htmlEscape(one.duty())
                + "</span></button></li>";
    }
}
