package io.cardloom.production.key.store;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The software keystore's own master key, from outside or from a file in the key folder, made when
 * it is first needed.
 */
final class MasterKey {

    private static final String FILE = "master.key";

    private final KeyFolder folder;
    private final @Nullable SecretKey given;

    MasterKey(KeyFolder folder, @Nullable String hex) {
        this.folder = folder;
        this.given = hex == null || hex.isEmpty() ? null : read(hex);
    }

    SecretKey key() {
        if (given != null) {
            return given;
        }
        byte[] key = folder.read(FILE).orElseGet(() -> folder.create(FILE, TenantKeys.random(32)));
        return new SecretKeySpec(key, "AES");
    }

    private static SecretKey read(String hex) {
        if (!hex.matches("[0-9a-fA-F]{64}") || hex.chars().distinct().count() < 8) {
            throw new IllegalStateException(
                    "cardloom.keys.master has to be 64 random hexadecimal characters, for example"
                            + " from: openssl rand -hex 32");
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }
}
