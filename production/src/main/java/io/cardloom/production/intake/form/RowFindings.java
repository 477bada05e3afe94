package io.cardloom.production.intake.form;

/** Is told what is found in a list. */
public interface RowFindings {

    /** The row is not accepted. */
    void error(RowError error);

    /** The list as a whole cannot be accepted. */
    void listError(RowError error);

    /** The row is accepted, and somebody should know this. */
    void notice(RowError notice);
}
