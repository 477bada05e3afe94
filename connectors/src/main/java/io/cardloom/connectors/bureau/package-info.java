/** What travels between Cardloom and a bureau: sealed packages out, signed acknowledgements in. */
@NullMarked
package io.cardloom.connectors.bureau;

import org.jspecify.annotations.NullMarked;
