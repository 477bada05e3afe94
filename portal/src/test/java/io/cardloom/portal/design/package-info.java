/** Tests of how designs are shown. */
@NullMarked
package io.cardloom.portal.design;

import org.jspecify.annotations.NullMarked;
