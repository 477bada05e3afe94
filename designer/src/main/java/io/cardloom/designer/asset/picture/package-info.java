/** PNG and JPEG files: the container read by our own walk, the picture made anew as a master. */
@NullMarked
package io.cardloom.designer.asset.picture;

import org.jspecify.annotations.NullMarked;
