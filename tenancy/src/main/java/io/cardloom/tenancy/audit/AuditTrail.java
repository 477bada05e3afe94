package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door of the trail: records in the transaction of the change itself.
 *
 * <p>Each tenant has a chain: every entry holds the hash of the one before. Entries are linked just
 * before the commit, so a transaction does not see its own entries yet.
 */
@Component
public class AuditTrail {

    /** Rows of one page at most. */
    public static final int PAGE = 100;

    private final TenantWork work;
    private final Chain chain;
    private final AuditRepository rows;
    private final AuditRecords records;
    private final AuditExport export;

    AuditTrail(
            TenantWork work,
            Chain chain,
            AuditRepository rows,
            AuditRecords records,
            AuditExport export) {
        this.work = work;
        this.chain = chain;
        this.rows = rows;
        this.records = records;
        this.export = export;
    }

    /**
     * Appends one entry to the actor's tenant's chain.
     *
     * @throws IllegalStateException when no transaction that may write is open, so that nothing is
     *     ever recorded that did not happen, nor happens without being recorded; or when the
     *     transaction is another tenant's
     */
    public void record(Actor actor, AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("the trail records inside the work that changes");
        }
        work.requireBound(actor.tenant());
        WaitingEntries.of(chain, actor.tenant()).add(new Chain.Waiting(actor, entry, chain.now()));
    }

    /**
     * Leaves evidence of an attempt that was refused; in a transaction of its own, since the
     * refused one is undone.
     */
    public void recordRefusal(Actor actor, String action, String subject, Refusal refusal) {
        AuditEntry entry =
                new AuditEntry(action, subject, null, Map.of("code", refusal.code()), false);
        work.apart(
                actor.tenant(),
                () -> {
                    record(actor, entry);
                    return Boolean.TRUE;
                });
    }

    /**
     * Newest first; needs READ_AUDIT.
     *
     * @param limit 1 to {@link #PAGE}
     */
    public List<AuditRecord> page(Actor actor, AuditFilter filter, int offset, int limit) {
        TenantId tenant = reader(actor);
        int size = Math.clamp(limit, 1, PAGE);
        int skip = Math.max(0, offset);
        return work.read(tenant, () -> records.of(rows.page(tenant, filter, skip, size)));
    }

    /** How many entries the filter lets through; needs READ_AUDIT. */
    public long count(Actor actor, AuditFilter filter) {
        TenantId tenant = reader(actor);
        return work.read(tenant, () -> rows.count(tenant, filter));
    }

    /**
     * Everything that happened to a digest, oldest first, its last 1,000 entries at most; needs
     * READ_AUDIT.
     */
    public List<AuditRecord> story(Actor actor, String digest) {
        TenantId tenant = reader(actor);
        AuditFilter of = new AuditFilter(null, null, null, digest, null, null);
        return work.read(tenant, () -> records.of(rows.page(tenant, of, 0, 10 * PAGE)).reversed());
    }

    /** The head of this moment, to be witnessed outside Cardloom. */
    public SignedHead head(TenantId tenant) {
        return work.read(
                tenant,
                () ->
                        rows.head(tenant)
                                .map(h -> chain.sign(tenant, h.entries, h.hash))
                                .orElseGet(() -> chain.sign(tenant, 0, Sha256.NOTHING)));
    }

    /** The fingerprint of this installation's signing key, by which an export is verified. */
    public String keyFingerprint() {
        return PublicKeys.fingerprint(chain.key().publicKey());
    }

    /**
     * Writes the whole trail as JSON lines with its signed heads; {@link VerifyAudit} reads it. The
     * export is itself an entry of the trail, and the last one in it or nearly. Needs READ_AUDIT.
     *
     * @throws Refusal {@code AUDIT_TRAIL_BROKEN} after the entries are written, in place of the
     *     last head, when they do not form the chain they should; a retry does not help
     */
    public void export(Actor actor, OutputStream out) {
        TenantId tenant = reader(actor);
        work.run(tenant, () -> record(actor, AuditEntry.of("audit.exported", tenant.value())));
        work.run(tenant, () -> export.write(tenant, out));
    }

    private TenantId reader(Actor actor) {
        actor.require(Permission.READ_AUDIT);
        return actor.tenant();
    }
}
