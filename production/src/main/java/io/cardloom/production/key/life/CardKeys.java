package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import java.util.Optional;

/** Finds the versions of keys that certain cards are made with from now on. */
@FunctionalInterface
public interface CardKeys {

    /**
     * Empty when the tenant has no active key of the use and the cards have none of their own.
     *
     * @param usage one of {@link ProgramKeys#USAGES}
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_MISSING} (conflict) when the cards
     *     have a key of their own for it, and that one has no active version: no other one is taken
     *     in its place
     */
    Optional<IssuerKeyVersion> active(KeyUsage usage);
}
