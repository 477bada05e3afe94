package io.cardloom.production.document.lds;

import io.cardloom.production.document.access.AccessCipher;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * How a chip and a reader agree on keys by a password (PACE; ICAO Doc 9303-11, 4.4 and 9.5), on an
 * elliptic curve.
 */
public record PaceProtocol(Mapping mapping, AccessCipher cipher, Curve curve) {

    private static final ASN1ObjectIdentifier PACE =
            new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.4");

    /** How the nonce becomes a point. */
    public enum Mapping {
        GENERIC("2"),
        INTEGRATED("4");

        private final String arc;

        Mapping(String arc) {
            this.arc = arc;
        }
    }

    /** Standardized domain parameters of 256 bits and more, with their numbers (table 6). */
    public enum Curve {
        NIST_P256(12),
        BRAINPOOL_P256R1(13),
        BRAINPOOL_P320R1(14),
        NIST_P384(15),
        BRAINPOOL_P384R1(16),
        BRAINPOOL_P512R1(17),
        NIST_P521(18);

        private final int number;

        Curve(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    ASN1ObjectIdentifier identifier() {
        return PACE.branch(mapping.arc).branch(Integer.toString(cipher.ordinal() + 1));
    }
}
