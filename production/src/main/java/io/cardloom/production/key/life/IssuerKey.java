package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import java.util.List;
import java.util.Optional;

/**
 * A key of the issuer's.
 *
 * @param name what people call it, unique in the tenant
 * @param standard whether the use alone finds it: it is the only key of its use, or the one that
 *     stands for all programs that have none of their own
 * @param versions newest first
 */
public record IssuerKey(
        KeyId id, String name, KeyUsage usage, boolean standard, List<IssuerKeyVersion> versions) {

    public IssuerKey {
        versions = List.copyOf(versions);
    }

    /** The version that protects or makes what is new. */
    public Optional<IssuerKeyVersion> active() {
        return versions.stream().filter(v -> v.state() == KeyState.ACTIVE).findFirst();
    }
}
