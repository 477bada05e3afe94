/**
 * Payment hardware security modules that speak payShield-style host commands over TCP, behind the
 * ports of keys.
 */
@NullMarked
package io.cardloom.connectors.payshield;

import org.jspecify.annotations.NullMarked;
