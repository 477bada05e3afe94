package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links entries to a tenant's chain, and signs its head now and then. */
@Component
class Chain {

    /** An entry that waits for its transaction's end. */
    record Waiting(Actor actor, AuditEntry entry, Instant at) {}

    private final AuditRepository rows;
    private final SigningKey key;
    private final AuditSettings settings;
    private final Clock clock;

    Chain(AuditRepository rows, SigningKey key, AuditSettings settings, Clock clock) {
        this.rows = rows;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Appends in order. The head is locked last of all, after everything else of the transaction is
     * flushed, so that trails neither queue longer than an insert takes nor deadlock.
     */
    void append(TenantId tenant, List<Waiting> entries) {
        AuditHeadRow head = rows.lockHead(tenant);
        for (Waiting waiting : entries) {
            append(tenant, head, waiting);
        }
    }

    SignedHead sign(TenantId tenant, long count, String hash) {
        return SignedHead.sign(tenant, count, hash, now(), key);
    }

    SigningKey key() {
        return key;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void append(TenantId tenant, AuditHeadRow head, Waiting waiting) {
        AuditEntryRow row = new AuditEntryRow();
        row.id = Identifier.next("aud", clock);
        row.seq = head.entries + 1;
        row.recordedAt = waiting.at();
        row.personId = value(waiting.actor().person());
        row.action = waiting.entry().action();
        row.subject = waiting.entry().subject();
        row.digest = waiting.entry().digest();
        row.entry = CanonicalJson.write(fields(row.seq, waiting, head.hash));
        row.hash = Sha256.hex(row.entry);
        rows.append(tenant, row);
        head.entries = row.seq;
        head.hash = row.hash;
        if (row.seq % settings.headEvery() == 0) {
            keep(tenant, row);
        }
    }

    private void keep(TenantId tenant, AuditEntryRow last) {
        SignedHead signed = sign(tenant, last.seq, last.hash);
        SignedHeadRow row = new SignedHeadRow();
        row.id = Identifier.next("aud", clock);
        row.seq = signed.count();
        row.hash = signed.hash();
        row.signedAt = signed.at();
        row.statement = signed.statement();
        row.signature = signed.signature();
        rows.append(tenant, row);
    }

    private static Map<String, @Nullable Object> fields(
            long sequence, Waiting waiting, String previous) {
        Actor actor = waiting.actor();
        AuditEntry entry = waiting.entry();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("sequence", sequence);
        fields.put("previous", previous);
        fields.put("tenant", actor.tenant().value());
        fields.put("at", waiting.at().toString());
        fields.put("person", value(actor.person()));
        fields.put("organization", value(actor.organization()));
        fields.put("system", actor.isSystem() ? actor.name() : null);
        fields.put("origin", actor.origin());
        fields.put("action", entry.action());
        fields.put("subject", entry.subject());
        fields.put("digest", entry.digest());
        fields.put("success", entry.success());
        fields.put("details", entry.details());
        return fields;
    }

    private static @Nullable String value(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
