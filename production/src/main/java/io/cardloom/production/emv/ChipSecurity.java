package io.cardloom.production.emv;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;

/**
 * The port behind which a tenant's chip keys work, for one piece of work from one thread. No key
 * comes out in clear: what leaves is public, sealed, or encrypted under the transport key.
 */
public interface ChipSecurity {

    /** The issuer's public key, which a certification authority certifies. */
    ChipPublicKey issuerKey();

    /**
     * Signs with the issuer's private key.
     *
     * @param block as long as the modulus, its first byte below the modulus' first
     */
    byte[] sign(byte[] block);

    /** A card's master key, derived and encrypted under the transport key. */
    ProtectedKey cardKey(
            ChipKeyUse use, CardKeyDerivation derivation, Pan pan, PanSequenceNumber sequence);

    /**
     * A new RSA key pair for a card, exponent 3.
     *
     * @param bits 512 to 1984, a multiple of eight
     * @param place where it will rest; it opens there only
     */
    SealedIccKey newIccKey(int bits, String place);

    /**
     * The private half of a key pair for its card.
     *
     * @throws RuntimeException when it was sealed elsewhere
     */
    IccPrivateKey iccPrivateKey(SealedIccKey key, String place);
}
