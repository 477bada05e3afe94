package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Seals chips' private keys at rest, with a tenant's own AES-256 key in the device, made when it is
 * first needed. One that an older Cardloom kept in a file is taken into the device, so that what it
 * sealed opens, and its file is destroyed.
 */
final class IccSeal {

    private static final String ID = "icc_seal";

    private final TenantKeys tenantKeys;
    private final Set<TenantId> ready = ConcurrentHashMap.newKeySet();

    IccSeal(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /**
     * @param place what the bytes are for; they open there only
     */
    byte[] seal(TenantId tenant, byte[] plain, String place) {
        return driver().protection().seal(key(tenant), plain, place);
    }

    /**
     * The plain bytes, which the caller wipes.
     *
     * @throws io.cardloom.production.key.hsm.BrokenSeal when they were changed or belong elsewhere
     */
    byte[] open(TenantId tenant, byte[] sealed, String place) {
        return driver().protection().open(key(tenant), sealed, place);
    }

    private KeyName key(TenantId tenant) {
        KeyName name = KeyName.of(tenant, ID);
        if (!ready.contains(tenant)) {
            synchronized (this) {
                if (!driver().storage().holds(name)) {
                    first(tenant, name);
                }
                ready.add(tenant);
            }
        }
        return name;
    }

    private void first(TenantId tenant, KeyName name) {
        Optional<byte[]> file = tenantKeys.find(tenant, KeyPurpose.CHIP_SEAL);
        try {
            if (file.isPresent()) {
                try (ClearKey key = new ClearKey(KeyKind.AES_256, file.get().clone())) {
                    driver().storage().load(name, KeyUsage.DATA_ENCRYPTION, key);
                }
            } else {
                driver().storage().generate(name, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
            }
            tenantKeys.destroy(tenant, KeyPurpose.CHIP_SEAL);
        } catch (KeyDeviceFailure e) {
            if (!driver().storage().holds(name)) {
                throw e;
            } // another process was faster
        } finally {
            file.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }

    private KeyDriver driver() {
        return tenantKeys.driver();
    }
}
