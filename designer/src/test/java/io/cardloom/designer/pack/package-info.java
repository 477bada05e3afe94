/** Tests of the packs. */
@NullMarked
package io.cardloom.designer.pack;

import org.jspecify.annotations.NullMarked;
