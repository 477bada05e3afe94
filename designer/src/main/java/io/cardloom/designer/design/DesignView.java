package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.tenancy.program.ProgramId;
import org.jspecify.annotations.Nullable;

/**
 * A design as it stands.
 *
 * @param cardBody the newest version of the card body it is drawn on
 * @param number of its latest edit; 0 for a blank one
 * @param digest of its present content when that is frozen, null in {@link DesignState#DRAFT}
 */
public record DesignView(
        DesignId id,
        String name,
        ProgramId program,
        CardBody cardBody,
        long number,
        DesignDocument document,
        DesignState state,
        @Nullable Digest digest) {}
