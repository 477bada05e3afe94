package io.cardloom.portal.signin;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;

/** What Cardloom takes from a provider's standard claims (OpenID Connect Core 1.0, 5.1). */
final class Claims {

    private Claims() {}

    /**
     * What the screens call the person: the name, else given and family name, else the preferred
     * user name; empty when the provider tells none of them. Never the subject, which is no name.
     */
    static String name(StandardClaimAccessor said) {
        String parts =
                String.join(" ", text(said.getGivenName()), text(said.getFamilyName())).strip();
        return Stream.of(text(said.getFullName()), parts, text(said.getPreferredUsername()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * The e-mail address; empty unless the provider says that it has verified it. Anybody can write
     * anybody's address into a profile.
     */
    static String email(StandardClaimAccessor said) {
        return Boolean.TRUE.equals(said.getEmailVerified()) ? text(said.getEmail()) : "";
    }

    private static String text(@Nullable String claim) {
        return Objects.requireNonNullElse(claim, "").strip();
    }
}
