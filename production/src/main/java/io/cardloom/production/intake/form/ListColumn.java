package io.cardloom.production.intake.form;

import java.util.Locale;

/** What a cardholder list tells about a card. */
public enum ListColumn {
    PAN("Account number", true, false),
    EXPIRY("Expiry date", true, true),
    SERVICE_CODE("Service code", true, true),
    CARDHOLDER_NAME("Cardholder's name", true, false),
    ENCODED_NAME("Name on the stripe", false, false),
    SECOND_LINE("Second line", false, true),
    PSN("Card sequence number", false, true),
    IMAGE_ID("Image id", false, false);

    private final String words;
    private final boolean required;
    private final boolean constant;

    ListColumn(String words, boolean required, boolean constant) {
        this.words = words;
        this.required = required;
        this.constant = constant;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether each card needs it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it may be the same for every card of the program. */
    public boolean mayBeConstant() {
        return constant;
    }

    /** The word by which a report names it, and the standard list's header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
