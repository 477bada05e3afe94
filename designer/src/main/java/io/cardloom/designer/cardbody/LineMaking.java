package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * How the lines of a zone are made. Wheels strike at fixed places: rows of equal height and a fixed
 * pitch; the other methods follow the design.
 *
 * @param pitch from one letter to the next, micrometers, 1,000 to 10,000; 0 where nothing is struck
 * @param letterHeight of the wheels' letters, micrometers, 1,000 to 8,000; 0 where nothing is
 *     struck
 * @param rows that the zone is divided into from top to bottom, 1 to 6; 1 where nothing is struck
 */
public record LineMaking(LineMethod method, int pitch, int letterHeight, int rows) {

    /** With the picture. */
    public static final LineMaking FLAT = of(LineMethod.FLAT);

    /** The identification number of ISO/IEC 7811-1: seven to the inch, one row. */
    public static final LineMaking EMBOSSED_NUMBER =
            new LineMaking(LineMethod.EMBOSSED, 3_630, 4_000, 1);

    /** The name and address area of ISO/IEC 7811-1: ten to the inch, four rows. */
    public static final LineMaking EMBOSSED_NAMES =
            new LineMaking(LineMethod.EMBOSSED, 2_540, 2_800, 4);

    /**
     * A security code struck in: ten to the inch, one row; wheels differ, so the bureau is asked.
     */
    public static final LineMaking INDENTED_CODE =
            new LineMaking(LineMethod.INDENTED, 2_540, 2_500, 1);

    private static final int NARROWEST = 1_000;
    private static final int WIDEST = 10_000;
    private static final int HIGHEST = 8_000;
    private static final int MOST_ROWS = 6;

    /**
     * @throws Refusal {@code CARD_BODY_LINE}
     */
    public LineMaking {
        boolean fits =
                method.isStruck()
                        ? pitch >= NARROWEST
                                && pitch <= WIDEST
                                && letterHeight >= NARROWEST
                                && letterHeight <= HIGHEST
                                && rows >= 1
                                && rows <= MOST_ROWS
                        : pitch == 0 && letterHeight == 0 && rows == 1;
        if (!fits) {
            throw Refusal.invalid(
                    "CARD_BODY_LINE",
                    "A struck line has letters 1 to 8 mm high at a pitch of 1 to 10 mm, in 1 to 6"
                            + " rows; other lines have none of these.");
        }
    }

    /** A method that follows the design. */
    public static LineMaking of(LineMethod method) {
        return new LineMaking(method, 0, 0, 1);
    }

    /** How many letters of this pitch fit side by side; for struck lines only. */
    public int letters(int width) {
        return width / pitch;
    }

    /** The middle of a row of the zone, micrometers from the card's upper edge; rows from 0. */
    public int rowMiddle(Zone zone, int row) {
        return zone.y() + (int) Math.round((row + 0.5) * zone.height() / rows);
    }

    /** The row of the zone that this height on the card belongs to, from 0. */
    public int row(Zone zone, int y) {
        return Math.clamp((long) (y - zone.y()) * rows / zone.height(), 0, rows - 1);
    }
}
