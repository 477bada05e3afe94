package io.cardloom.production.key;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The certificates by which files are trusted and sealed on their way in and out. */
@Component
public class TransportCertificates {

    /** Cardloom's certificate to which the issuer encrypts its cardholder files. */
    public X509Certificate intakeCertificate(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /** Cardloom's certificate that proves where a package comes from; bureaus are given it. */
    public X509Certificate signingCertificate(TenantId tenant) {
        throw new IllegalStateException("not built yet");
    }

    /** A signer for one package. */
    public PackageSigner signer(TenantId tenant) {
        throw new IllegalStateException("not built yet");
    }

    /** Registers the certificate with which the issuer signs cardholder files. */
    public RegisteredCertificate registerIssuerCertificate(Actor actor, byte[] pem) {
        throw new IllegalStateException("not built yet");
    }

    /** Registers a bureau's certificate. */
    public RegisteredCertificate registerBureauCertificate(
            Actor actor, OrganizationId bureau, CertificatePurpose purpose, byte[] pem) {
        throw new IllegalStateException("not built yet");
    }

    /** What is registered, newest first. */
    public List<RegisteredCertificate> list(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /** The certificates of a bureau that are good now, newest first. */
    public List<RegisteredCertificate> valid(
            TenantId tenant, OrganizationId organization, CertificatePurpose purpose) {
        throw new IllegalStateException("not built yet");
    }
}
