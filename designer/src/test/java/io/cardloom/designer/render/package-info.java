/** Tests of the renderer. */
@NullMarked
package io.cardloom.designer.render;

import org.jspecify.annotations.NullMarked;
