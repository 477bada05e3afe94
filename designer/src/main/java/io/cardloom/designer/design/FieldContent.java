package io.cardloom.designer.design;

import io.cardloom.designer.field.FieldKey;

/**
 * The place of a value that differs from card to card. Screens and proofs show the sample.
 *
 * @param label what people call the field, 0 to 60 characters
 * @param sample what stands there until the card is made, 0 to 80 characters, no account number
 * @param font family key, 1 to 40 of {@code a-z0-9-}
 * @param weight 100 to 900 in hundreds
 * @param size of the em, micrometers, 200 to 100,000
 * @param color {@code #rrggbb}, lower case
 */
public record FieldContent(
        FieldKey key,
        String label,
        String sample,
        String font,
        int weight,
        int size,
        String color,
        Align align)
        implements Content {

    public FieldContent {
        Checks.text("label", label, 60);
        Checks.text("sample", sample, 80);
        Checks.type(font, weight, size);
        Checks.color("color", color);
    }
}
