package io.cardloom.production.intake;

import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.production.key.store.OpenPgpKeys;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.key.store.TransportKeys.Use;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** The keys that open what issuers encrypt: while one follows the other, each that is not over. */
@Component
class IntakeKeys {

    private final OwnCertificates own;
    private final TransportKeys transport;
    private final OpenPgpKeys openPgp;

    IntakeKeys(OwnCertificates own, TransportKeys transport, OpenPgpKeys openPgp) {
        this.own = own;
        this.transport = transport;
        this.openPgp = openPgp;
    }

    /**
     * @param open keys of which one has to be the file's, newest first
     * @param over certificates whose keys are destroyed, newest first
     */
    record Cms(List<TransportKeys.Identity> open, List<X509Certificate> over) {
        @Override
        public String toString() {
            return "Cms[REDACTED]";
        }
    }

    /**
     * @param open keys of which one has to be the file's, newest first
     * @param over keys that are destroyed, armored, newest first
     */
    record OpenPgp(List<OpenPgpKeys.Identity> open, List<byte[]> over) {
        @Override
        public String toString() {
            return "OpenPgp[REDACTED]";
        }
    }

    Cms cms(TenantId tenant) {
        List<OwnCertificate> all = own.numbered(tenant, OwnPurpose.INTAKE);
        if (all.isEmpty()) {
            return new Cms(List.of(transport.intake(tenant)), List.of());
        }
        return new Cms(
                open(all, number -> transport.find(tenant, Use.INTAKE, number)),
                over(all).map(IntakeKeys::x509).toList());
    }

    OpenPgp openPgp(TenantId tenant) {
        List<OwnCertificate> all = own.numbered(tenant, OwnPurpose.OPENPGP_INTAKE);
        if (all.isEmpty()) {
            return new OpenPgp(List.of(openPgp.intake(tenant)), List.of());
        }
        return new OpenPgp(open(all, number -> openPgp.find(tenant, number)), over(all).toList());
    }

    private static <T> List<T> open(List<OwnCertificate> all, IntFunction<Optional<T>> find) {
        return all.stream()
                .filter(c -> c.state().opens())
                .map(c -> find.apply(c.number()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static java.util.stream.Stream<byte[]> over(List<OwnCertificate> all) {
        return all.stream().filter(c -> c.state().over()).map(OwnCertificate::certificate);
    }

    private static X509Certificate x509(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("Cardloom's own certificate cannot be read", e);
        }
    }

    static Refusal over() {
        return Refusal.invalid(
                "INTAKE_CERTIFICATE_OVER",
                "The file is encrypted to a certificate or key of Cardloom's that has been"
                        + " replaced and destroyed. Fetch the one that is in use, encrypt the list"
                        + " to it and send it again.");
    }
}
