package io.cardloom.production.document.mrz;

/** Check digits by weights 7, 3, 1 modulo 10 (ICAO Doc 9303-3, 4.9). */
public final class CheckDigit {

    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    /**
     * The check digit.
     *
     * @param data of A to Z, 0 to 9 and the filler
     * @throws MalformedMrz CHARACTER
     */
    public static char of(CharSequence data) {
        int sum = 0;
        for (int i = 0; i < data.length(); i++) {
            sum += value(data.charAt(i), i) * WEIGHTS[i % WEIGHTS.length];
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char c, int place) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        if (c == '<') {
            return 0;
        }
        throw new MalformedMrz(MalformedMrz.Fault.CHARACTER, place);
    }
}
