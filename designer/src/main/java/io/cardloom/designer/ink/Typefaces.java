package io.cardloom.designer.ink;

/** Port to the typefaces there are. */
public interface Typefaces {

    /**
     * The typeface that sets this family in the shipped weight nearest to this one.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code FONT_UNKNOWN} when no such family ships
     */
    Typeface typeface(String family, int weight);
}
