package io.cardloom.designer.design;

/** Content that is set in type, on one line. */
public sealed interface Typeset extends Content permits TextContent, FieldContent {

    /** Tracking of a line as the typeface has it. */
    int NO_TRACKING = 0;

    /** A line that keeps its size, however wide it becomes. */
    int NEVER_SHRINKS = 1_000;

    /** Family key, 1 to 40 of {@code a-z0-9-}. */
    String font();

    /** 100 to 900 in hundreds. */
    int weight();

    /** Of the em, micrometers, 200 to 100,000. */
    int size();

    /** {@code #rrggbb}, lower case. */
    String color();

    /** Where in its box the line lies. */
    Align align();

    /** Room added after each letter, thousandths of the em, -200 to 1,000. */
    int tracking();

    /** The least part of its size it may shrink to, to fit its box, thousandths, 100 to 1,000. */
    int shrink();
}
