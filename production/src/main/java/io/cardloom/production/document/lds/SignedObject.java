package io.cardloom.production.document.lds;

import io.cardloom.production.document.lds.MalformedFile.Fault;
import io.cardloom.production.tlv.TlvReader;
import io.cardloom.production.tlv.TlvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * EF.SOD: the LDS security object, signed by a document signer whose certificate is inside (CMS
 * SignedData, RFC 5652; ICAO Doc 9303-10, 4.6.2). RSASSA-PSS with SHA-256 and a salt of 32 bytes.
 */
public final class SignedObject {

    private static final ASN1ObjectIdentifier CONTENT =
            ICAOObjectIdentifiers.id_icao_ldsSecurityObject;

    private SignedObject() {}

    /**
     * Signs.
     *
     * @param signature makes an RSASSA-PSS signature (SHA-256, MGF1 with SHA-256, salt of 32 bytes)
     *     over what it is given
     * @return the file's content
     */
    public static byte[] sign(
            SecurityObject object, X509Certificate signer, UnaryOperator<byte[]> signature) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                            .setSignedAttributeGenerator(SignedObject::attributes)
                            .build(
                                    new PortSigner(signature),
                                    new JcaX509CertificateHolder(signer)));
            generator.addCertificates(new JcaCertStore(List.of(signer)));
            CMSSignedData signed =
                    generator.generate(new CMSProcessableByteArray(CONTENT, object.bytes()), true);
            return file(signed.getEncoded("DER"));
        } catch (CMSException
                | OperatorCreationException
                | CertificateEncodingException
                | IOException e) {
            throw new IllegalStateException("a security object cannot be signed", e);
        }
    }

    /**
     * Reads EF.SOD and checks its signature by the certificate inside; who the signer is, the
     * caller decides.
     *
     * @throws MalformedFile STRUCTURE, VALUE or SIGNATURE
     */
    public static Read read(byte[] file) {
        return Der.guarded(() -> parsed(file));
    }

    /**
     * What was signed, and by whom.
     *
     * @param signer as the file names it
     */
    public record Read(SecurityObject object, X509Certificate signer) {

        /**
         * Holds files against the hashes.
         *
         * @throws MalformedFile HASH
         */
        public void check(Collection<DocumentFile> files) {
            object.check(files);
        }
    }

    private static Read parsed(byte[] file) throws Exception {
        TlvReader reader = TlvReader.over(file);
        if (!reader.next() || !reader.tag().equals(ElementaryFile.SOD.tag())) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
        CMSSignedData signed = new CMSSignedData(reader.value());
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        Collection<X509CertificateHolder> certificates = signed.getCertificates().getMatches(null);
        boolean sound =
                signers.size() == 1
                        && certificates.size() == 1
                        && CONTENT.getId().equals(signed.getSignedContentTypeOID())
                        && Arrays.equals(file(signed.getEncoded("DER")), file);
        if (!sound) {
            throw new MalformedFile(Fault.STRUCTURE);
        }
        X509CertificateHolder holder = certificates.iterator().next();
        SignerInformation signer = signers.iterator().next();
        X509Certificate certificate = certificate(holder);
        byte[] content = (byte[]) signed.getSignedContent().getContent();
        if (!signer.getSID().match(holder) || !isSigned(signer, content, certificate)) {
            throw new MalformedFile(Fault.SIGNATURE);
        }
        return new Read(SecurityObject.read(content), certificate);
    }

    /** Whether exactly the attributes that we write are signed, in the one way that we sign. */
    private static boolean isSigned(
            SignerInformation signer, byte[] content, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        byte[] attributes =
                new DERSet(
                                attributes(CONTENT, GroupHash.SHA_256.of(content))
                                        .toASN1EncodableVector())
                        .getEncoded();
        if (!Arrays.equals(attributes, signer.getEncodedSignedAttributes())
                || !PortSigner.ALGORITHM.equals(
                        signer.toASN1Structure().getDigestEncryptionAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PortSigner.PARAMETERS);
        signature.initVerify(certificate.getPublicKey());
        signature.update(attributes);
        return signature.verify(signer.getSignature());
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    /** What has to be signed besides: type and digest of the content, and nothing else. */
    private static AttributeTable attributes(ASN1ObjectIdentifier type, byte[] digest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(type)));
        attributes.add(
                new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
        return new AttributeTable(attributes);
    }

    private static AttributeTable attributes(Map<?, ?> parameters) {
        return attributes(
                (ASN1ObjectIdentifier)
                        Objects.requireNonNull(
                                parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE)),
                (byte[]) Objects.requireNonNull(parameters.get(CMSAttributeTableGenerator.DIGEST)));
    }

    private static byte[] file(byte[] cms) {
        return new TlvWriter().put(ElementaryFile.SOD.tag(), cms).toBytes();
    }
}
