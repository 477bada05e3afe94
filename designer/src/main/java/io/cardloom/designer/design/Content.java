package io.cardloom.designer.design;

/** What a layer shows. */
public sealed interface Content permits TextContent, ImageContent, ShapeContent, FieldContent {}
