package io.cardloom.production.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns a cardholder file may have, by the words of its header. */
enum Column {
    PAN(true),
    EXPIRY(true),
    SERVICE_CODE(true),
    CARDHOLDER_NAME(true),
    ENCODED_NAME(false),
    SECOND_LINE(false),
    PSN(false),
    IMAGE_ID(false);

    private final boolean required;

    Column(boolean required) {
        this.required = required;
    }

    boolean isRequired() {
        return required;
    }

    /** The header's word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String header) {
        String word = header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }
}
