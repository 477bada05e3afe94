package io.cardloom.designer.asset.drawing;

/**
 * What a shape's path costs.
 *
 * @param data rewritten path data or points
 * @param segments how many
 * @param length at most, in the shape's units; NaN never
 */
record Outline(String data, int segments, double length) {}
