package io.cardloom.production.mailer;

import io.cardloom.production.verification.PinBlockFormat;

/** The form of the PIN block (ISO 9564-1) in which a PIN goes to the printer of mailers. */
public enum MailerBlock {
    /** Format 0, under a PIN encryption key of double length triple DES. */
    ISO_0(PinBlockFormat.ISO_0, "ISO-0"),
    /** Format 4, under an AES PIN encryption key. */
    ISO_4(PinBlockFormat.ISO_4, "ISO-4");

    private final PinBlockFormat format;
    private final String word;

    MailerBlock(PinBlockFormat format, String word) {
        this.format = format;
        this.word = word;
    }

    public PinBlockFormat format() {
        return format;
    }

    /** How files and the trail write it. */
    public String word() {
        return word;
    }
}
