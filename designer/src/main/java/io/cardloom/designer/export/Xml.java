package io.cardloom.designer.export;

/** Text as XML 1.0 writes it. */
final class Xml {

    private Xml() {}

    /** The text as it stands in an element or in an attribute between double quotes. */
    static String text(String plain) {
        StringBuilder text = new StringBuilder(plain.length());
        plain.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> text.append("&amp;");
                                case '<' -> text.append("&lt;");
                                case '>' -> text.append("&gt;");
                                case '"' -> text.append("&quot;");
                                default -> text.appendCodePoint(allowed(c) ? c : ' ');
                            }
                        });
        return text.toString();
    }

    /** A character of XML (2.2). */
    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
