package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.Pins;
import io.cardloom.production.verification.SealedPin;

/**
 * The one PIN of a card, of which its stripe's verification value and its mailer are made: four
 * digits by IBM 3624, the plain table, the first twelve digits of the account number, filled with
 * F.
 */
final class NaturalPin {

    private static final Ibm3624 RULE = new Ibm3624("0123456789012345", 0, 12, 'F');
    private static final int DIGITS = 4;

    private NaturalPin() {}

    static SealedPin of(Pins pins, Pan pan) {
        return pins.natural(pan, RULE, DIGITS);
    }
}
