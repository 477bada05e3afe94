package io.cardloom.production.key;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The OpenPGP keys by which lists are trusted and sealed on their way in. */
@Component
public class OpenPgpCertificates {

    private final OpenPgpCertificateRepository repository;
    private final CertificateWithdrawals withdrawals;
    private final PublishedCertificates published;
    private final Organizations organizations;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    OpenPgpCertificates(
            OpenPgpCertificateRepository repository,
            CertificateWithdrawals withdrawals,
            PublishedCertificates published,
            Organizations organizations,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.withdrawals = withdrawals;
        this.published = published;
        this.organizations = organizations;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Cardloom's public key to which the issuer encrypts its lists, armored.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders or to keep keys;
     *     {@code CERTIFICATE_BEING_MADE} (conflict) where there are no keys, and a retry helps soon
     */
    public byte[] intakeKey(Actor actor) {
        if (!actor.may(Permission.KEEP_KEYS)) {
            actor.require(Permission.PLACE_ORDER);
        }
        return published.get(actor.tenant(), OwnPurpose.OPENPGP_INTAKE);
    }

    /**
     * Registers the public key with which the issuer signs its lists; the same key with another
     * last day takes the place of what was registered.
     *
     * @param key armored or binary
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     OPENPGP_UNREADABLE}, {@code OPENPGP_SECRET}, {@code OPENPGP_EXPIRED}, {@code
     *     OPENPGP_REVOKED}, {@code OPENPGP_WEAK}; {@code CERTIFICATE_WITHDRAWN} (conflict)
     */
    public OpenPgpCertificate register(Actor actor, byte[] key) {
        actor.require(Permission.KEEP_KEYS);
        OpenPgpCertificate certificate = OpenPgpReader.read(key);
        OpenPgpReader.judge(certificate, clock.instant());
        if (withdrawals.has(actor.tenant(), certificate.fingerprint())) {
            throw CertificateWithdrawals.refusal();
        }
        work.run(actor.tenant(), () -> keep(actor, certificate));
        return certificate;
    }

    /**
     * Ends the trust in a key from now on; it cannot be registered again.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     when it is not registered
     */
    public void withdraw(Actor actor, String fingerprint) {
        if (list(actor).stream().noneMatch(c -> c.fingerprint().equals(fingerprint))) {
            throw Refusal.notFound("OpenPGP key");
        }
        withdrawals.add(
                actor, fingerprint, CertificatePurpose.ISSUER_SIGNING.words() + " (OpenPGP)");
    }

    /**
     * What is registered, newest first, ended and withdrawn ones too; needs the right to keep keys.
     */
    public List<OpenPgpCertificate> list(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return all(actor.tenant(), organizations.issuer(actor.tenant()));
    }

    /** An organization's keys that are good now, newest first. */
    public List<OpenPgpCertificate> valid(TenantId tenant, OrganizationId organization) {
        Instant now = clock.instant();
        Map<String, Instant> withdrawn = withdrawals.of(tenant);
        return all(tenant, organization).stream()
                .filter(c -> now.isBefore(c.notAfter()))
                .filter(c -> !withdrawn.containsKey(c.fingerprint()))
                .toList();
    }

    /** The issuer's that were not withdrawn, ended ones too. */
    List<OpenPgpCertificate> trusted(TenantId tenant) {
        Map<String, Instant> withdrawn = withdrawals.of(tenant);
        return all(tenant, organizations.issuer(tenant)).stream()
                .filter(c -> !withdrawn.containsKey(c.fingerprint()))
                .toList();
    }

    private List<OpenPgpCertificate> all(TenantId tenant, OrganizationId organization) {
        return work.read(tenant, () -> repository.of(tenant, organization)).stream()
                .map(row -> OpenPgpReader.read(row.certificate))
                .toList();
    }

    private void keep(Actor actor, OpenPgpCertificate certificate) {
        TenantId tenant = actor.tenant();
        OrganizationId issuer = organizations.issuer(tenant);
        byte[] encoded = encoded(certificate);
        Optional<OpenPgpCertificateRow> known =
                repository.of(tenant, issuer).stream()
                        .filter(row -> row.fingerprint.equals(certificate.fingerprint()))
                        .findFirst();
        if (known.isPresent() && Arrays.equals(known.get().certificate, encoded)) {
            return;
        }
        known.ifPresentOrElse(
                row -> repository.renew(tenant, row.id, encoded, clock.instant()),
                () ->
                        repository.add(
                                tenant,
                                new OpenPgpCertificateRow(
                                        Identifier.next("pgp", clock),
                                        tenant.value(),
                                        issuer.value(),
                                        certificate.fingerprint(),
                                        encoded,
                                        clock.instant())));
        audit.record(
                actor,
                new AuditEntry(
                        "certificate.registered",
                        issuer.value(),
                        null,
                        Map.of(
                                "purpose",
                                CertificatePurpose.ISSUER_SIGNING.words() + " (OpenPGP)",
                                "fingerprint",
                                certificate.fingerprint())));
    }

    private static byte[] encoded(OpenPgpCertificate certificate) {
        try {
            return certificate.keys().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
