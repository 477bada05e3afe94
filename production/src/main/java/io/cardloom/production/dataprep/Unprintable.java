package io.cardloom.production.dataprep;

import io.cardloom.tenancy.refusal.Refusal;

/** Says which record stands against its design. */
final class Unprintable {

    private Unprintable() {}

    /** {@code RECORD_NOT_PRINTABLE}, with the reason's code and what would help. */
    static Refusal refusal(int row, Refusal reason) {
        boolean struck =
                switch (reason.code()) {
                    case "EMBOSS_CHARACTERS", "INDENT_CHARACTERS", "LINE_TOO_LONG", "LINE_TURNED" ->
                            true;
                    default -> false;
                };
        return Refusal.invalid(
                "RECORD_NOT_PRINTABLE",
                "Record "
                        + row
                        + " of the order cannot be printed in this design ("
                        + reason.code()
                        + "): "
                        + (struck
                                ? reason.sentence()
                                : "choose a font that has its letters, or a wider field."));
    }
}
