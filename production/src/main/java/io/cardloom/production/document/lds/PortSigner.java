package io.cardloom.production.document.lds;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/**
 * Lets an RSASSA-PSS signature (SHA-256, MGF1 with SHA-256, salt of 32 bytes) be made where the key
 * is. For one signature.
 */
public final class PortSigner implements ContentSigner {

    private static final int SALT = 32;
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_RSASSA_PSS,
                    new RSASSAPSSparams(
                            SHA256,
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                            new ASN1Integer(SALT),
                            new ASN1Integer(1)));

    static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1);

    private final ByteArrayOutputStream signed = new ByteArrayOutputStream();
    private final UnaryOperator<byte[]> signature;

    public PortSigner(UnaryOperator<byte[]> signature) {
        this.signature = signature;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return ALGORITHM;
    }

    @Override
    public OutputStream getOutputStream() {
        return signed;
    }

    @Override
    public byte[] getSignature() {
        return signature.apply(signed.toByteArray());
    }
}
