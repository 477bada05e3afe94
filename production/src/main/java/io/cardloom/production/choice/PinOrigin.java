package io.cardloom.production.choice;

/** Where the PINs of a program's cards come from. */
public enum PinOrigin {
    NATURAL("Natural: from the account number, by IBM 3624"),
    DRAWN("Drawn at random for each card");

    private final String words;

    PinOrigin(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
