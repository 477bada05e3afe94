/** Tests of the walks, the decoding and the masters. */
@NullMarked
package io.cardloom.designer.asset.picture;

import org.jspecify.annotations.NullMarked;
