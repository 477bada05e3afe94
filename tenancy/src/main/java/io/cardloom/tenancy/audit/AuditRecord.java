package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail as it was written.
 *
 * @param sequence 1 for the tenant's first entry, without gaps
 * @param at microseconds
 * @param person null when Cardloom itself acted
 * @param organization null as above
 * @param who the person's name of today, or what Cardloom called itself
 * @param action a past-tense word of the trade with its room
 * @param subject the id of the thing
 * @param digest the design digest concerned, null where none
 * @param success false for a refused or failed attempt
 * @param origin where the request came from
 * @param hash SHA-256 of this entry, which contains the hash of the one before (lower-case hex)
 */
public record AuditRecord(
        long sequence,
        Instant at,
        @Nullable PersonId person,
        @Nullable OrganizationId organization,
        String who,
        String action,
        String subject,
        @Nullable String digest,
        boolean success,
        String origin,
        Map<String, String> details,
        String hash) {

    public AuditRecord {
        details = Map.copyOf(details);
    }
}
