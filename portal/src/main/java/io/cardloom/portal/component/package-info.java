/** Parts that several views are made of; they know how things look, not what they mean. */
@NullMarked
package io.cardloom.portal.component;

import org.jspecify.annotations.NullMarked;
