/** Tests of the stand-ins, and what other tests need of them. */
@NullMarked
package io.cardloom.connectors.simulator;

import org.jspecify.annotations.NullMarked;
