/** The first page: what waits for me, what is moving, what is stuck. */
@NullMarked
package io.cardloom.portal.home;

import org.jspecify.annotations.NullMarked;
