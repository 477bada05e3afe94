/** The issuer's keys: what there is, and the ceremonies in which custodians work on them. */
@NullMarked
package io.cardloom.portal.key;

import org.jspecify.annotations.NullMarked;
