package io.cardloom.production.document.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a list says of one document; the keys of its rows, in lower case. */
public enum EntryField {
    DOCUMENT_CODE(true),
    ISSUING_STATE(true),
    DOCUMENT_NUMBER(true),
    /** As it is printed. */
    PRIMARY_NAME(true),
    SECONDARY_NAME(false),
    /** Both parts in the zone's letters, where the authority does not leave them to the tables. */
    ZONE_NAME(false),
    NATIONALITY(true),
    /** Year, month, day; zeros for what is not known. */
    BIRTH(true),
    /** F, M or X. */
    SEX(true),
    /** Year, month, day. */
    EXPIRY(true),
    OPTIONAL_DATA(false),
    SECOND_OPTIONAL_DATA(false),
    CARD_ACCESS_NUMBER(false),
    /** A picture in base64. */
    FACE(true),
    FULL_NAME(false),
    /** One a line. */
    OTHER_NAMES(false),
    PERSONAL_NUMBER(false),
    /** One part a line. */
    PLACE_OF_BIRTH(false),
    /** Of several lines. */
    ADDRESS(false),
    TELEPHONE(false),
    PROFESSION(false),
    TITLE(false),
    PERSONAL_SUMMARY(false),
    CUSTODY(false),
    AUTHORITY(false),
    /** Year, month, day. */
    ISSUED(false),
    /** One a line. */
    OTHER_PERSONS(false),
    ENDORSEMENTS(false),
    TAX_OR_EXIT(false);

    private final boolean required;

    EntryField(boolean required) {
        this.required = required;
    }

    /** The key in lists and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no document goes without it. */
    public boolean isRequired() {
        return required;
    }

    /** The field of a key; empty for a key that no list has. */
    public static Optional<EntryField> of(String key) {
        String word = key.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }
}
