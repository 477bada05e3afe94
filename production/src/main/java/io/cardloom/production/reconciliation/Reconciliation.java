package io.cardloom.production.reconciliation;

import io.cardloom.production.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The closing count of a run.
 *
 * @param purgedRecords account records destroyed with it; null when the order goes on
 * @param purgedKey check value of the destroyed key; null as above
 */
public record Reconciliation(
        RunId run,
        Ledger ledger,
        String countedBy,
        Instant countedAt,
        @Nullable Integer purgedRecords,
        @Nullable String purgedKey) {}
