/**
 * The software keystore: what opens account data and makes verification values. Closed to the other
 * modules; hardware drivers will stand behind the same doors.
 */
@NullMarked
package io.cardloom.production.key.store;

import org.jspecify.annotations.NullMarked;
