package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.IssuerSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.SigningKeys;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tenants' RSA keys of one purpose, each in the device and made when it is first asked for. One
 * that an older Cardloom kept in a file is taken into the device, since an authority may have
 * certified it, and its file is destroyed.
 *
 * @param <S> a key in use
 */
final class DeviceRsa<S> {

    private static final int CHIP_BITS = 1408;
    private static final int DOCUMENT_BITS = 3072;

    private final TenantKeys tenantKeys;
    private final KeyPurpose purpose;
    private final String id;
    private final int bits;
    private final Function<KeyDriver, SigningKeys<S>> port;
    private final ConcurrentHashMap<TenantId, Object> making = new ConcurrentHashMap<>();

    private DeviceRsa(
            TenantKeys tenantKeys,
            KeyPurpose purpose,
            String id,
            int bits,
            Function<KeyDriver, SigningKeys<S>> port) {
        this.tenantKeys = tenantKeys;
        this.purpose = purpose;
        this.id = id;
        this.bits = bits;
        this.port = port;
    }

    /** The issuers' keys that sign for chips. */
    static DeviceRsa<IssuerSignature.Signer> ofIssuers(TenantKeys tenantKeys) {
        return new DeviceRsa<>(
                tenantKeys, KeyPurpose.CHIP_ISSUER, "chip_issuer", CHIP_BITS, KeyDriver::signature);
    }

    /** The document signers' keys. */
    static DeviceRsa<DocumentSignature.Signer> ofDocumentSigners(TenantKeys tenantKeys) {
        return new DeviceRsa<>(
                tenantKeys,
                KeyPurpose.DOCUMENT_SIGNER,
                "document_signer",
                DOCUMENT_BITS,
                KeyDriver::documents);
    }

    /** For one thread. */
    S signer(TenantId tenant) {
        SigningKeys<S> device = port.apply(tenantKeys.driver());
        KeyName name = KeyName.of(tenant, id);
        return device.find(name)
                .orElseGet(
                        () -> {
                            synchronized (making.computeIfAbsent(tenant, t -> new Object())) {
                                return device.find(name)
                                        .orElseGet(() -> first(device, tenant, name));
                            }
                        });
    }

    private S first(SigningKeys<S> device, TenantId tenant, KeyName name) {
        Optional<byte[]> file = tenantKeys.find(tenant, purpose);
        try {
            S signer =
                    file.isPresent()
                            ? device.load(name, ChipRsa.privateKey(file.get()))
                            : device.generate(name, bits);
            tenantKeys.destroy(tenant, purpose);
            return signer;
        } catch (KeyDeviceFailure e) {
            return device.find(name).orElseThrow(() -> e); // another process was faster
        } finally {
            file.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }
}
