package io.cardloom.production.key;

import io.cardloom.production.role.ProcessRole;
import io.cardloom.production.role.WorkerChore;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Cardloom's own public certificates: once one was renewed as its row says; before, made of the
 * keys where these are, and elsewhere as a worker left them in the database, which makes one when
 * it is asked for.
 */
@Component
class PublishedCertificates implements WorkerChore {

    private final PublishedCertificateRepository rows;
    private final OwnCertificateRepository renewed;
    private final OwnKeys keys;
    private final ProcessRole role;
    private final TenantWork work;
    private final Clock clock;

    PublishedCertificates(
            PublishedCertificateRepository rows,
            OwnCertificateRepository renewed,
            OwnKeys keys,
            ProcessRole role,
            TenantWork work,
            Clock clock) {
        this.rows = rows;
        this.renewed = renewed;
        this.keys = keys;
        this.role = role;
        this.work = work;
        this.clock = clock;
    }

    /**
     * The one in use: DER of an X.509 certificate, or an armored OpenPGP key.
     *
     * @throws Refusal {@code CERTIFICATE_BEING_MADE} (conflict) where there are no keys and no
     *     worker has left it yet; a retry helps in some seconds
     */
    byte[] get(TenantId tenant, OwnPurpose purpose) {
        Optional<byte[]> inUse = inUse(tenant, purpose);
        if (inUse.isPresent()) {
            return inUse.get();
        }
        if (role.holdsKeys()) {
            return keys.make(tenant, purpose, 1).bytes();
        }
        Optional<PublishedCertificateRow> known = asked(tenant, purpose);
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

    /** The one that lasts longest of what is in use or comes; empty when none was made. */
    Optional<OwnEncoding> lasting(TenantId tenant, OwnPurpose purpose) {
        Optional<OwnEncoding> last =
                work.read(tenant, () -> renewed.of(tenant, purpose)).stream()
                        .map(OwnCertificateRow::read)
                        .filter(c -> c.state().announced())
                        .filter(c -> c.state() != OwnCertificateState.OUTGOING)
                        .map(c -> OwnEncoding.of(purpose, c.certificate()))
                        .max(Comparator.comparing(OwnEncoding::notAfter));
        return last.isPresent() ? last : first(tenant, purpose);
    }

    /** The first one, when it was made; none is made for this. */
    Optional<OwnEncoding> first(TenantId tenant, OwnPurpose purpose) {
        return role.holdsKeys()
                ? keys.find(tenant, purpose, 1)
                : asked(tenant, purpose)
                        .flatMap(row -> Optional.ofNullable(row.certificate))
                        .map(bytes -> OwnEncoding.of(purpose, bytes));
    }

    private Optional<byte[]> inUse(TenantId tenant, OwnPurpose purpose) {
        return work.read(tenant, () -> renewed.of(tenant, purpose)).stream()
                .map(OwnCertificateRow::read)
                .filter(c -> c.state() == OwnCertificateState.ACTIVE)
                .map(OwnCertificate::certificate)
                .findFirst();
    }

    private Optional<PublishedCertificateRow> asked(TenantId tenant, OwnPurpose purpose) {
        return work.read(tenant, () -> rows.find(tenant, purpose.name()));
    }

    private void ask(TenantId tenant, OwnPurpose purpose) {
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
            byte[] made = get(tenant, OwnPurpose.valueOf(asked));
            work.run(
                    tenant,
                    () -> rows.find(tenant, asked).ifPresent(row -> row.certificate = made));
        }
    }
}
