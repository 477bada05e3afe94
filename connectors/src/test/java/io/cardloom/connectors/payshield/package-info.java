/** Tests of the host command driver, against a simulator of our own. */
@NullMarked
package io.cardloom.connectors.payshield;

import org.jspecify.annotations.NullMarked;
