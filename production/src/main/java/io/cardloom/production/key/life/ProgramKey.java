package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import java.util.List;
import java.util.Optional;

/**
 * With which key of a use a program's cards are made.
 *
 * @param own the key that was chosen for this program
 * @param standard the key for all programs without one of their own; empty when the issuer has
 *     several of the use and none is the standard one
 * @param offered every key of the use that has an active version, by name
 */
public record ProgramKey(
        KeyUsage usage,
        Optional<IssuerKey> own,
        Optional<IssuerKey> standard,
        List<IssuerKey> offered) {

    public ProgramKey {
        offered = List.copyOf(offered);
    }

    /** The key that is used. */
    public Optional<IssuerKey> key() {
        return own.or(() -> standard);
    }

    /** Whether runs can be prepared with it. */
    public boolean ready() {
        return key().flatMap(IssuerKey::active).isPresent();
    }
}
