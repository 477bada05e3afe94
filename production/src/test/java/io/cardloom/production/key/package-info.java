/** Tests of the transport certificates. */
@NullMarked
package io.cardloom.production.key;

import org.jspecify.annotations.NullMarked;
