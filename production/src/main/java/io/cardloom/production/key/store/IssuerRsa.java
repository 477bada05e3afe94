package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The issuers' RSA keys, each in the device and made when it is first asked for. One that an older
 * Cardloom kept in a file is taken into the device, since a certification authority may have
 * certified it, and its file is destroyed.
 */
final class IssuerRsa {

    private static final int BITS = 1408;
    private static final String ID = "chip_issuer";

    private final TenantKeys tenantKeys;
    private final ConcurrentHashMap<TenantId, Object> making = new ConcurrentHashMap<>();

    IssuerRsa(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /** For one thread. */
    IssuerSignature.Signer signer(TenantId tenant) {
        IssuerSignature device = tenantKeys.driver().signature();
        KeyName name = KeyName.of(tenant, ID);
        return device.find(name)
                .orElseGet(
                        () -> {
                            synchronized (making.computeIfAbsent(tenant, t -> new Object())) {
                                return device.find(name)
                                        .orElseGet(() -> first(device, tenant, name));
                            }
                        });
    }

    private IssuerSignature.Signer first(IssuerSignature device, TenantId tenant, KeyName name) {
        Optional<byte[]> file = tenantKeys.find(tenant, KeyPurpose.CHIP_ISSUER);
        try {
            IssuerSignature.Signer signer =
                    file.isPresent()
                            ? device.load(name, ChipRsa.privateKey(file.get()))
                            : device.generate(name, BITS);
            tenantKeys.destroy(tenant, KeyPurpose.CHIP_ISSUER);
            return signer;
        } catch (KeyDeviceFailure e) {
            return device.find(name).orElseThrow(() -> e); // another process was faster
        } finally {
            file.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }
}
