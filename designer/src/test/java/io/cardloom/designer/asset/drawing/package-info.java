/** Tests of what becomes of an SVG file. */
@NullMarked
package io.cardloom.designer.asset.drawing;

import org.jspecify.annotations.NullMarked;
