package io.cardloom.connectors.bureau;

import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.PackageSigner;
import io.cardloom.production.key.RegisteredCertificate;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the tenant's administrators have registered for the destination's organization. */
@Component
class RegisteredTrust implements TransportTrust {

    private final TransportCertificates certificates;

    RegisteredTrust(TransportCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public PackageSigner signer(TenantId tenant) {
        return certificates.signer(tenant);
    }

    @Override
    public List<X509Certificate> recipients(TenantId tenant, Destination bureau) {
        return registered(tenant, bureau, CertificatePurpose.BUREAU_RECIPIENT);
    }

    @Override
    public List<X509Certificate> signers(TenantId tenant, Destination bureau) {
        return registered(tenant, bureau, CertificatePurpose.BUREAU_SIGNING);
    }

    private List<X509Certificate> registered(
            TenantId tenant, Destination destination, CertificatePurpose purpose) {
        OrganizationId bureau = destination.bureau();
        return bureau == null
                ? List.of()
                : certificates.valid(tenant, bureau, purpose).stream()
                        .map(RegisteredCertificate::certificate)
                        .toList();
    }
}
