package io.cardloom.designer.preflight;

/** Typographic points, 72 an inch. */
final class Points {

    private static final double MICROMETERS = 25_400 / 72.0;

    private Points() {}

    static double of(int micrometers) {
        return micrometers / MICROMETERS;
    }
}
