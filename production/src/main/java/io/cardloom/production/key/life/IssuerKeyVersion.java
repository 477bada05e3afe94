package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;

/**
 * One version of a key; its value is in the device and nowhere else.
 *
 * @param number from 1
 * @param driver the device's driver
 * @param quorum how many shares make it again; 0 when it was not shared
 * @param changedAt when it came into its state
 * @param replaceBy when its cryptoperiod is over and another version ought to be active; nothing is
 *     refused after it
 */
public record IssuerKeyVersion(
        KeyVersionId id,
        KeyId key,
        String keyName,
        KeyUsage usage,
        KeyKind kind,
        int number,
        KeyState state,
        KeyCheckValue checkValue,
        String driver,
        int quorum,
        Instant madeAt,
        Instant changedAt,
        Instant replaceBy) {

    /** By which the device finds it. */
    public KeyName name(TenantId tenant) {
        return KeyName.of(tenant, id.value());
    }
}
