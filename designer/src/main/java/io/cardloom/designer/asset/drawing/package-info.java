/** SVG files: read through an allow-list, written anew as SVG 1.1, and only that one drawn. */
@NullMarked
package io.cardloom.designer.asset.drawing;

import org.jspecify.annotations.NullMarked;
