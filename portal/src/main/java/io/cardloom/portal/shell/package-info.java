/** The frame around every view: navigation, membership, light and dark, and how errors look. */
@NullMarked
package io.cardloom.portal.shell;

import org.jspecify.annotations.NullMarked;
