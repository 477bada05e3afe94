package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.KeyId;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Keys of one tenant that lie in a device, as if custodians had brought and activated them. */
final class BroughtKeys implements ActiveKeys {

    private final Map<KeyUsage, IssuerKeyVersion> active = new EnumMap<>(KeyUsage.class);
    private final TenantId tenant;
    private final KeyDriver driver;

    BroughtKeys(TenantId tenant, KeyDriver driver) {
        this.tenant = tenant;
        this.driver = driver;
    }

    KeyCheckValue bring(KeyUsage usage, KeyKind kind, byte[] bytes) {
        KeyVersionId id = new KeyVersionId(Identifier.next("kyv", Clock.systemUTC()));
        KeyCheckValue checkValue;
        try (ClearKey key = new ClearKey(kind, bytes.clone())) {
            checkValue = driver.storage().load(KeyName.of(tenant, id.value()), usage, key);
        }
        activate(usage, kind, id, checkValue);
        return checkValue;
    }

    /** One that is in the device already. */
    void activate(KeyUsage usage, KeyKind kind, KeyVersionId id, KeyCheckValue checkValue) {
        active.put(
                usage,
                new IssuerKeyVersion(
                        id,
                        new KeyId(Identifier.next("key", Clock.systemUTC())),
                        usage.words(),
                        usage,
                        kind,
                        1,
                        KeyState.ACTIVE,
                        checkValue,
                        driver.name(),
                        0,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH));
    }

    @Override
    public Optional<IssuerKeyVersion> active(TenantId of, KeyUsage usage) {
        return of.equals(tenant) ? Optional.ofNullable(active.get(usage)) : Optional.empty();
    }

    @Override
    public Optional<IssuerKeyVersion> active(TenantId of, KeyId key) {
        return active.values().stream()
                .filter(version -> of.equals(tenant) && version.key().equals(key))
                .findFirst();
    }

    /** The same driver, as if it stood in front of hardware. */
    static KeyDriver hard(KeyDriver soft) {
        return new KeyDriver(
                "hard",
                true,
                soft.storage(),
                soft.transport(),
                soft.verification(),
                soft.derivation(),
                soft.protection(),
                soft.signature(),
                soft.documents(),
                soft.chipTransport(),
                soft.pins(),
                soft.heldPins());
    }
}
