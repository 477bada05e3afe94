package io.cardloom.designer.ink;

import io.cardloom.designer.design.LayerId;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;

/**
 * What to draw on one face, lowest first, and what could not be planned.
 *
 * @param omissions layers that are left out, each with the reason
 */
public record DrawingPlan(List<Drawing> drawings, List<Omission> omissions) {

    /** A layer that cannot be drawn as it is. */
    public record Omission(LayerId layer, Refusal reason) {}

    public DrawingPlan {
        drawings = List.copyOf(drawings);
        omissions = List.copyOf(omissions);
    }

    /**
     * This plan, when nothing is left out: what proofs and cards are made of.
     *
     * @throws Refusal the first reason
     */
    public DrawingPlan whole() {
        if (!omissions.isEmpty()) {
            throw omissions.getFirst().reason();
        }
        return this;
    }
}
