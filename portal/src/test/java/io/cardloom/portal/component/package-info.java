/** Tests of the parts that views are made of. */
@NullMarked
package io.cardloom.portal.component;

import org.jspecify.annotations.NullMarked;
