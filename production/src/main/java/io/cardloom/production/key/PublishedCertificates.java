package io.cardloom.production.key;

import io.cardloom.production.key.store.OpenPgpKeys;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.production.role.WorkerChore;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Cardloom's own public certificates: made of the keys where these are; elsewhere as a worker left
 * them in the database, which makes one when it is asked for.
 */
@Component
class PublishedCertificates implements WorkerChore {

    /** What a certificate is for. */
    enum Purpose {
        INTAKE,
        SIGNING,
        OPENPGP_INTAKE
    }

    private final PublishedCertificateRepository rows;
    private final TransportKeys keys;
    private final OpenPgpKeys openPgpKeys;
    private final ProcessRole role;
    private final TenantWork work;
    private final Clock clock;

    PublishedCertificates(
            PublishedCertificateRepository rows,
            TransportKeys keys,
            OpenPgpKeys openPgpKeys,
            ProcessRole role,
            TenantWork work,
            Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.openPgpKeys = openPgpKeys;
        this.role = role;
        this.work = work;
        this.clock = clock;
    }

    /**
     * DER of an X.509 certificate, or an armored OpenPGP key.
     *
     * @throws Refusal {@code CERTIFICATE_BEING_MADE} (conflict) where there are no keys and no
     *     worker has left it yet; a retry helps in some seconds
     */
    byte[] get(TenantId tenant, Purpose purpose) {
        if (role.holdsKeys()) {
            return made(tenant, purpose);
        }
        Optional<PublishedCertificateRow> known =
                work.read(tenant, () -> rows.find(tenant, purpose.name()));
        if (known.isEmpty()) {
            ask(tenant, purpose);
        }
        byte @Nullable [] certificate = known.isPresent() ? known.get().certificate : null;
        if (certificate == null) {
            throw Refusal.conflict(
                    "CERTIFICATE_BEING_MADE",
                    "Cardloom's certificate is being made. Ask for it again in a minute.");
        }
        return certificate;
    }

    private void ask(TenantId tenant, Purpose purpose) {
        try {
            work.run(
                    tenant,
                    () ->
                            rows.add(
                                    tenant,
                                    new PublishedCertificateRow(
                                            tenant.value(),
                                            Identifier.next("pub", clock),
                                            purpose.name(),
                                            clock.instant().truncatedTo(ChronoUnit.MICROS))));
        } catch (DataIntegrityViolationException another) {
            return; // somebody else asked in the same moment
        }
    }

    @Override
    public void round(TenantId tenant) {
        for (String asked : work.read(tenant, () -> rows.asked(tenant))) {
            byte[] made = made(tenant, Purpose.valueOf(asked));
            work.run(
                    tenant,
                    () -> rows.find(tenant, asked).ifPresent(row -> row.certificate = made));
        }
    }

    private byte[] made(TenantId tenant, Purpose purpose) {
        try {
            return switch (purpose) {
                case INTAKE -> keys.intake(tenant).certificate().getEncoded();
                case SIGNING -> keys.signing(tenant).certificate().getEncoded();
                case OPENPGP_INTAKE -> armored(tenant);
            };
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("Cardloom's own certificate cannot be written", e);
        }
    }

    private byte[] armored(TenantId tenant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = new ArmoredOutputStream(bytes)) {
            openPgpKeys.intake(tenant).certificate().encode(armor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
