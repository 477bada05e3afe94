/** Tests of packages and acknowledgements. */
@NullMarked
package io.cardloom.connectors.bureau;

import org.jspecify.annotations.NullMarked;
