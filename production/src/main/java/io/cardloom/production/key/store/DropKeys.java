package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.springframework.stereotype.Component;

/**
 * Key pairs by which a process without keys hands a list over to one that has some: it seals with
 * the public half and cannot open again. Each pair serves one list and is destroyed after it, so
 * that what a backup holds of a list that waited opens for nobody. Hybrid public key encryption
 * (RFC 9180, base mode) with X25519, HKDF-SHA-256 and AES-256-GCM.
 */
@Component
public class DropKeys {

    private static final int ENCAPSULATED = 32;
    private static final int HALF = 32;

    private final TenantKeys tenantKeys;
    private final ShredKeys files;

    DropKeys(TenantKeys tenantKeys, ShredKeys files) {
        this.tenantKeys = tenantKeys;
        this.files = files;
    }

    /**
     * What a list is sealed with.
     *
     * @param key for this one list; whoever sealed forgets it
     * @param wrapped the same, for the holder of the private half only
     */
    public record Drop(DataKey key, byte[] wrapped) {
        @Override
        public String toString() {
            return "Drop[REDACTED]";
        }
    }

    /**
     * A new key, wrapped to the public half. Needs no key of Cardloom's.
     *
     * @param scope the order whose list it is
     */
    public static Drop seal(TenantId tenant, String scope, byte[] publicHalf) {
        byte[] key = TenantKeys.random(32);
        try {
            HPKE hpke = hpke();
            byte[][] sealed =
                    hpke.seal(
                            hpke.deserializePublicKey(publicHalf),
                            place(tenant, scope),
                            new byte[0],
                            key,
                            null,
                            null,
                            null);
            byte[] wrapped = Arrays.copyOf(sealed[1], ENCAPSULATED + sealed[0].length);
            System.arraycopy(sealed[0], 0, wrapped, ENCAPSULATED, sealed[0].length);
            return new Drop(new DataKey(scoped(tenant, scope), key), wrapped);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("HPKE is not available", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Makes a pair and keeps its private half, wrapped.
     *
     * @return the public half, 32 bytes
     */
    public byte[] make(TenantId tenant, String id) {
        HPKE hpke = hpke();
        AsymmetricCipherKeyPair pair = hpke.generatePrivateKey();
        byte[] open = hpke.serializePublicKey(pair.getPublic());
        byte[] secret = hpke.serializePrivateKey(pair.getPrivate());
        byte[] both = Arrays.copyOf(secret, 2 * HALF);
        System.arraycopy(open, 0, both, HALF, HALF);
        String name = name(tenant, id);
        try {
            byte[] kept =
                    tenantKeys
                            .driver()
                            .protection()
                            .seal(KeyName.MASTER, both, "cardloom/drop-key/" + name);
            if (!files.keep(tenant, name, kept, 0)) {
                throw new IllegalStateException("there is a pair of this name already");
            }
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
        return open;
    }

    /**
     * The key of a list that was handed over; empty when the pair is destroyed.
     *
     * @throws BrokenSeal when the bytes were changed, or are another list's
     */
    public Optional<DataKey> open(TenantId tenant, String id, String scope, byte[] wrapped) {
        String name = name(tenant, id);
        return files.read(tenant, name, kept -> 0)
                .map(kept -> open(name, kept, tenant, scope, wrapped));
    }

    private DataKey open(String name, byte[] kept, TenantId tenant, String scope, byte[] wrapped) {
        if (wrapped.length <= ENCAPSULATED) {
            throw new BrokenSeal();
        }
        byte[] both =
                tenantKeys
                        .driver()
                        .protection()
                        .open(KeyName.MASTER, kept, "cardloom/drop-key/" + name);
        byte[] secret = Arrays.copyOf(both, HALF);
        byte[] key = new byte[0];
        try {
            HPKE hpke = hpke();
            key =
                    hpke.open(
                            Arrays.copyOf(wrapped, ENCAPSULATED),
                            hpke.deserializePrivateKey(
                                    secret, Arrays.copyOfRange(both, HALF, 2 * HALF)),
                            place(tenant, scope),
                            new byte[0],
                            Arrays.copyOfRange(wrapped, ENCAPSULATED, wrapped.length),
                            null,
                            null,
                            null);
            return new DataKey(scoped(tenant, scope), key);
        } catch (InvalidCipherTextException e) {
            throw new BrokenSeal();
        } finally {
            Arrays.fill(both, (byte) 0);
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Destroys a pair; what was sealed with it is gone. Nothing happens when there is none. */
    public void destroy(TenantId tenant, String id) {
        files.destroy(tenant, name(tenant, id));
    }

    private static HPKE hpke() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static byte[] place(TenantId tenant, String scope) {
        return ("cardloom/list/" + scoped(tenant, scope)).getBytes(StandardCharsets.UTF_8);
    }

    private static String scoped(TenantId tenant, String scope) {
        return tenant.value() + "/handed/" + scope;
    }

    private static String name(TenantId tenant, String id) {
        return tenant.value() + "/drop/" + Identifier.checked("drp", id) + ".key";
    }
}
