/** Tests of the reader of OpenType files, and of files made to deceive it. */
@NullMarked
package io.cardloom.designer.font.sfnt;

import org.jspecify.annotations.NullMarked;
