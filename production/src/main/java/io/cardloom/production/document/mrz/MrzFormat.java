package io.cardloom.production.document.mrz;

/** Sizes of machine readable documents and where their zones keep what (ICAO Doc 9303-4 to -6). */
public enum MrzFormat {
    /** A card of ID-1 size: three lines of 30 (part 5). */
    TD1(3, 30, 60, 30, 22),
    /** Larger cards: two lines of 36 (part 6). */
    TD2(2, 36, 5, 31, 14),
    /** Passport booklets: two lines of 44 (part 4). */
    TD3(2, 44, 5, 39, 9);

    private final int lines;
    private final int width;
    private final int nameFrom;
    private final int nameLength;
    private final int longestNumber;

    MrzFormat(int lines, int width, int nameFrom, int nameLength, int longestNumber) {
        this.lines = lines;
        this.width = width;
        this.nameFrom = nameFrom;
        this.nameLength = nameLength;
        this.longestNumber = longestNumber;
    }

    public int lines() {
        return lines;
    }

    /** Characters in a line. */
    public int width() {
        return width;
    }

    /** Characters in the zone. */
    public int length() {
        return lines * width;
    }

    /** Characters that the name has. */
    public int nameLength() {
        return nameLength;
    }

    /**
     * The most characters of a document number; those beyond nine go into the optional data, which
     * TD3 does not know.
     */
    public int longestNumber() {
        return longestNumber;
    }

    int nameFrom() {
        return nameFrom;
    }

    /** Where the document number begins; its check digit follows nine characters later. */
    int numberFrom() {
        return this == TD1 ? 5 : width;
    }

    int nationalityFrom() {
        return this == TD1 ? 45 : width + 10;
    }

    /** Where birth begins; check digit, sex, expiry and its check digit follow. */
    int birthFrom() {
        return this == TD1 ? 30 : width + 13;
    }

    /** Where the first optional data begin. */
    int optionalFrom() {
        return this == TD1 ? 15 : width + 28;
    }

    int optionalLength() {
        return switch (this) {
            case TD1 -> 15;
            case TD2 -> 7;
            case TD3 -> 14;
        };
    }

    /** Where the second optional data of TD1 begin. */
    int secondOptionalFrom() {
        return 48;
    }

    /** How long those are; 0 when there are none. */
    int secondOptionalLength() {
        return this == TD1 ? 11 : 0;
    }

    int compositeFrom() {
        return this == TD1 ? 59 : length() - 1;
    }

    /** What the composite check digit is made of. */
    String composed(String zone) {
        int birth = birthFrom();
        String numberAndMore =
                this == TD1 ? zone.substring(5, 30) : zone.substring(width, width + 10);
        String dates = zone.substring(birth, birth + 7) + zone.substring(birth + 8, birth + 15);
        String rest =
                this == TD1
                        ? zone.substring(48, 59)
                        : zone.substring(optionalFrom(), compositeFrom());
        return numberAndMore + dates + rest;
    }
}
