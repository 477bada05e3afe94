package io.cardloom.designer.cardbody;

/** What a zone of the card body is for. */
public enum ZoneKind {
    /** The contact module and the glue around it (ISO/IEC 7816-2). */
    CHIP,
    /** The magnetic stripe (ISO/IEC 7811-2 and -6). */
    STRIPE,
    /** The panel one signs on. */
    SIGNATURE,
    /** A hologram that is stamped on. */
    HOLOGRAM,
    /** The mark that says the card works without contact. */
    CONTACTLESS_MARK,
    /** The payment network's mark. */
    NETWORK_MARK,
    /** The line of the primary account number; {@link Zone#line} says how it is made. */
    PAN_LINE,
    /** The lines of the cardholder's name; {@link Zone#line} says how they are made. */
    NAME_LINE,
    /** The line of the security code; {@link Zone#line} says how it is made. */
    CODE_LINE;

    /** Whether lines that differ from card to card stand here. */
    public boolean isLine() {
        return this == PAN_LINE || this == NAME_LINE || this == CODE_LINE;
    }
}
