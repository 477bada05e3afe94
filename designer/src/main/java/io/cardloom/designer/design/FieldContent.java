package io.cardloom.designer.design;

import io.cardloom.designer.field.FieldKey;

/**
 * The place of a value that differs from card to card. Screens and proofs show the sample.
 *
 * @param label what people call the field, 0 to 60 characters
 * @param sample what stands there until the card is made, 0 to 80 characters, no account number
 */
public record FieldContent(
        FieldKey key,
        String label,
        String sample,
        String font,
        int weight,
        int size,
        String color,
        Align align,
        int tracking,
        int shrink)
        implements Typeset {

    /** The part of its size that a field may shrink to unless the design says otherwise. */
    public static final int USUAL_SHRINK = 600;

    public FieldContent {
        Checks.text("label", label, 60);
        Checks.text("sample", sample, 80);
        Checks.type(font, weight, size);
        Checks.color("color", color);
        Checks.range("tracking", tracking, -200, 1_000);
        Checks.range("shrink", shrink, 100, NEVER_SHRINKS);
    }

    /** A field that shrinks as usual. */
    public FieldContent(
            FieldKey key,
            String label,
            String sample,
            String font,
            int weight,
            int size,
            String color,
            Align align) {
        this(key, label, sample, font, weight, size, color, align, NO_TRACKING, USUAL_SHRINK);
    }
}
