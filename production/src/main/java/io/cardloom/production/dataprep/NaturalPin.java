package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.Pins;
import io.cardloom.production.verification.SealedPin;

/**
 * The PIN of a card for which none is drawn; a drawn one has its offset to this: four digits by IBM
 * 3624, the plain table, the first twelve digits of the account number, filled with F.
 */
final class NaturalPin {

    static final Ibm3624 RULE = new Ibm3624("0123456789012345", 0, 12, 'F');
    private static final int DIGITS = 4;

    private NaturalPin() {}

    static SealedPin of(Pins pins, Pan pan) {
        return pins.natural(pan, RULE, DIGITS);
    }
}
