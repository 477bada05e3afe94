/** Tests of the registry of drivers. */
@NullMarked
package io.cardloom.connectors.registry;

import org.jspecify.annotations.NullMarked;
