package io.cardloom.connectors.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.connectors.simulator.TestKeys;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A bureau with openssl, which knows of Cardloom what was announced to it and nothing else. */
@SpringBootTest(properties = "cardloom.data.folder=target/data-signing")
@Timeout(120)
class RenewedSigningTest {

    @Autowired OwnCertificates own;
    @Autowired TransportCertificates certificates;
    @Autowired Tenants tenants;
    @Autowired Organizations organizations;
    @Autowired Clock clock;

    @TempDir private Path folder;

    @Test
    void verifiesAPackageWithTheCertificateThatWasAnnouncedForItsTime() throws Exception {
        TenantId tenant = tenants.found("Announcing " + System.nanoTime(), "cardloom");
        Actor bureau = actor(tenant, Role.BUREAU_OPERATOR);
        renew(tenant, 60, 30);
        List<OwnCertificate> fetched = own.list(bureau, OwnPurpose.SIGNING);
        assertThat(fetched).hasSize(2);
        Path coming = pem("coming.pem", fetched.getFirst());
        Path present = pem("present.pem", fetched.getLast());
        assertThat(verified(tenant, present)).as("the one in use signs").isTrue();
        assertThat(verified(tenant, coming)).as("the one that comes does not yet").isFalse();
    }

    @Test
    void verifiesAPackageWithTheOneThatFollowed() throws Exception {
        TenantId tenant = tenants.found("Following " + System.nanoTime(), "cardloom");
        renew(tenant, 0, 30);
        List<OwnCertificate> fetched =
                own.list(actor(tenant, Role.BUREAU_OPERATOR), OwnPurpose.SIGNING);
        assertThat(verified(tenant, pem("new.pem", fetched.getFirst()))).isTrue();
        assertThat(verified(tenant, pem("old.pem", fetched.getLast()))).isFalse();
    }

    private void renew(TenantId tenant, int lead, int overlap) {
        String id = own.ask(actor(tenant, Role.KEY_CUSTODIAN), OwnPurpose.SIGNING, lead, overlap);
        own.confirm(actor(tenant, Role.KEY_CUSTODIAN), id);
    }

    /** Whether openssl, which trusts this certificate only, takes a package that is signed now. */
    private boolean verified(TenantId tenant, Path trusted) throws Exception {
        KeyPair bureau = TestKeys.bureau();
        X509Certificate recipient = TestKeys.certificate(bureau, "Bureau");
        RunPackage what = Packages.of(3, 4, 1_000);
        Path sealed = folder.resolve("package.p7m");
        try (OutputStream out = Files.newOutputStream(sealed)) {
            PackageSeal.seal(
                    what, new RegisteredTrust(certificates).signer(tenant), recipient, out);
        }
        Path signed = folder.resolve("signed.p7s");
        OpenSsl.run(
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                sealed.toString(),
                "-inkey",
                OpenSsl.pem(folder.resolve("bureau.key"), bureau.getPrivate()).toString(),
                "-out",
                signed.toString());
        int exit =
                OpenSsl.exit(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        signed.toString(),
                        "-CAfile",
                        trusted.toString(),
                        "-certfile",
                        trusted.toString(),
                        "-nointern",
                        "-purpose",
                        "any",
                        "-out",
                        folder.resolve("content.zip").toString());
        return exit == 0;
    }

    private Path pem(String name, OwnCertificate certificate) throws Exception {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate.certificate());
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private Actor actor(TenantId tenant, Role role) {
        OrganizationId issuer = organizations.issuer(tenant);
        return new Actor(tenant, PersonId.next(clock), issuer, "Somebody", Set.of(role));
    }
}
