package io.cardloom.production.document.lds;

import io.cardloom.production.document.access.AccessCipher;
import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.production.tlv.TlvWriter;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.jspecify.annotations.Nullable;

/**
 * What a chip can do for its security (ICAO Doc 9303-11, 9.2): in the clear in EF.CardAccess, and
 * signed with the other data groups in data group 14.
 *
 * @param pace null when the chip knows basic access control only
 * @param ellipticAuthentication whether active authentication is on a curve; it signs with plain
 *     ECDSA and SHA-256 then
 */
public record SecurityFeatures(@Nullable PaceProtocol pace, boolean ellipticAuthentication) {

    private static final int PACE_VERSION = 2;
    private static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION =
            new ASN1ObjectIdentifier("2.23.136.1.1.5");
    private static final ASN1ObjectIdentifier ECDSA_PLAIN_SHA256 =
            new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1.3");

    /** EF.CardAccess; empty when the chip does not know PACE and has no such file. */
    public Optional<byte[]> cardAccess() {
        return Optional.ofNullable(pace).map(p -> Der.bytes(new DERSet(info(p))));
    }

    /** Data group 14; empty when there is nothing to say. */
    public Optional<byte[]> dataGroup14() {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        PaceProtocol protocol = pace;
        if (protocol != null) {
            infos.add(info(protocol));
        }
        if (ellipticAuthentication) {
            infos.add(sequence(ACTIVE_AUTHENTICATION, new ASN1Integer(1), ECDSA_PLAIN_SHA256));
        }
        return infos.size() == 0
                ? Optional.empty()
                : Optional.of(
                        new TlvWriter()
                                .put(ElementaryFile.DG14.tag(), Der.bytes(new DERSet(infos)))
                                .toBytes());
    }

    /**
     * Reads EF.CardAccess.
     *
     * @throws MalformedFile STRUCTURE or VALUE
     */
    public static SecurityFeatures readCardAccess(byte[] file) {
        SecurityFeatures read = read(file);
        if (read.pace() == null || read.ellipticAuthentication()) {
            throw new MalformedFile(Fault.VALUE);
        }
        return read;
    }

    /**
     * Reads data group 14.
     *
     * @throws MalformedFile STRUCTURE or VALUE
     */
    public static SecurityFeatures readDataGroup14(byte[] file) {
        return Der.guarded(
                () -> {
                    TlvReader reader = TlvReader.over(file);
                    if (!reader.next()) {
                        throw new MalformedFile(Fault.STRUCTURE);
                    }
                    SecurityFeatures read = read(reader.value());
                    if (!Arrays.equals(read.dataGroup14().orElse(new byte[0]), file)) {
                        throw new MalformedFile(Fault.STRUCTURE);
                    }
                    return read;
                });
    }

    private static SecurityFeatures read(byte[] set) {
        ASN1Set infos = Der.read(set, ASN1Set::getInstance);
        return Der.guarded(
                () -> {
                    PaceProtocol pace = null;
                    boolean elliptic = false;
                    for (ASN1Encodable info : infos) {
                        ASN1Sequence parts = ASN1Sequence.getInstance(info);
                        if (parts.getObjectAt(0).equals(ACTIVE_AUTHENTICATION) && !elliptic) {
                            elliptic = true;
                        } else if (pace == null) {
                            pace = protocol(parts);
                        } else {
                            throw new MalformedFile(Fault.VALUE);
                        }
                    }
                    SecurityFeatures read = new SecurityFeatures(pace, elliptic);
                    boolean same =
                            read.dataGroup14()
                                    .map(g -> Arrays.equals(inside(g), set))
                                    .orElse(false);
                    if (!same) {
                        throw new MalformedFile(Fault.VALUE);
                    }
                    return read;
                });
    }

    private static byte[] inside(byte[] group) {
        TlvReader reader = TlvReader.over(group);
        return reader.next() ? reader.value() : new byte[0];
    }

    private static PaceProtocol protocol(ASN1Sequence parts) {
        ASN1ObjectIdentifier identifier = ASN1ObjectIdentifier.getInstance(parts.getObjectAt(0));
        int parameters = ASN1Integer.getInstance(parts.getObjectAt(2)).intValueExact();
        for (PaceProtocol.Mapping mapping : PaceProtocol.Mapping.values()) {
            for (AccessCipher cipher : AccessCipher.values()) {
                for (PaceProtocol.Curve curve : PaceProtocol.Curve.values()) {
                    PaceProtocol protocol = new PaceProtocol(mapping, cipher, curve);
                    if (curve.number() == parameters && protocol.identifier().equals(identifier)) {
                        return protocol;
                    }
                }
            }
        }
        throw new MalformedFile(Fault.VALUE);
    }

    private static DERSequence info(PaceProtocol pace) {
        return sequence(
                pace.identifier(),
                new ASN1Integer(PACE_VERSION),
                new ASN1Integer(pace.curve().number()));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
