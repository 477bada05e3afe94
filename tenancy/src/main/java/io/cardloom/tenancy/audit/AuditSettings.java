package io.cardloom.tenancy.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is kept.
 *
 * @param headEvery a signed head is stored with each so many entries; 1 signs every one
 */
@ConfigurationProperties("cardloom.audit")
record AuditSettings(@DefaultValue("100") int headEvery) {

    AuditSettings {
        if (headEvery < 1) {
            throw new IllegalArgumentException("cardloom.audit.head-every is at least 1");
        }
    }
}
