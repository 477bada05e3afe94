package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null means any.
 *
 * @param action an exact action, or a room with its dot ({@code design.}) for all of its actions
 * @param from inclusive
 * @param until exclusive
 */
public record AuditFilter(
        @Nullable PersonId person,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String digest,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything. */
    public static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null, null);
    }
}
