/** Tests of the connectors room. */
@NullMarked
package io.cardloom.connectors;

import org.jspecify.annotations.NullMarked;
