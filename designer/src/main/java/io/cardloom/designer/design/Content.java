package io.cardloom.designer.design;

/** What a layer shows. */
public sealed interface Content
        permits Typeset, Pictured, ShapeContent, PathContent, CodeContent, SlotContent {}
