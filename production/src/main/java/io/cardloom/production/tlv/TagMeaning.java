package io.cardloom.production.tlv;

/**
 * What a tag means.
 *
 * @param tag itself
 * @param name in the words of EMV Book 3, Annex A
 * @param format how its value is spelled
 * @param min fewest bytes of a value
 * @param max most bytes of a value
 */
public record TagMeaning(Tag tag, String name, TagFormat format, int min, int max) {

    /** Whether a value of so many bytes can be one. */
    public boolean allows(int length) {
        return length >= min && length <= max;
    }
}
