package io.cardloom.production.order;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.program.ProgramId;
import java.time.Instant;

/**
 * So many cards of one approved design.
 *
 * @param cards cardholders in the file; for a refused order the rows that were read
 * @param placedBy how the person was called then
 */
public record CardOrder(
        CardOrderId id,
        ProgramId program,
        Digest digest,
        String name,
        int cards,
        OrderState state,
        Instant placedAt,
        String placedBy) {}
