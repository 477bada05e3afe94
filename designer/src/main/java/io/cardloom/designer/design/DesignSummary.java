package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.program.ProgramId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A design as a list shows it.
 *
 * @param number of its latest edit; 0 for a blank one
 * @param digest of its present content when that is frozen, null in {@link DesignState#DRAFT}
 * @param changedBy the name of the person who last changed it
 * @param cardBody on which it stands
 */
public record DesignSummary(
        DesignId id,
        String name,
        ProgramId program,
        DesignState state,
        long number,
        @Nullable Digest digest,
        Instant changedAt,
        String changedBy,
        CardBodyId cardBody) {}
