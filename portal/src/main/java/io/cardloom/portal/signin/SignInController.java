package io.cardloom.portal.signin;

import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.IdentityProviders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sends people to their provider: to Cardloom's own, or to the issuer that their link names (third
 * party initiated login, OpenID Connect Core 1.0, 4; a target page or a hint is not taken over).
 * Nothing here lists who our customers are, and no provider is guessed from an e-mail address.
 */
@RestController
class SignInController {

    static final String PATH = "/sign-in";

    private static final int LONGEST_ISSUER = 500;

    private final IdentityProviders providers;
    private final SignInRegistrations registrations;
    private final String page;

    SignInController(IdentityProviders providers, SignInRegistrations registrations) {
        this.providers = providers;
        this.registrations = registrations;
        try (InputStream template =
                Objects.requireNonNull(
                        SignInController.class.getResourceAsStream("/signin/word.html"))) {
            this.page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> signIn(
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String error) {
        if (iss != null) {
            return to(iss.strip());
        }
        if (error != null) {
            return show(
                    HttpStatus.OK,
                    "The sign-in did not come through. Try once more by the way you came; if it"
                            + " happens again, tell your administrator the time.");
        }
        return registrations.isOpen(EmbeddedProvider.CLIENT)
                ? redirect(EmbeddedProvider.CLIENT)
                : show(
                        HttpStatus.OK,
                        "Your organization has its own sign-in. Use the link your administrator"
                                + " gave you.");
    }

    private ResponseEntity<String> to(String issuer) {
        Optional<String> registration =
                issuer.length() > LONGEST_ISSUER ? Optional.empty() : registration(issuer);
        if (registration.isEmpty()) {
            return show(
                    HttpStatus.NOT_FOUND,
                    "No organization signs in here by the address in this link. Check the link"
                            + " with your administrator.");
        }
        return registrations.isOpen(registration.get())
                ? redirect(registration.get())
                : show(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Your organization's sign-in is not ready: its secret is missing here. Tell"
                                + " your administrator.");
    }

    private Optional<String> registration(String issuer) {
        return registrations.isEmbedded(issuer)
                ? Optional.of(EmbeddedProvider.CLIENT)
                : providers.byIssuer(issuer).map(own -> own.tenant().value());
    }

    private static ResponseEntity<String> redirect(String registration) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/oauth2/authorization/" + registration))
                .build();
    }

    /**
     * @param sentence our own words only: nothing of the request comes into the page
     */
    private ResponseEntity<String> show(HttpStatus status, String sentence) {
        String own =
                registrations.isOpen(EmbeddedProvider.CLIENT)
                        ? "<a class=\"signin-submit\" href=\"/oauth2/authorization/"
                                + EmbeddedProvider.CLIENT
                                + "\">Use a Cardloom account</a>"
                        : "";
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.replace("{{sentence}}", sentence).replace("{{own}}", own));
    }
}
