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
 * Tenants' RSA keys of one purpose, numbered from 1 on, each in the device. A first one that an
 * older Cardloom kept in a file is taken into the device, since an authority may have certified it,
 * and its file is destroyed.
 *
 * @param <S> a key in use
 */
final class DeviceRsa<S> {

    /** Of document signers' keys. */
    static final int DOCUMENT_BITS = 3072;

    private final TenantKeys tenantKeys;
    private final KeyPurpose purpose;
    private final String id;
    private final Function<KeyDriver, SigningKeys<S>> port;
    private final ConcurrentHashMap<KeyName, Object> making = new ConcurrentHashMap<>();

    private DeviceRsa(
            TenantKeys tenantKeys,
            KeyPurpose purpose,
            String id,
            Function<KeyDriver, SigningKeys<S>> port) {
        this.tenantKeys = tenantKeys;
        this.purpose = purpose;
        this.id = id;
        this.port = port;
    }

    /** The issuers' keys that sign for chips. */
    static DeviceRsa<IssuerSignature.Signer> ofIssuers(TenantKeys tenantKeys) {
        return new DeviceRsa<>(
                tenantKeys, KeyPurpose.CHIP_ISSUER, "chip_issuer", KeyDriver::signature);
    }

    /** The document signers' keys. */
    static DeviceRsa<DocumentSignature.Signer> ofDocumentSigners(TenantKeys tenantKeys) {
        return new DeviceRsa<>(
                tenantKeys, KeyPurpose.DOCUMENT_SIGNER, "document_signer", KeyDriver::documents);
    }

    /**
     * For one thread; made if there is none.
     *
     * @param bits of the modulus of one that is made
     */
    S signer(TenantId tenant, int number, int bits) {
        SigningKeys<S> device = port.apply(tenantKeys.driver());
        KeyName name = name(tenant, number);
        return device.find(name)
                .orElseGet(
                        () -> {
                            synchronized (making.computeIfAbsent(name, n -> new Object())) {
                                return device.find(name)
                                        .orElseGet(() -> made(device, tenant, number, bits));
                            }
                        });
    }

    /** For one thread; empty when there is none, neither in the device nor in a file. */
    Optional<S> find(TenantId tenant, int number) {
        Optional<S> held = port.apply(tenantKeys.driver()).find(name(tenant, number));
        return held.isPresent() || !isInFile(tenant, number)
                ? held
                : Optional.of(signer(tenant, number, 0)); // its file says how long it is
    }

    /** For good, wherever it is; nothing happens when there is none. */
    void destroy(TenantId tenant, int number) {
        if (number == 1) {
            tenantKeys.destroy(tenant, purpose);
        }
        tenantKeys.driver().storage().destroy(name(tenant, number));
    }

    /** The first one's name is the one of when there was no other. */
    private KeyName name(TenantId tenant, int number) {
        return KeyName.of(tenant, number == 1 ? id : id + "_" + number);
    }

    private boolean isInFile(TenantId tenant, int number) {
        Optional<byte[]> file = file(tenant, number);
        file.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        return file.isPresent();
    }

    private Optional<byte[]> file(TenantId tenant, int number) {
        return number == 1 ? tenantKeys.find(tenant, purpose) : Optional.empty();
    }

    private S made(SigningKeys<S> device, TenantId tenant, int number, int bits) {
        KeyName name = name(tenant, number);
        Optional<byte[]> file = file(tenant, number);
        try {
            S signer =
                    file.isPresent()
                            ? device.load(name, ChipRsa.privateKey(file.get()))
                            : device.generate(name, bits);
            if (number == 1) {
                tenantKeys.destroy(tenant, purpose);
            }
            return signer;
        } catch (KeyDeviceFailure e) {
            return device.find(name).orElseThrow(() -> e); // another process was faster
        } finally {
            file.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }
}
