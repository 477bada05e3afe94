package io.cardloom.production.intake.file;

/** A file cannot be read any further. Holds none of its values; the same file fails again. */
public final class ReadFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String code;
    private final String sentence;

    ReadFault(int line, String code, String sentence) {
        super(code);
        this.line = line;
        this.code = code;
        this.sentence = sentence;
    }

    /** Where, counted from 1. */
    public int line() {
        return line;
    }

    /** A stable word such as {@code CSV_QUOTES}. */
    public String code() {
        return code;
    }

    /** What is wrong and what would pass. */
    public String sentence() {
        return sentence;
    }

    static ReadFault columns(int line) {
        return new ReadFault(
                line,
                "FILE_COLUMNS",
                "The row has more than " + FileForm.MOST_COLUMNS + " columns.");
    }

    static ReadFault length(int line) {
        return length(line, FileForm.MOST_CHARACTERS);
    }

    static ReadFault length(int line, int most) {
        return new ReadFault(
                line, "FIELD_LENGTH", "A value has more than " + most + " characters.");
    }
}
