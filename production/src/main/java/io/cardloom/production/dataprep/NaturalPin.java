package io.cardloom.production.dataprep;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.verification.Pins;
import io.cardloom.production.verification.SealedPin;

/** The PIN of a card for which none is drawn; a drawn one has its offset to this. */
final class NaturalPin {

    private NaturalPin() {}

    static SealedPin of(Pins port, Pan pan, PinRule pins) {
        return port.natural(pan, pins.natural(), pins.digits());
    }
}
