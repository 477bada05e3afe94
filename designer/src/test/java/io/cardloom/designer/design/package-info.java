/** Tests of designs, edits, undo and revisions. */
@NullMarked
package io.cardloom.designer.design;

import org.jspecify.annotations.NullMarked;
