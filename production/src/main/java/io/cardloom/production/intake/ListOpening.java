package io.cardloom.production.intake;

import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.OpenPgpCertificate;
import io.cardloom.production.key.OpenPgpCertificates;
import io.cardloom.production.key.RegisteredCertificate;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens lists however they are wrapped, tells who signed them and seals them into a spool. */
@Component
class ListOpening {

    static final long MOST_BYTES = 512L << 20;
    static final long MOST_PLAIN = 1L << 30;
    private static final String PGP = "-----BEGIN PGP";

    private final TransportCertificates certificates;
    private final OpenPgpCertificates openPgp;
    private final IntakeKeys keys;
    private final Organizations organizations;

    ListOpening(
            TransportCertificates certificates,
            OpenPgpCertificates openPgp,
            IntakeKeys keys,
            Organizations organizations) {
        this.certificates = certificates;
        this.openPgp = openPgp;
        this.keys = keys;
        this.organizations = organizations;
    }

    /**
     * @return fingerprint of the key that signed; empty for a plain list
     * @throws Refusal as {@link ListTaking#open}
     */
    String open(TenantId tenant, ListForm form, ListUpload upload, Spool spool) {
        if (upload.plain()) {
            plain(form, upload, spool);
            return "";
        }
        OrganizationId issuer = organizations.issuer(tenant);
        List<RegisteredCertificate> signers =
                certificates.valid(tenant, issuer, CertificatePurpose.ISSUER_SIGNING);
        List<OpenPgpCertificate> pgpSigners = openPgp.valid(tenant, issuer);
        requireSigners(signers, pgpSigners);
        try {
            BufferedInputStream sent = new BufferedInputStream(upload.content());
            if (isOpenPgp(sent)) {
                return OpenPgpFile.read(
                        sent,
                        keys.openPgp(tenant),
                        pgpSigners,
                        plain -> spool.fill(plain, MOST_PLAIN));
            }
            return SignedFile.read(
                            sent, keys.cms(tenant), signers, plain -> spool.fill(plain, MOST_PLAIN))
                    .sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What can be told before a list is opened.
     *
     * @throws Refusal {@code INTAKE_PLAIN}, {@code INTAKE_NO_CERTIFICATE}
     */
    void requireWelcome(TenantId tenant, ListForm form, boolean plain) {
        if (plain) {
            requirePlain(form);
            return;
        }
        OrganizationId issuer = organizations.issuer(tenant);
        requireSigners(
                certificates.valid(tenant, issuer, CertificatePurpose.ISSUER_SIGNING),
                openPgp.valid(tenant, issuer));
    }

    private static void requireSigners(
            List<RegisteredCertificate> signers, List<OpenPgpCertificate> pgpSigners) {
        if (signers.isEmpty() && pgpSigners.isEmpty()) {
            throw Refusal.invalid(
                    "INTAKE_NO_CERTIFICATE",
                    "No valid certificate is registered with which the issuer signs its cardholder"
                            + " files. Have a key custodian register it first.");
        }
    }

    private static void requirePlain(ListForm form) {
        if (!form.plainUpload()) {
            throw Refusal.invalid(
                    "INTAKE_PLAIN",
                    "This program takes lists only signed and encrypted. An administrator may allow"
                            + " plain lists in the program's list form.");
        }
    }

    private static void plain(ListForm form, ListUpload upload, Spool spool) {
        requirePlain(form);
        try {
            spool.fill(upload.content(), MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A binary OpenPGP packet has its first bit set (RFC 4880, 4.2), which no CMS has. */
    private static boolean isOpenPgp(BufferedInputStream sent) throws IOException {
        sent.mark(PGP.length());
        byte[] head = sent.readNBytes(PGP.length());
        sent.reset();
        return head.length > 0
                && (head[0] < 0 || new String(head, StandardCharsets.ISO_8859_1).equals(PGP));
    }

    static Refusal tooLarge() {
        return Refusal.invalid(
                "INTAKE_TOO_LARGE",
                "A cardholder list has at most 512 MiB, unpacked at most 1 GiB. Split the order.");
    }

    static Refusal notGenuine() {
        return Refusal.invalid(
                "INTAKE_NOT_GENUINE",
                "The file could not be opened and verified: it was changed on its way, or is not"
                        + " signed with the issuer's key and then encrypted. Nothing was kept. Make"
                        + " and send it again.");
    }
}
