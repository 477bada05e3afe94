/** Tests of the pages of keys. */
@NullMarked
package io.cardloom.portal.key;

import org.jspecify.annotations.NullMarked;
