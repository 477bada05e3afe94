/** Tests of the frame. */
@NullMarked
package io.cardloom.portal.shell;

import org.jspecify.annotations.NullMarked;
