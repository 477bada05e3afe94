package io.cardloom.designer.design;

/** Which side of its box a text keeps to. */
public enum Align {
    LEFT,
    CENTER,
    RIGHT
}
