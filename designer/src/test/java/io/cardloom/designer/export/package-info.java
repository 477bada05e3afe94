/** Tests of the files that a design is taken away in. */
@NullMarked
package io.cardloom.designer.export;

import org.jspecify.annotations.NullMarked;
