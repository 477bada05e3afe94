package io.cardloom.connectors.bureau;

import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.PackageName;
import io.cardloom.tenancy.refusal.Refusal;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JcaX509CertSelectorConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads acknowledgements: CMS SignedData (RFC 5652) with the {@link AcknowledgementStatement}
 * inside, signed once, by a certificate that is registered for this bureau. Certificates that come
 * with the file prove nothing and are not looked at.
 */
public final class AcknowledgementFile {

    /** More than an acknowledgement of 200,000 spoiled cards. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Behind the package's name: what an acknowledgement is called at the bureau. */
    public static final String SUFFIX = ".ack";

    private AcknowledgementFile() {}

    /**
     * What the bureau says, when it is beyond doubt that it is this bureau and this package.
     *
     * @param registered the bureau's certificates for signing that are good now
     * @param manifestSha256 of the manifest that was sent; null when it is not known any more, by
     *     which only the name binds the content
     * @throws Refusal {@code ACKNOWLEDGEMENT_UNREADABLE}, {@code ACKNOWLEDGEMENT_SIGNER_UNKNOWN},
     *     {@code ACKNOWLEDGEMENT_TAMPERED}, {@code ACKNOWLEDGEMENT_OTHER_PACKAGE}, {@code
     *     ACKNOWLEDGEMENT_WRONG_HASH} or {@code ACKNOWLEDGEMENT_COUNTS}; the bureau has to send
     *     another one
     */
    public static Acknowledgement verify(
            byte[] cms,
            List<X509Certificate> registered,
            PackageName name,
            @Nullable String manifestSha256) {
        SignedStatement signed = signedBy(cms, registered);
        AcknowledgementStatement said;
        try {
            said = AcknowledgementStatement.read(signed.content());
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        if (!said.packageName().equals(name.value())) {
            throw Refusal.invalid(
                    "ACKNOWLEDGEMENT_OTHER_PACKAGE",
                    "The acknowledgement names another package than the file it came in. Ask the"
                            + " bureau to send the one for this package.");
        }
        if (manifestSha256 != null && !manifestSha256.equals(said.manifestSha256())) {
            throw Refusal.invalid(
                    "ACKNOWLEDGEMENT_WRONG_HASH",
                    "The acknowledgement answers other content than was sent. Ask the bureau which"
                            + " package it has produced before anything else is done.");
        }
        if (!said.addsUp()) {
            throw Refusal.invalid(
                    "ACKNOWLEDGEMENT_COUNTS",
                    "The counts of the acknowledgement do not add up: good, spoiled and left have"
                        + " to make the stock, and every card has to be good or named as spoiled."
                        + " Ask the bureau for a corrected one.");
        }
        return new Acknowledgement(
                name,
                said.good(),
                said.spoiled(),
                said.left(),
                said.spoiledNumbers(),
                signed.signer().getSubjectX500Principal().getName());
    }

    private static SignedStatement signedBy(byte[] cms, List<X509Certificate> registered) {
        try {
            CMSSignedData data = new CMSSignedData(cms);
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1
                    || !(data.getSignedContent() instanceof CMSProcessableByteArray content)) {
                throw unreadable();
            }
            SignerInformation signer = signers.iterator().next();
            X509Certificate by = find(signer, registered);
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(by);
            if (!signer.verify(verifier)) {
                throw tampered();
            }
            return new SignedStatement((byte[]) content.getContent(), by);
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw e instanceof CMSException ? judged(cms) : unreadable();
        }
    }

    /** A CMS error from a file that parses is a signature that does not fit. */
    private static Refusal judged(byte[] cms) {
        try {
            return new CMSSignedData(cms).getSignerInfos().size() == 1 ? tampered() : unreadable();
        } catch (CMSException | RuntimeException e) {
            return unreadable();
        }
    }

    private static X509Certificate find(
            SignerInformation signer, List<X509Certificate> registered) {
        var selector = new JcaX509CertSelectorConverter().getCertSelector(signer.getSID());
        return registered.stream()
                .filter(selector::match)
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "ACKNOWLEDGEMENT_SIGNER_UNKNOWN",
                                        "The acknowledgement is not signed with a certificate that"
                                            + " is registered for this bureau. Register the"
                                            + " bureau's new certificate, if it has one, or ask the"
                                            + " bureau what happened."));
    }

    private static Refusal tampered() {
        return Refusal.invalid(
                "ACKNOWLEDGEMENT_TAMPERED",
                "The signature of the acknowledgement does not fit its content: it was changed"
                        + " after it was signed. Ask the bureau to send it again.");
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "ACKNOWLEDGEMENT_UNREADABLE",
                "The acknowledgement is not a file of the agreed form (CMS with one signature"
                        + " around the JSON statement). Ask the bureau to send it again.");
    }

    private record SignedStatement(byte[] content, X509Certificate signer) {}
}
