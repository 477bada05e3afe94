package io.cardloom.production.intake;

import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The outer layer of a cardholder file: CMS EnvelopedData (RFC 5652) with AES-256-CBC, or
 * AuthEnvelopedData (RFC 5083) with AES-256-GCM, for the tenant's intake certificate. What it
 * yields is not to be believed before the stream has ended and the inner signature is good.
 */
final class Envelope {

    private static final int HEAD = 4_096;
    private static final Set<ASN1ObjectIdentifier> CIPHERS =
            Set.of(NISTObjectIdentifiers.id_aes256_CBC, NISTObjectIdentifiers.id_aes256_GCM);

    private Envelope() {}

    /**
     * @throws Refusal {@code INTAKE_NOT_CMS}, {@code INTAKE_CIPHER}, {@code INTAKE_NOT_FOR_US},
     *     {@code INTAKE_CERTIFICATE_OVER}
     */
    static InputStream open(BufferedInputStream cms, IntakeKeys.Cms intake)
            throws IOException, CMSException {
        ASN1ObjectIdentifier type = type(cms);
        if (CMSObjectIdentifiers.envelopedData.equals(type)) {
            CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(cms);
            requireCipher(new ASN1ObjectIdentifier(parser.getEncryptionAlgOID()));
            return stream(
                    parser.getRecipientInfos(),
                    intake,
                    key -> new JceKeyTransEnvelopedRecipient(key).setContentProvider("SunJCE"));
        }
        if (CMSObjectIdentifiers.authEnvelopedData.equals(type)) {
            CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(cms);
            requireCipher(parser.getEncryptionAlgOID().getAlgorithm());
            return stream(
                    parser.getRecipientInfos(),
                    intake,
                    key ->
                            new JceKeyTransAuthEnvelopedRecipient(key)
                                    .setContentProvider(new BouncyCastleProvider()));
        }
        throw notCms();
    }

    private static ASN1ObjectIdentifier type(BufferedInputStream cms) throws IOException {
        cms.mark(HEAD);
        if (!(new ASN1StreamParser(cms).readObject() instanceof ASN1SequenceParser sequence)) {
            throw notCms();
        }
        ASN1ObjectIdentifier type = new ContentInfoParser(sequence).getContentType();
        cms.reset();
        return type;
    }

    private static void requireCipher(ASN1ObjectIdentifier cipher) {
        if (!CIPHERS.contains(cipher)) {
            throw Refusal.invalid(
                    "INTAKE_CIPHER",
                    "The file has to be encrypted with AES-256, in CBC or in GCM mode.");
        }
    }

    private static InputStream stream(
            RecipientInformationStore recipients,
            IntakeKeys.Cms intake,
            Function<PrivateKey, JceKeyTransRecipient> recipient)
            throws CMSException, IOException {
        for (TransportKeys.Identity each : intake.open()) {
            RecipientInformation me =
                    recipients.get(new JceKeyTransRecipientId(each.certificate()));
            if (me != null) {
                return me.getContentStream(recipient.apply(each.key())).getContentStream();
            }
        }
        for (X509Certificate over : intake.over()) {
            if (recipients.get(new JceKeyTransRecipientId(over)) != null) {
                throw IntakeKeys.over();
            }
        }
        throw Refusal.invalid(
                "INTAKE_NOT_FOR_US",
                "The file is not encrypted to this issuer's Cardloom intake certificate. Fetch"
                        + " the certificate anew and encrypt to it.");
    }

    private static Refusal notCms() {
        return Refusal.invalid(
                "INTAKE_NOT_CMS",
                "This is no CMS EnvelopedData. Sign the list with the issuer's certificate, then"
                        + " encrypt it to Cardloom's intake certificate, in DER or PEM form.");
    }
}
