package io.cardloom.production.intake;

import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
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
     * @throws Refusal {@code INTAKE_NOT_CMS}, {@code INTAKE_CIPHER}, {@code INTAKE_NOT_FOR_US}
     */
    static InputStream open(BufferedInputStream cms, TransportKeys.Identity intake)
            throws IOException, CMSException {
        ASN1ObjectIdentifier type = type(cms);
        if (CMSObjectIdentifiers.envelopedData.equals(type)) {
            CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(cms);
            requireCipher(new ASN1ObjectIdentifier(parser.getEncryptionAlgOID()));
            return stream(
                    parser.getRecipientInfos(),
                    intake,
                    new JceKeyTransEnvelopedRecipient(intake.key()).setContentProvider("SunJCE"));
        }
        if (CMSObjectIdentifiers.authEnvelopedData.equals(type)) {
            CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(cms);
            requireCipher(parser.getEncryptionAlgOID().getAlgorithm());
            return stream(
                    parser.getRecipientInfos(),
                    intake,
                    new JceKeyTransAuthEnvelopedRecipient(intake.key())
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
            TransportKeys.Identity intake,
            JceKeyTransRecipient key)
            throws CMSException, IOException {
        RecipientInformation me = recipients.get(new JceKeyTransRecipientId(intake.certificate()));
        if (me == null) {
            throw Refusal.invalid(
                    "INTAKE_NOT_FOR_US",
                    "The file is not encrypted to this issuer's Cardloom intake certificate. Fetch"
                            + " the certificate anew and encrypt to it.");
        }
        return me.getContentStream(key).getContentStream();
    }

    private static Refusal notCms() {
        return Refusal.invalid(
                "INTAKE_NOT_CMS",
                "This is no CMS EnvelopedData. Sign the list with the issuer's certificate, then"
                        + " encrypt it to Cardloom's intake certificate, in DER or PEM form.");
    }
}
