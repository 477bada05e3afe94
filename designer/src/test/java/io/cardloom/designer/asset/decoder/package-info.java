/** Tests of the decoder's JVM, its death and its replacement. */
@NullMarked
package io.cardloom.designer.asset.decoder;

import org.jspecify.annotations.NullMarked;
