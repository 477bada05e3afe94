package io.cardloom.designer.ink;

/** Numbers as PDF writes them (ISO 32000-1, 7.3.3). */
final class PdfNumber {

    private PdfNumber() {}

    /** The three operands of a color, 0xrrggbb. */
    static String color(int rgb) {
        return of((rgb >> 16 & 255) / 255.0)
                + ' '
                + of((rgb >> 8 & 255) / 255.0)
                + ' '
                + of((rgb & 255) / 255.0);
    }

    /** A number with at most four decimals, never in exponents. */
    static String of(double value) {
        long scaled = Math.round(value * 10_000);
        long whole = Math.abs(scaled) / 10_000;
        long rest = Math.abs(scaled) % 10_000;
        String sign = scaled < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        String decimals = Long.toString(10_000 + rest).substring(1);
        int end = decimals.length();
        while (decimals.charAt(end - 1) == '0') {
            end--;
        }
        return sign + whole + '.' + decimals.substring(0, end);
    }
}
