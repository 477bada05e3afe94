package io.cardloom.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;

class ClaimsTest {

    private static OidcUserInfo said(Object... claims) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sub", "8f2c");
        for (int i = 0; i < claims.length; i += 2) {
            all.put((String) claims[i], claims[i + 1]);
        }
        return new OidcUserInfo(all);
    }

    @Test
    void takesAnAddressOnlyIfTheProviderSaysItIsVerified() {
        assertThat(Claims.email(said("email", "ada@example.org", "email_verified", true)))
                .isEqualTo("ada@example.org");
        assertThat(Claims.email(said("email", "ada@example.org", "email_verified", "true")))
                .isEqualTo("ada@example.org");
        assertThat(Claims.email(said("email", "ada@example.org", "email_verified", false)))
                .isEmpty();
        assertThat(Claims.email(said("email", "ada@example.org"))).isEmpty();
        assertThat(Claims.email(said("email_verified", true))).isEmpty();
    }

    @Test
    void callsAPersonByTheFirstNameTheProviderTellsAndNeverByTheSubject() {
        assertThat(Claims.name(said("name", "Ada Lind", "given_name", "A"))).isEqualTo("Ada Lind");
        assertThat(Claims.name(said("name", " ", "given_name", "Ada", "family_name", "Lind")))
                .isEqualTo("Ada Lind");
        assertThat(Claims.name(said("family_name", "Lind", "preferred_username", "ada")))
                .isEqualTo("Lind");
        assertThat(Claims.name(said("preferred_username", "ada"))).isEqualTo("ada");
        assertThat(Claims.name(said())).isEmpty();
    }
}
