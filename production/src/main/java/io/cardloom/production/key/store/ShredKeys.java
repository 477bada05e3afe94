package io.cardloom.production.key.store;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/**
 * Keeps wrapped keys in files of which no copy opens once they are destroyed: where the device has
 * its keys inside, each file is sealed once more by a key of its own there, which is destroyed
 * first. Where the device gives its keys out or there is none, a file is kept as it is, and a copy
 * of the folder is worth what the file was.
 *
 * <p>The name of the device's key is written down before the key is made, in a file beside the
 * other: whoever is killed in between leaves a name to destroy, and no key that nobody knows of.
 */
@Component
final class ShredKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BESIDE = ".shred";

    private final TenantKeys keys;

    ShredKeys(TenantKeys keys) {
        this.keys = keys;
    }

    /**
     * Keeps a new file.
     *
     * @param head how many bytes at the beginning stay legible
     * @return false when there is one of this name, which stays as it is
     */
    boolean keep(TenantId tenant, String name, byte[] bytes, int head) {
        if (!inside()) {
            return Arrays.equals(keys.folder().create(name, bytes), bytes);
        }
        byte[] id = id();
        if (keys.folder().read(name).isPresent()
                || !Arrays.equals(keys.folder().create(name + BESIDE, id), id)) {
            return false;
        }
        try {
            byte[] all = sealed(key(tenant, id), name, bytes, head);
            return Arrays.equals(keys.folder().create(name, all), all);
        } catch (RuntimeException e) {
            forget(tenant, name, e);
            throw e;
        }
    }

    private byte[] sealed(KeyName own, String name, byte[] bytes, int head) {
        KeyDriver device = keys.driver();
        device.storage().generate(own, KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        byte[] rest =
                device.protection()
                        .seal(own, Arrays.copyOfRange(bytes, head, bytes.length), place(name));
        byte[] all = Arrays.copyOf(bytes, head + rest.length);
        System.arraycopy(rest, 0, all, head, rest.length);
        return all;
    }

    /** What a device that failed may have made; its name stays where it fails again. */
    private void forget(TenantId tenant, String name, RuntimeException because) {
        try {
            destroy(tenant, name);
        } catch (RuntimeException again) {
            because.addSuppressed(again);
        }
    }

    /**
     * What was kept; empty when it never was or is destroyed, also when somebody put a copy of its
     * file back.
     *
     * @param head how many bytes of a file are legible
     */
    Optional<byte[]> read(TenantId tenant, String name, ToIntFunction<byte[]> head) {
        Optional<byte[]> kept = keys.folder().read(name);
        Optional<byte[]> id = keys.folder().read(name + BESIDE);
        if (kept.isEmpty() || id.isEmpty()) {
            return kept;
        }
        KeyName own = key(tenant, id.get());
        if (!keys.driver().storage().holds(own)) {
            return Optional.empty();
        }
        byte[] all = kept.get();
        int legible = head.applyAsInt(all);
        byte[] rest =
                keys.driver()
                        .protection()
                        .open(own, Arrays.copyOfRange(all, legible, all.length), place(name));
        byte[] opened = Arrays.copyOf(all, legible + rest.length);
        System.arraycopy(rest, 0, opened, legible, rest.length);
        return Optional.of(opened);
    }

    /** Destroys a file for good, the device's key first; nothing happens when there is none. */
    void destroy(TenantId tenant, String name) {
        keys.folder()
                .read(name + BESIDE)
                .ifPresent(id -> keys.driver().storage().destroy(key(tenant, id)));
        keys.folder().destroy(name);
        keys.folder().destroy(name + BESIDE);
    }

    private boolean inside() {
        return keys.driver().storage().inside();
    }

    private static byte[] id() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return ("shred_" + HexFormat.of().formatHex(random)).getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyName key(TenantId tenant, byte[] id) {
        return KeyName.of(tenant, new String(id, StandardCharsets.US_ASCII));
    }

    private static String place(String name) {
        return "cardloom/shred/" + name;
    }
}
