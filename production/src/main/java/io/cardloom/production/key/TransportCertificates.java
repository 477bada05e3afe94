package io.cardloom.production.key;

import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.stereotype.Component;

/** The certificates by which files are trusted and sealed on their way in and out. */
@Component
public class TransportCertificates {

    private final TransportCertificateRepository repository;
    private final OwnSigning own;
    private final CertificateWithdrawals withdrawals;
    private final PublishedCertificates published;
    private final Organizations organizations;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    TransportCertificates(
            TransportCertificateRepository repository,
            OwnSigning own,
            CertificateWithdrawals withdrawals,
            PublishedCertificates published,
            Organizations organizations,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.own = own;
        this.withdrawals = withdrawals;
        this.published = published;
        this.organizations = organizations;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Cardloom's certificate to which the issuer encrypts its cardholder files; public, RSA-3072.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders or to keep keys;
     *     {@code CERTIFICATE_BEING_MADE} (conflict) where there are no keys, and a retry helps soon
     */
    public X509Certificate intakeCertificate(Actor actor) {
        if (!actor.may(Permission.KEEP_KEYS)) {
            actor.require(Permission.PLACE_ORDER);
        }
        return CertificateReader.read(published.get(actor.tenant(), OwnPurpose.INTAKE));
    }

    /** Cardloom's certificate that proves where a package comes from; bureaus are given it. */
    public X509Certificate signingCertificate(TenantId tenant) {
        return CertificateReader.read(published.get(tenant, OwnPurpose.SIGNING));
    }

    /**
     * Cardloom's certificates by which a package may be signed now: the one in use, the one that
     * comes, and those that are on their way out; newest first.
     */
    public List<X509Certificate> announcedSigning(TenantId tenant) {
        List<X509Certificate> announced =
                own.announced(tenant).stream()
                        .map(c -> CertificateReader.read(c.certificate()))
                        .toList();
        return announced.isEmpty() ? List.of(signingCertificate(tenant)) : announced;
    }

    /** A signer for one package, by the certificate that is in use now. */
    public PackageSigner signer(TenantId tenant) {
        TransportKeys.Identity identity = own.signing(tenant);
        try {
            return new PackageSigner(
                    identity.certificate(),
                    new JcaContentSignerBuilder("SHA256withRSA").build(identity.key()));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    /**
     * Registers the certificate with which the issuer signs cardholder files.
     *
     * @param pem PEM or DER
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     CERTIFICATE_UNREADABLE}, {@code CERTIFICATE_EXPIRED}, {@code CERTIFICATE_NOT_YET_VALID},
     *     {@code CERTIFICATE_WEAK} or {@code CERTIFICATE_PURPOSE}; {@code CERTIFICATE_WITHDRAWN}
     *     (conflict)
     */
    public RegisteredCertificate registerIssuerCertificate(Actor actor, byte[] pem) {
        actor.require(Permission.KEEP_KEYS);
        return register(
                actor,
                organizations.issuer(actor.tenant()),
                CertificatePurpose.ISSUER_SIGNING,
                CertificateReader.read(pem));
    }

    /**
     * Registers a bureau's certificate.
     *
     * @param purpose to receive packages or to sign acknowledgements
     * @throws Refusal as {@link #registerIssuerCertificate}; {@code NOT_FOUND} when the tenant has
     *     no such bureau; {@code CERTIFICATE_PURPOSE} for a purpose that is not a bureau's
     */
    public RegisteredCertificate registerBureauCertificate(
            Actor actor, OrganizationId bureau, CertificatePurpose purpose, byte[] pem) {
        actor.require(Permission.KEEP_KEYS);
        Organization organization = organizations.get(actor.tenant(), bureau);
        if (organization.kind() != OrganizationKind.BUREAU) {
            throw Refusal.notFound("bureau");
        }
        if (purpose == CertificatePurpose.ISSUER_SIGNING) {
            throw Refusal.invalid(
                    "CERTIFICATE_PURPOSE", "A bureau receives packages or signs acknowledgements.");
        }
        return register(actor, bureau, purpose, CertificateReader.read(pem));
    }

    /**
     * Ends the trust in a certificate from now on, for all it was registered for: what is signed by
     * it is refused, and nothing is encrypted to it. It cannot be registered again.
     *
     * @param sha256 its fingerprint
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     when it is not registered
     */
    public void withdraw(Actor actor, String sha256) {
        RegisteredCertificate registered =
                list(actor).stream()
                        .filter(c -> c.sha256().equals(sha256))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("certificate"));
        withdrawals.add(actor, sha256, registered.purpose().words());
    }

    /** When certificates and OpenPGP keys were withdrawn, by fingerprint; as {@link #list}. */
    public Map<String, Instant> withdrawn(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return withdrawals.of(actor.tenant());
    }

    /**
     * What is registered, newest first, ended and withdrawn ones too; needs the right to keep keys.
     */
    public List<RegisteredCertificate> list(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return work.read(actor.tenant(), () -> repository.all(actor.tenant()));
    }

    /** An organization's certificates for this purpose that are good now, newest first. */
    public List<RegisteredCertificate> valid(
            TenantId tenant, OrganizationId organization, CertificatePurpose purpose) {
        Instant now = clock.instant();
        Map<String, Instant> withdrawn = withdrawals.of(tenant);
        return work.read(tenant, () -> repository.of(tenant, organization, purpose)).stream()
                .filter(c -> !withdrawn.containsKey(c.sha256()))
                .filter(c -> !now.isBefore(c.notBefore()) && now.isBefore(c.notAfter()))
                .toList();
    }

    private RegisteredCertificate register(
            Actor actor,
            OrganizationId organization,
            CertificatePurpose purpose,
            X509Certificate certificate) {
        CertificateReader.judge(certificate, purpose, clock.instant());
        RegisteredCertificate registered =
                CertificateReader.registered(purpose, organization, certificate);
        if (withdrawals.has(actor.tenant(), registered.sha256())) {
            throw CertificateWithdrawals.refusal();
        }
        work.run(actor.tenant(), () -> keep(actor, registered));
        return registered;
    }

    private void keep(Actor actor, RegisteredCertificate registered) {
        TenantId tenant = actor.tenant();
        boolean known =
                repository.of(tenant, registered.organization(), registered.purpose()).stream()
                        .anyMatch(c -> c.sha256().equals(registered.sha256()));
        if (known) {
            return;
        }
        repository.add(
                tenant,
                new TransportCertificateRow(
                        Identifier.next("crt", clock),
                        tenant.value(),
                        registered,
                        CertificateReader.der(registered.certificate()),
                        clock.instant()));
        audit.record(
                actor,
                new AuditEntry(
                        "certificate.registered",
                        registered.organization().value(),
                        null,
                        Map.of(
                                "purpose", registered.purpose().words(),
                                "sha256", registered.sha256(),
                                "notAfter", registered.notAfter().toString())));
    }
}
