package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes a trail line by line: who and which key, every entry with its hash, the heads signed on
 * the way in their places, and a fresh head at the end. Memory stays flat.
 */
@Component
class AuditExport {

    static final String FORMAT = "cardloom-audit-1";

    private static final int BATCH = 500;

    private final AuditRepository rows;
    private final Chain chain;

    AuditExport(AuditRepository rows, Chain chain) {
        this.rows = rows;
        this.chain = chain;
    }

    void write(TenantId tenant, OutputStream target) {
        AuditHeadRow head = rows.head(tenant).orElseThrow();
        byte[] key = chain.key().publicKey().getEncoded();
        try {
            OutputStream out = new BufferedOutputStream(target, 1 << 16);
            line(
                    out,
                    CanonicalJson.write(
                            Map.of(
                                    "format", FORMAT,
                                    "key", Base64.getEncoder().encodeToString(key),
                                    "tenant", tenant.value())));
            boolean whole = entries(tenant, head, out);
            if (whole) {
                line(out, chain.sign(tenant, head.entries, head.hash).line());
            }
            out.flush();
            if (!whole) {
                throw Refusal.conflict(
                        "AUDIT_TRAIL_BROKEN",
                        "The trail in the database is not the chain that was written. Keep this"
                                + " export as evidence, and restore the database from a backup.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the chain was whole: only then may its head be signed. */
    private boolean entries(TenantId tenant, AuditHeadRow head, OutputStream out)
            throws IOException {
        String previous = Sha256.NOTHING;
        boolean whole = true;
        long seq = 0;
        while (seq < head.entries) {
            List<AuditEntryRow> batch = rows.after(tenant, seq, head.entries, BATCH);
            if (batch.isEmpty()) {
                return false;
            }
            long last = batch.getLast().seq;
            List<SignedHeadRow> heads = rows.signedHeads(tenant, seq, last);
            for (AuditEntryRow row : batch) {
                whole &=
                        row.seq == ++seq
                                && row.hash.equals(Sha256.hex(row.entry))
                                && row.entry.contains("\"previous\":\"" + previous + "\"");
                previous = row.hash;
                line(out, "{\"entry\":" + row.entry + ",\"hash\":\"" + row.hash + "\"}");
                whole &= heads(heads, row, out);
            }
            seq = last;
        }
        return whole && previous.equals(head.hash);
    }

    private boolean heads(List<SignedHeadRow> heads, AuditEntryRow at, OutputStream out)
            throws IOException {
        boolean whole = true;
        for (SignedHeadRow head : heads) {
            if (head.seq == at.seq) {
                whole &= head.hash.equals(at.hash) && vouched(head);
                line(
                        out,
                        "{\"head\":"
                                + head.statement
                                + ",\"signature\":\""
                                + head.signature
                                + "\"}");
            }
        }
        return whole;
    }

    private boolean vouched(SignedHeadRow head) {
        return head.statement.contains("\"hash\":\"" + head.hash + "\"")
                && PublicKeys.verifies(chain.key().publicKey(), head.statement, head.signature);
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
