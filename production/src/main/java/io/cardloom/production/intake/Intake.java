package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.RegisteredCertificate;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.vault.Deposit;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The door through which cardholder files come in. */
@Component
public class Intake {

    /** The most rows of one file; larger series are several orders. */
    public static final int MOST_ROWS = 100_000;

    private final TransportCertificates certificates;
    private final TransportKeys keys;
    private final Organizations organizations;
    private final AccountVault vault;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    Intake(
            TransportCertificates certificates,
            TransportKeys keys,
            Organizations organizations,
            AccountVault vault,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.certificates = certificates;
        this.keys = keys;
        this.organizations = organizations;
        this.vault = vault;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a cardholder file, checks every row and keeps the records sealed; with any error it
     * keeps nothing and the report says where the errors are. Nothing is written before the
     * cipher's tag and the signature are good. Takes part in the surrounding work if there is one.
     *
     * @param program within which an account number with its sequence number may be in production
     *     once
     * @param order whose cards these are; it may have one file
     * @param cms EnvelopedData or AuthEnvelopedData with AES-256 of SignedData of a CSV file in
     *     UTF-8, as DER or PEM, at most 64 MiB; the caller closes it. Columns: {@code pan}, {@code
     *     expiry} (YYMM), {@code service_code}, {@code cardholder_name}, and if wanted {@code
     *     encoded_name}, {@code second_line}, {@code psn}, {@code image_id}
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders; {@code
     *     INTAKE_NO_CERTIFICATE} when the issuer's signing certificate is missing; {@code
     *     INTAKE_TOO_LARGE}, {@code INTAKE_NOT_CMS}, {@code INTAKE_CIPHER}, {@code
     *     INTAKE_NOT_FOR_US}, {@code INTAKE_SIGNER_UNKNOWN}, {@code INTAKE_NOT_GENUINE}; {@code
     *     INTAKE_FORBIDDEN_DATA} when it holds PINs, verification values or tracks; {@code
     *     INTAKE_MEANWHILE} (conflict)
     */
    public IntakeReport receive(
            Actor actor, ProgramId program, CardOrderId order, InputStream cms) {
        actor.require(Permission.PLACE_ORDER);
        TenantId tenant = actor.tenant();
        List<RegisteredCertificate> trusted = trusted(tenant);
        Deposit deposit = vault.begin(tenant, order, program);
        CardholderFile file = new CardholderFile(YearMonth.now(clock), deposit::add);
        RegisteredCertificate signer =
                SignedFile.read(cms, keys.intake(tenant), trusted, file::read);
        Findings findings = file.findings();
        if (findings.errorCount() == 0) {
            vault.inProduction(deposit).forEach(file::inProduction);
        }
        if (findings.errorCount() == 0) {
            work.run(tenant, () -> keep(actor, deposit, signer, findings.report()));
        }
        return findings.report();
    }

    private void keep(
            Actor actor, Deposit deposit, RegisteredCertificate signer, IntakeReport report) {
        vault.keep(deposit, signer.sha256());
        audit.record(
                actor,
                new AuditEntry(
                        "cardholders.received",
                        deposit.order().value(),
                        null,
                        Map.of(
                                "rows", Integer.toString(report.accepted()),
                                "transliterated", Integer.toString(report.noticeCount()),
                                "signer", signer.sha256())));
    }

    private List<RegisteredCertificate> trusted(TenantId tenant) {
        List<RegisteredCertificate> trusted =
                certificates.valid(
                        tenant, organizations.issuer(tenant), CertificatePurpose.ISSUER_SIGNING);
        if (trusted.isEmpty()) {
            throw Refusal.invalid(
                    "INTAKE_NO_CERTIFICATE",
                    "No valid certificate is registered with which the issuer signs its cardholder"
                            + " files. Have a key custodian register it first.");
        }
        return trusted;
    }
}
