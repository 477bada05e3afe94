package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.production.tlv.TlvWriter;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Data group 15: the public key by which a chip proves that it is no copy (active authentication;
 * ICAO Doc 9303-10, 4.7.15, Doc 9303-11, 6.1). RSA of 2048 bits or more, or an elliptic curve over
 * a prime field of 256 bits or more with its parameters spelled out.
 */
public final class AuthenticationData {

    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;

    private final SubjectPublicKeyInfo key;

    private AuthenticationData(SubjectPublicKeyInfo key) {
        this.key = key;
    }

    /**
     * @param subjectPublicKeyInfo DER (RFC 5280)
     * @throws MalformedFile STRUCTURE; VALUE when the key is of another kind or too short
     */
    public static AuthenticationData of(byte[] subjectPublicKeyInfo) {
        SubjectPublicKeyInfo key =
                Der.read(subjectPublicKeyInfo, SubjectPublicKeyInfo::getInstance);
        if (!Der.guarded(() -> strong(key))) {
            throw new MalformedFile(Fault.VALUE);
        }
        return new AuthenticationData(key);
    }

    private static boolean strong(SubjectPublicKeyInfo key) throws Exception {
        if (isElliptic(key)) {
            X962Parameters parameters =
                    X962Parameters.getInstance(key.getAlgorithm().getParameters());
            if (parameters.isNamedCurve() || parameters.isImplicitlyCA()) {
                return false;
            }
            X9ECParameters curve = X9ECParameters.getInstance(parameters.getParameters());
            // On the curve, or this throws.
            boolean there =
                    !curve.getCurve().decodePoint(key.getPublicKeyData().getOctets()).isInfinity();
            return there && curve.getCurve().getFieldSize() >= CURVE_BITS;
        }
        if (!key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return false;
        }
        RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        return rsa.getModulus().bitLength() >= RSA_BITS
                && rsa.getPublicExponent().compareTo(BigInteger.TWO) > 0;
    }

    private static boolean isElliptic(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
    }

    /** Whether data group 14 has to say how the chip signs. */
    public boolean isElliptic() {
        return isElliptic(key);
    }

    public byte[] bytes() {
        return new TlvWriter().put(ElementaryFile.DG15.tag(), Der.bytes(key)).toBytes();
    }

    /**
     * @throws MalformedFile STRUCTURE or VALUE
     */
    public static AuthenticationData read(byte[] file) {
        return Der.guarded(
                () -> {
                    TlvReader reader = TlvReader.over(file);
                    if (!reader.next() || !reader.tag().equals(ElementaryFile.DG15.tag())) {
                        throw new MalformedFile(Fault.STRUCTURE);
                    }
                    AuthenticationData read = of(reader.value());
                    if (!java.util.Arrays.equals(read.bytes(), file)) {
                        throw new MalformedFile(Fault.STRUCTURE);
                    }
                    return read;
                });
    }
}
