package io.cardloom.production.key.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param master the key that wraps all others, 64 hexadecimal characters; null makes one in the key
 *     folder, which the production profile refuses
 */
@ConfigurationProperties("cardloom.keys")
record KeySettings(@Nullable String master) {

    @Override
    public String toString() {
        return "KeySettings[REDACTED]";
    }
}
