package io.cardloom.production.intake;

/** The file cannot be read any further. Holds none of its values. */
final class CsvFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;

    CsvFault(String code, String sentence) {
        super(code);
        this.code = code;
        this.sentence = sentence;
    }

    RowError at(int line) {
        return new RowError(line, "", code, sentence);
    }
}
