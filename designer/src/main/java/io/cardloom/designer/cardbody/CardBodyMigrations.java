package io.cardloom.designer.cardbody;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a card body of an earlier form up to today's, one number at a time. What is stored is
 * never rewritten for it.
 */
final class CardBodyMigrations {

    /** The form this version of Cardloom writes when a body needs it; 1 is never written out. */
    static final int SCHEMA = 2;

    /** At index n what makes a body of schema n + 2 from one of schema n + 1. */
    private static final List<UnaryOperator<ObjectNode>> UP =
            List.of(
                    // Schema 2 says how lines are made. Until then all were printed with the
                    // picture, whatever the body was called: that is what its default means.
                    UnaryOperator.identity());

    private CardBodyMigrations() {}

    /**
     * @throws IllegalArgumentException when it is no body, or of a form that is not known
     */
    static ObjectNode up(JsonNode body) {
        if (!(body instanceof ObjectNode raised)) {
            throw new IllegalArgumentException("not the JSON of a card body");
        }
        int schema = raised.has("schema") ? raised.required("schema").asInt(0) : 1;
        if (schema < 1 || schema > SCHEMA) {
            throw new IllegalArgumentException("a card body of an unknown form");
        }
        for (int from = schema; from < SCHEMA; from++) {
            raised = UP.get(from - 1).apply(raised);
        }
        return raised;
    }
}
