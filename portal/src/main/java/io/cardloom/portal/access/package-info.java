/** Who the person at this screen is, and for whom she acts at the moment. */
@NullMarked
package io.cardloom.portal.access;

import org.jspecify.annotations.NullMarked;
