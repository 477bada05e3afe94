package io.cardloom.connectors.bureau;

import io.cardloom.production.key.PackageSigner;
import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whose keys and certificates a gateway works with. */
public interface TransportTrust {

    /** Signs one package in the tenant's name. */
    PackageSigner signer(TenantId tenant);

    /** The certificates to which packages may be encrypted, good now, newest first. */
    List<X509Certificate> recipients(TenantId tenant, Destination bureau);

    /** The certificates with which the bureau may sign what it says, good now, newest first. */
    List<X509Certificate> signers(TenantId tenant, Destination bureau);
}
