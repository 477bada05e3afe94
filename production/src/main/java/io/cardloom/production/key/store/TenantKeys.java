package io.cardloom.production.key.store;

import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * A tenant's keys in files, each wrapped by the master key and bound to its tenant and purpose.
 *
 * <p>Meant for demo and tests. The production profile takes it only with a master key from outside,
 * so that whoever copies the data folder has no key.
 */
@Component
@EnableConfigurationProperties(KeySettings.class)
final class TenantKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFolder folder;
    private final SecretKey master;

    @Autowired
    TenantKeys(
            KeySettings settings,
            Environment environment,
            @Value("${cardloom.data.folder:data}") Path data) {
        this(
                data.resolve("keys"),
                settings.master(),
                environment.acceptsProfiles(Profiles.of("production")));
    }

    TenantKeys(Path keys, @Nullable String masterHex, boolean production) {
        this.folder = new KeyFolder(keys);
        this.master = master(masterHex, production);
    }

    /** The tenant's key, made by the supplier when there is none yet. */
    byte[] get(TenantId tenant, KeyPurpose purpose, Supplier<byte[]> maker) {
        String name = tenant.value() + "/" + purpose.fileName();
        Optional<byte[]> wrapped = folder.read(name);
        if (wrapped.isEmpty()) {
            byte[] key = maker.get();
            wrapped = Optional.of(folder.create(name, Wrapping.seal(master, key, place(name))));
            Arrays.fill(key, (byte) 0);
        }
        return Wrapping.open(master, wrapped.orElseThrow(), place(name));
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

    KeyFolder folder() {
        return folder;
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private SecretKey master(@Nullable String hex, boolean production) {
        if (hex != null && !hex.isEmpty()) {
            if (!hex.matches("[0-9a-fA-F]{64}") || hex.chars().distinct().count() < 8) {
                throw new IllegalStateException(
                        "cardloom.keys.master has to be 64 random hexadecimal characters, for"
                                + " example from: openssl rand -hex 32");
            }
            return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
        }
        if (production) {
            throw new IllegalStateException(
                    "The production profile does not make its own master key: give"
                            + " cardloom.keys.master from outside (openssl rand -hex 32), and keep"
                            + " it apart from the data folder and its backups.");
        }
        String name = "master.key";
        byte[] key = folder.read(name).orElseGet(() -> folder.create(name, random(32)));
        return new SecretKeySpec(key, "AES");
    }

    private static String place(String name) {
        return "cardloom/tenant-key/" + name;
    }
}
