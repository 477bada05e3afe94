package io.cardloom.designer.ink;

import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.field.CardValues;
import io.cardloom.designer.field.FieldKey;
import java.util.Map;

/** Says what stands in a field. */
@FunctionalInterface
public interface FieldValues {

    /** The text of this field; empty for nothing. */
    String of(FieldContent field);

    /** Each field's sample: for screens, preflight and proofs. */
    static FieldValues samples() {
        return FieldContent::sample;
    }

    /** One card's values; a field without one stays empty. */
    static FieldValues card(Map<FieldKey, String> values) {
        return field -> values.getOrDefault(field.key(), "");
    }

    /** The same with the fields that the issuer names itself. */
    static FieldValues card(CardValues values) {
        return field -> values.of(field.key(), field.label());
    }
}
