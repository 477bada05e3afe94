package io.cardloom.tenancy.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to what.
 *
 * @param action a past-tense word of the trade with its room, such as {@code design.frozen}
 * @param subject the id of the thing (design, order, run ...)
 * @param digest the design digest this concerns (64 lower-case hex characters), null where none
 * @param details short facts: counts, key check values, reasons; never account data or secrets
 */
public record AuditEntry(
        String action, String subject, @Nullable String digest, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }

    public static AuditEntry of(String action, String subject) {
        return new AuditEntry(action, subject, null, Map.of());
    }
}
