package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings a document of an earlier form up to today's, one number at a time. What is stored is never
 * rewritten for it: a frozen revision keeps the text its digest was made of.
 */
final class Migrations {

    /** At index n what makes a document of schema n + 2 from one of schema n + 1. */
    private static final List<UnaryOperator<Map<String, Object>>> UP =
            List.of(
                    // Schema 2 has more types and properties, each with a default where it is left
                    // out: what schema 1 says means the same in it.
                    UnaryOperator.identity());

    private Migrations() {}

    /**
     * The same document in the form of {@link DesignDocument#SCHEMA}.
     *
     * @param document a document of any form this version knows
     * @throws Refusal {@code SCHEMA_UNKNOWN}
     */
    static Map<String, Object> up(Map<String, Object> document) {
        @Nullable Object schema = document.get("schema");
        // Told before anything else: a later form may differ in all the rest.
        if (!(schema instanceof Integer number) || number < 1 || number > DesignDocument.SCHEMA) {
            throw unknown();
        }
        Map<String, Object> raised = document;
        for (int from = number; from < DesignDocument.SCHEMA; from++) {
            raised = new TreeMap<>(UP.get(from - 1).apply(raised));
            raised.put("schema", from + 1);
        }
        return raised;
    }

    static Refusal unknown() {
        return Refusal.invalid(
                "SCHEMA_UNKNOWN",
                "The document has a form that this version of Cardloom does not know; it knows"
                        + " schema 1 to "
                        + DesignDocument.SCHEMA
                        + ".");
    }
}
