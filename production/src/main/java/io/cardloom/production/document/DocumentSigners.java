package io.cardloom.production.document;

import io.cardloom.production.document.lds.PortSigner;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.springframework.stereotype.Component;

/**
 * The door to document signers: a tenant's key asks for a certificate, the country's signing
 * authority (CSCA) gives one, and a key custodian brings it in (ICAO Doc 9303-12).
 */
@Component
public class DocumentSigners {

    private static final int MOST_BYTES = 16_384;
    private static final int DIGITAL_SIGNATURE = 0;

    private final DocumentSignerRepository repository;
    private final SignerKeys keys;
    private final DocumentKeystore keystore;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    DocumentSigners(
            DocumentSignerRepository repository,
            SignerKeys keys,
            DocumentKeystore keystore,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.keys = keys;
        this.keystore = keystore;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A certification request for the authority (PKCS #10, DER), signed by the key of the signer
     * that waits for its certificate; of the next one, made now, if none does. The one that signs
     * goes on. Not to be called inside other work.
     *
     * @param country two letters (ISO 3166-1), capitals
     * @param name common name of the signer, 1 to 60 letters, digits, blanks, hyphens
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     SIGNER_NAME}
     */
    public byte[] request(Actor actor, String country, String name) {
        actor.require(Permission.KEEP_KEYS);
        if (!country.matches("[A-Z]{2}") || !name.matches("[A-Za-z0-9 -]{1,60}")) {
            throw Refusal.invalid(
                    "SIGNER_NAME",
                    "A document signer has a country of two letters and a name of up to 60 letters,"
                            + " digits, blanks and hyphens.");
        }
        DocumentSecurity security = keystore.make(actor.tenant(), keys.waiting(actor));
        try {
            return new PKCS10CertificationRequestBuilder(
                            new X500Name("C=" + country + ",CN=" + name),
                            SubjectPublicKeyInfo.getInstance(security.signerKey()))
                    .build(new PortSigner(security::sign))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings in what the authority made of a request; what is prepared from now on is signed with
     * its key, while it is good.
     *
     * @param certificate PEM or DER
     * @param authority the authority's own certificate, by which it is checked
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     SIGNER_CERTIFICATE} when it is none, is not of the authority, not for a living key of the
     *     tenant's, not for signatures, or not good now; {@code SIGNER_OVER}, {@code
     *     SIGNING_KEY_SETTLED} (conflicts) when a later signer has its turn, or the key is being
     *     destroyed
     */
    public void install(Actor actor, byte[] certificate, byte[] authority) {
        actor.require(Permission.KEEP_KEYS);
        X509Certificate signer = read(certificate);
        judge(signer, read(authority));
        int number = numberOf(actor.tenant(), signer);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        work.run(
                actor.tenant(),
                () -> {
                    keys.certified(actor, number);
                    repository.add(
                            actor.tenant(),
                            new DocumentSignerRow(
                                    Identifier.next("dsg", clock),
                                    actor.tenant().value(),
                                    number,
                                    der(signer),
                                    signer.getNotBefore().toInstant(),
                                    signer.getNotAfter().toInstant(),
                                    at));
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "signer.installed",
                                    actor.tenant().value(),
                                    null,
                                    Map.of(
                                            "number", Integer.toString(number),
                                            "serial", signer.getSerialNumber().toString(16),
                                            "notAfter",
                                                    signer.getNotAfter().toInstant().toString())));
                });
    }

    /**
     * The certificate by which today's documents are signed; empty when there is none that is good
     * now.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    public Optional<X509Certificate> current(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return good(actor.tenant()).map(Turn::certificate);
    }

    /**
     * The signer of today's documents.
     *
     * @throws Refusal {@code SIGNER_MISSING} (conflict) when none is good now; installing one helps
     */
    Turn current(TenantId tenant) {
        return good(tenant).orElseThrow(DocumentSigners::missing);
    }

    /** By whom documents are signed. */
    record Turn(int number, X509Certificate certificate) {

        /**
         * @throws Refusal {@code SIGNER_MISSING} (conflict) when it is for another key
         */
        X509Certificate certificateFor(DocumentSecurity security) {
            if (!Arrays.equals(certificate.getPublicKey().getEncoded(), security.signerKey())) {
                throw missing();
            }
            return certificate;
        }
    }

    private static Refusal missing() {
        return Refusal.conflict(
                "SIGNER_MISSING",
                "There is no document signer whose certificate is good now. A key custodian has to"
                        + " bring one in.");
    }

    private Optional<Turn> good(TenantId tenant) {
        Instant now = clock.instant();
        return work.read(tenant, () -> repository.latest(tenant)).stream()
                .filter(row -> !now.isBefore(row.notBefore) && now.isBefore(row.notAfter))
                .findFirst()
                .map(row -> new Turn(row.number, read(row.certificate)));
    }

    /** Whose key it is for. */
    private int numberOf(TenantId tenant, X509Certificate signer) {
        byte[] key = signer.getPublicKey().getEncoded();
        return keys.living(tenant).stream()
                .filter(
                        number ->
                                keystore.signerKey(tenant, number)
                                        .filter(known -> Arrays.equals(known, key))
                                        .isPresent())
                .findFirst()
                .orElseThrow(DocumentSigners::unfit);
    }

    private void judge(X509Certificate signer, X509Certificate authority) {
        Date now = Date.from(clock.instant());
        boolean[] usage = signer.getKeyUsage();
        boolean sound =
                usage != null
                        && usage[DIGITAL_SIGNATURE]
                        && signer.getBasicConstraints() < 0
                        && authority.getBasicConstraints() >= 0
                        && signer.getIssuerX500Principal()
                                .equals(authority.getSubjectX500Principal())
                        && !now.before(signer.getNotBefore())
                        && now.before(signer.getNotAfter());
        if (!sound || !isSignedBy(signer, authority)) {
            throw unfit();
        }
    }

    private static boolean isSignedBy(X509Certificate signer, X509Certificate authority) {
        try {
            signer.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static X509Certificate read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw unfit();
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw unfit();
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw unfit();
        }
    }

    private static Refusal unfit() {
        return Refusal.invalid(
                "SIGNER_CERTIFICATE",
                "The certificate has to be one that the authority gave for this issuer's own"
                        + " document signing key, good now and for signatures.");
    }
}
