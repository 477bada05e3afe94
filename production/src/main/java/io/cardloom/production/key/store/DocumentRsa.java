package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The document signers' RSA keys, each in the device and made when it is first asked for. One that
 * an older Cardloom kept in a file is taken into the device, since a country's signing authority
 * may have certified it, and its file is destroyed.
 */
final class DocumentRsa {

    private static final int BITS = 3072;
    private static final String ID = "document_signer";

    private final TenantKeys tenantKeys;
    private final ConcurrentHashMap<TenantId, Object> making = new ConcurrentHashMap<>();

    DocumentRsa(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
    }

    /** For one thread. */
    DocumentSignature.Signer signer(TenantId tenant) {
        DocumentSignature device = tenantKeys.driver().documents();
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

    private DocumentSignature.Signer first(
            DocumentSignature device, TenantId tenant, KeyName name) {
        Optional<byte[]> file = tenantKeys.find(tenant, KeyPurpose.DOCUMENT_SIGNER);
        try {
            DocumentSignature.Signer signer =
                    file.isPresent()
                            ? device.load(name, ChipRsa.privateKey(file.get()))
                            : device.generate(name, BITS);
            tenantKeys.destroy(tenant, KeyPurpose.DOCUMENT_SIGNER);
            return signer;
        } catch (KeyDeviceFailure e) {
            return device.find(name).orElseThrow(() -> e); // another process was faster
        } finally {
            file.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }
}
