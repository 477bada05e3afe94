package io.cardloom.portal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** A page of the provider: plain HTML with places to fill. */
final class ProviderPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

    private final String template;

    ProviderPage(String resource) {
        try (InputStream page =
                Objects.requireNonNull(ProviderPage.class.getResourceAsStream(resource))) {
            this.template = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page for this request, with its token against forged requests.
     *
     * @param places HTML by place; a place that is not named stays empty, and what is filled in is
     *     not searched for places again
     */
    ServerResponse show(ServerRequest request, HttpStatus status, Map<String, String> places) {
        CsrfToken csrf = (CsrfToken) request.attribute(CsrfToken.class.getName()).orElseThrow();
        Map<String, String> all = new LinkedHashMap<>(places);
        all.put("csrf.name", csrf.getParameterName());
        all.put("csrf.value", csrf.getToken());
        String page =
                PLACE.matcher(template)
                        .replaceAll(
                                place ->
                                        Matcher.quoteReplacement(
                                                all.getOrDefault(place.group(1), "")));
        return ServerResponse.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    /** A word of warning above the form. */
    static String refusal(String sentence) {
        return "<p class=\"signin-error\" role=\"alert\">"
                + HtmlUtils.htmlEscape(sentence)
                + "</p>";
    }

    /** Good news above the form. */
    static String done(String sentence) {
        return "<p class=\"signin-done\" role=\"status\">"
                + HtmlUtils.htmlEscape(sentence)
                + "</p>";
    }
}
