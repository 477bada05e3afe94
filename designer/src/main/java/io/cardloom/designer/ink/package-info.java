/**
 * What rooms of the designer draw with: shaped text, plans of outlines and pictures, and the two
 * inks (pixels and PDF) that both follow the same plan.
 */
@NullMarked
package io.cardloom.designer.ink;

import org.jspecify.annotations.NullMarked;
