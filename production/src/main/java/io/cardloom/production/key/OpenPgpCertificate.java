package io.cardloom.production.key;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/**
 * An OpenPGP key somebody else holds, registered to sign cardholder lists.
 *
 * @param fingerprint of its main key, lower-case hex characters
 * @param name its first user id; empty when it has none
 * @param notAfter last instant at which it is good; {@link Instant#MAX} when it does not expire
 * @param keys its public keys
 */
public record OpenPgpCertificate(
        String fingerprint, String name, Instant notAfter, PGPPublicKeyRing keys) {

    /** The key of this id, if it may sign lists. */
    public Optional<PGPPublicKey> signingKey(long id) {
        return Optional.ofNullable(keys.getPublicKey(id))
                .filter(key -> OpenPgpReader.signs(keys, key));
    }
}
