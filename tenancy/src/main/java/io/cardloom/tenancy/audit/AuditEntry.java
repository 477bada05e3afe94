package io.cardloom.tenancy.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to what.
 *
 * @param action a past-tense word of the trade with its room, such as {@code design.frozen}
 * @param subject the id of the thing (design, order, run ...)
 * @param digest the design digest this concerns (64 lower-case hex characters), null where none
 * @param success false for an attempt that was refused or failed
 * @param details short facts: counts, key check values, reasons; never account data or secrets
 */
public record AuditEntry(
        String action,
        String subject,
        @Nullable String digest,
        Map<String, String> details,
        boolean success) {

    /** Something that was done. */
    public AuditEntry(
            String action, String subject, @Nullable String digest, Map<String, String> details) {
        this(action, subject, digest, details, true);
    }

    public AuditEntry {
        details = Map.copyOf(details);
    }

    public static AuditEntry of(String action, String subject) {
        return new AuditEntry(action, subject, null, Map.of());
    }
}
