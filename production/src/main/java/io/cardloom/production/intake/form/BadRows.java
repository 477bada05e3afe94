package io.cardloom.production.intake.form;

/** What becomes of a list in which rows are wrong. */
public enum BadRows {
    LEAVE_OUT("Leave the row out, take the others"),
    HOLD_FILE("Take nothing of the file");

    private final String words;

    BadRows(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
