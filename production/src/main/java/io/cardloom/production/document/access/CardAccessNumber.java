package io.cardloom.production.document.access;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.random.RandomGenerator;

/**
 * The number on the face of a document that lets a reader in (CAN; ICAO Doc 9303-11, 4.4). It says
 * nothing about the holder and is not derived from anything.
 *
 * @param digits six, in clear
 */
public record CardAccessNumber(String digits) {

    /**
     * @throws Refusal {@code CARD_ACCESS_NUMBER}
     */
    public CardAccessNumber {
        if (!digits.matches("[0-9]{6}")) {
            throw Refusal.invalid("CARD_ACCESS_NUMBER", "The card access number has six digits.");
        }
    }

    /**
     * @param random which nobody can foresee
     */
    public static CardAccessNumber drawn(RandomGenerator random) {
        return new CardAccessNumber("%06d".formatted(random.nextInt(1_000_000)));
    }

    @Override
    public String toString() {
        return "CardAccessNumber[REDACTED]";
    }
}
