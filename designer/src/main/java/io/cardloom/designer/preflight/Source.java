package io.cardloom.designer.preflight;

/**
 * Where a rule comes from.
 *
 * @param kind how binding it is
 * @param name of the standard, or of what the house rule follows
 * @param clause of it, by its number where we know it and by its heading where we do not
 * @param number what is measured against, with its unit; empty where nothing is measured
 */
record Source(Kind kind, String name, String clause, String number) {

    enum Kind {
        STANDARD,
        CARD_BODY,
        PRINT_PROFILE,
        TRADE,
        HOUSE
    }
}
