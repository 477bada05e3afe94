/**
 * The ports by which card verification values and PINs are made, one small interface a purpose;
 * keystores stand behind them, and clear PINs stay there.
 */
@NullMarked
package io.cardloom.production.verification;

import org.jspecify.annotations.NullMarked;
