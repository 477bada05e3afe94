/** Tests of the pages of administrators. */
@NullMarked
package io.cardloom.portal.admin;

import org.jspecify.annotations.NullMarked;
