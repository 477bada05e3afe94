package io.cardloom.production.emv;

import java.util.List;

/**
 * A card's private RSA key by the Chinese remainder theorem, each part padded with 80 and zeros to
 * whole blocks and encrypted under the transport key.
 *
 * @param parts q^-1 mod p, d mod (q - 1), d mod (p - 1), q, p, in this order (EMV CPS, DGIs 8201 to
 *     8205)
 */
public record IccPrivateKey(List<byte[]> parts) {

    public IccPrivateKey {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "IccPrivateKey[REDACTED]";
    }
}
