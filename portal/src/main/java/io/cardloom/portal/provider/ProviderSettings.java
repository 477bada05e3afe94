package io.cardloom.portal.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded provider listens.
 *
 * @param port 0 takes a free one
 * @param issuer the address browsers see, when a proxy stands before it; null: localhost
 * @param portal the address of the portal as browsers see it; null: localhost and 127.0.0.1
 */
@ConfigurationProperties("cardloom.provider")
record ProviderSettings(
        @DefaultValue("8081") int port, @Nullable String issuer, @Nullable String portal) {

    String issuerOr(String local) {
        return issuer == null ? local : issuer;
    }

    /** What the provider's own context is started with; it reads no file of the portal's. */
    Map<String, Object> contextProperties() {
        return Map.of(
                "spring.config.name", "provider",
                "spring.main.banner-mode", "off",
                "spring.jmx.enabled", "false",
                "server.port", port,
                "server.address", "127.0.0.1",
                "server.servlet.session.cookie.name", "CARDLOOM_PROVIDER",
                "server.servlet.session.cookie.same-site", "lax");
    }
}
