package io.cardloom.production.encoding;

import java.util.List;

/**
 * One track of a sample card, to the bit.
 *
 * @param number 1, 2 or 3
 * @param density bits an inch
 * @param text from start sentinel to end sentinel, without the LRC
 * @param characters one after the other, the LRC last
 * @param packed the bits as bytes, the first bit of the stripe in the lowest bit of the first byte,
 *     upper case hexadecimal
 */
public record TrackSample(
        int number, int density, String text, List<TrackCharacter> characters, String packed) {

    public TrackSample {
        characters = List.copyOf(characters);
    }

    /** What a character does. */
    public enum Part {
        START,
        DATA,
        SEPARATOR,
        END,
        LRC
    }

    /**
     * A character as it stands on the stripe.
     *
     * @param symbol the character; LRC for the check character, which need not be one
     * @param data its bits in the order of the stripe, the lowest first
     * @param parity the last bit, which makes their number odd
     */
    public record TrackCharacter(String symbol, Part part, String data, char parity) {}
}
