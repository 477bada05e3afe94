package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.DataProtection;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Wraps data keys: with the active version of the tenant's data encryption key, whose id stands
 * before the sealed bytes, so that a later version leaves the old ones readable; or with the
 * tenant's own key, as long as custodians made none.
 */
@Component
final class DataKeyWrapping {

    /** The form of a wrapped key that names its version. */
    private static final byte VERSIONED = 2;

    private final TenantKeys tenantKeys;
    private final ActiveKeys activeKeys;
    private final KeyDrivers drivers;

    DataKeyWrapping(TenantKeys tenantKeys, ActiveKeys activeKeys, KeyDrivers drivers) {
        this.tenantKeys = tenantKeys;
        this.activeKeys = activeKeys;
        this.drivers = drivers;
    }

    byte[] wrapped(TenantId tenant, byte[] key, String place) {
        Optional<IssuerKeyVersion> active = activeKeys.active(tenant, KeyUsage.DATA_ENCRYPTION);
        if (active.isEmpty()) {
            return Wrapping.seal(own(tenant), key, place);
        }
        IssuerKeyVersion version = active.get();
        byte[] sealed = protection().seal(version.name(tenant), key, place);
        byte[] all = new byte[1 + Identifier.LENGTH + sealed.length];
        all[0] = VERSIONED;
        byte[] id = version.id().value().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(id, 0, all, 1, id.length);
        System.arraycopy(sealed, 0, all, 1 + id.length, sealed.length);
        return all;
    }

    /**
     * The key, which the caller wipes.
     *
     * @throws BrokenSeal when it was changed or is another tenant's
     */
    byte[] opened(TenantId tenant, byte[] wrapped, String place) {
        if (wrapped.length == 0 || wrapped[0] != VERSIONED) {
            return Wrapping.open(own(tenant), wrapped, place);
        }
        if (wrapped.length <= 1 + Identifier.LENGTH) {
            throw new BrokenSeal();
        }
        String id = new String(wrapped, 1, Identifier.LENGTH, StandardCharsets.US_ASCII);
        KeyName name;
        try {
            name = KeyName.of(tenant, Identifier.checked("kyv", id));
        } catch (IllegalArgumentException e) {
            throw new BrokenSeal();
        }
        byte[] sealed = Arrays.copyOfRange(wrapped, 1 + Identifier.LENGTH, wrapped.length);
        return protection().open(name, sealed, place);
    }

    /** How many bytes say which version a key is wrapped by. */
    static int head(byte[] wrapped) {
        return wrapped.length > Identifier.LENGTH && wrapped[0] == VERSIONED
                ? 1 + Identifier.LENGTH
                : 0;
    }

    static boolean by(byte[] wrapped, KeyVersionId version) {
        return wrapped.length > Identifier.LENGTH
                && wrapped[0] == VERSIONED
                && version.value()
                        .equals(
                                new String(
                                        wrapped, 1, Identifier.LENGTH, StandardCharsets.US_ASCII));
    }

    private DataProtection protection() {
        return drivers.current().protection();
    }

    private SecretKey own(TenantId tenant) {
        return tenantKeys.symmetric(tenant, KeyPurpose.DATA, "AES");
    }
}
