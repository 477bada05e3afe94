/** Tests of the pages of fonts. */
@NullMarked
package io.cardloom.portal.font;

import org.jspecify.annotations.NullMarked;
