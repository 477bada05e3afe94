package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import java.util.List;

/**
 * A key of the issuer's.
 *
 * @param name what people call it, unique in the tenant
 * @param versions newest first
 */
public record IssuerKey(KeyId id, String name, KeyUsage usage, List<IssuerKeyVersion> versions) {

    public IssuerKey {
        versions = List.copyOf(versions);
    }
}
