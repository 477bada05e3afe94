package io.cardloom.designer.template;

import io.cardloom.designer.design.TemplateVersion;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebrand has come.
 *
 * @param counts designs by outcome; an outcome without designs is not in it
 * @param finishedAt when no design was pending any more; null while one is
 */
public record RebrandProgress(
        RebrandId id,
        TemplateVersion version,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Map<RebrandOutcome, Long> counts) {

    public RebrandProgress {
        counts = Map.copyOf(counts);
    }

    /** Designs of this outcome. */
    public long count(RebrandOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** All designs it is about. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that are settled, queued ones too. */
    public long settled() {
        return total() - count(RebrandOutcome.PENDING);
    }
}
