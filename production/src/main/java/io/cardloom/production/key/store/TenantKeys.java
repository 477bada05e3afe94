package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A tenant's own keys in files, each sealed by the master key, which the key driver holds, and
 * bound to its tenant and purpose: whoever copies the data folder has no key.
 */
@Component
final class TenantKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFolder folder;
    private final KeyDrivers drivers;

    @Autowired
    TenantKeys(KeyDrivers drivers, @Value("${cardloom.data.folder:data}") Path data) {
        this(new KeyFolder(data.resolve("keys")), drivers);
    }

    /** On the software keystore, which is refused in production. */
    TenantKeys(Path keys, @Nullable String masterHex, boolean production) {
        this(
                new KeyFolder(keys),
                new KeyDrivers(List.of(software(keys, masterHex)), SoftwareKeys.NAME, production));
    }

    TenantKeys(KeyFolder folder, KeyDriver driver) {
        this(folder, new KeyDrivers(List.of(driver), driver.name(), false));
    }

    private TenantKeys(KeyFolder folder, KeyDrivers drivers) {
        this.folder = folder;
        this.drivers = drivers;
    }

    /** The tenant's key, made by the supplier when there is none yet. */
    byte[] get(TenantId tenant, KeyPurpose purpose, Supplier<byte[]> maker) {
        return get(tenant, purpose, 1, maker);
    }

    /** The same of a purpose whose keys follow each other; 1 is the first of them. */
    byte[] get(TenantId tenant, KeyPurpose purpose, int number, Supplier<byte[]> maker) {
        KeyDriver driver = driver();
        String name = name(tenant, purpose, number);
        Optional<byte[]> wrapped = folder.read(name);
        if (wrapped.isEmpty()) {
            byte[] key = maker.get();
            wrapped = Optional.of(folder.create(name, seal(name, key)));
            Arrays.fill(key, (byte) 0);
        }
        return driver.protection().open(KeyName.MASTER, wrapped.orElseThrow(), place(name));
    }

    /** The tenant's key, if it was made; the caller wipes it. */
    Optional<byte[]> find(TenantId tenant, KeyPurpose purpose) {
        return find(tenant, purpose, 1);
    }

    /** The same of a purpose whose keys follow each other. */
    Optional<byte[]> find(TenantId tenant, KeyPurpose purpose, int number) {
        KeyDriver driver = driver();
        String name = name(tenant, purpose, number);
        return folder.read(name)
                .map(wrapped -> driver.protection().open(KeyName.MASTER, wrapped, place(name)));
    }

    /** Nothing happens when there is none. */
    void destroy(TenantId tenant, KeyPurpose purpose) {
        destroy(tenant, purpose, 1);
    }

    /** The same of a purpose whose keys follow each other. */
    void destroy(TenantId tenant, KeyPurpose purpose, int number) {
        folder.destroy(name(tenant, purpose, number));
    }

    /** The tenant's symmetric key of 256 bits. */
    SecretKey symmetric(TenantId tenant, KeyPurpose purpose, String algorithm) {
        byte[] key = get(tenant, purpose, () -> random(32));
        try {
            return new SecretKeySpec(key, algorithm);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * A tenant without a key of its own custodians' gets one made here in demo and tests only.
     *
     * @throws Refusal {@code KEY_MISSING} when keys live in hardware
     */
    void requireNoHardware(KeyUsage usage) {
        if (drivers.current().hardware()) {
            throw missing(usage);
        }
    }

    /** {@code KEY_MISSING}. */
    static Refusal missing(KeyUsage usage) {
        return Refusal.conflict(
                "KEY_MISSING",
                "No " + usage.words() + " is active. Key custodians load and activate one.");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEYS_ELSEWHERE} in a process without keys
     */
    KeyDriver driver() {
        return drivers.current();
    }

    /**
     * Where the wrapped keys are; in a process without keys nobody reaches it.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEYS_ELSEWHERE}
     */
    KeyFolder folder() {
        drivers.current();
        return folder;
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private byte[] seal(String name, byte[] key) {
        return driver().protection().seal(KeyName.MASTER, key, place(name));
    }

    private static KeyDriver software(Path keys, @Nullable String masterHex) {
        KeyFolder folder = new KeyFolder(keys);
        return new SoftwareKeys(folder, new MasterKey(folder, masterHex)).driver();
    }

    private static String name(TenantId tenant, KeyPurpose purpose, int number) {
        return tenant.value() + "/" + purpose.fileName(number);
    }

    private static String place(String name) {
        return "cardloom/tenant-key/" + name;
    }
}
