package io.cardloom.portal.signin;

import io.cardloom.portal.provider.EmbeddedProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends people to their provider. With Cardloom's own accounts that is at once; somebody whose
 * organization has its own provider names it. The page never lists who our customers are.
 */
@RestController
class SignInController {

    static final String PATH = "/sign-in";

    private static final String REFUSED =
            "<p class=\"signin-error\" role=\"alert\">The sign-in did not come through. Try once"
                    + " more; if it happens again, tell your administrator the time.</p>";
    private final String page;

    SignInController() {
        try (InputStream template =
                Objects.requireNonNull(
                        SignInController.class.getResourceAsStream("/signin/choose.html"))) {
            this.page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(PATH)
    ResponseEntity<String> choose(@RequestParam(required = false) @Nullable String error) {
        return error == null ? redirect(EmbeddedProvider.CLIENT) : show(REFUSED);
    }

    private static ResponseEntity<String> redirect(String registration) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/oauth2/authorization/" + registration))
                .build();
    }

    private ResponseEntity<String> show(String message) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.replace("{{message}}", message));
    }
}
