package io.cardloom.production.intake.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The cells of one row. */
final class XlsxCells {

    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final int MOST_DAYS = 2_958_465;

    private final XlsxBook book;
    private final XlsxXml xml;
    private final StringBuilder text = new StringBuilder();
    private List<String> values = new ArrayList<>();
    private List<SourceRow.Fault> faults = new ArrayList<>();
    private int line;
    private int column;

    XlsxCells(XlsxBook book, XlsxXml xml) {
        this.book = book;
        this.xml = xml;
    }

    /** A new row, whose values are filled up to this width. */
    void begin(int line, int width) {
        this.line = line;
        this.column = -1;
        this.faults = new ArrayList<>();
        this.values = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            values.add("");
        }
    }

    List<String> values() {
        return values;
    }

    List<SourceRow.Fault> faults() {
        return faults;
    }

    boolean isBlank() {
        return faults.isEmpty() && values.stream().allMatch(String::isEmpty);
    }

    void fault(int place, String code, String sentence) {
        faults.add(new SourceRow.Fault(place, code, sentence));
    }

    /** Reads the cell that has just begun. */
    void read() throws IOException {
        column = column(xml.attribute("r"));
        if (column >= FileForm.MOST_COLUMNS) {
            throw ReadFault.columns(line);
        }
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        boolean formula = false;
        text.setLength(0);
        while (xml.next() && !(xml.name().equals("c") && !xml.begins())) {
            if (xml.begins()) {
                switch (xml.name()) {
                    case "f" -> {
                        formula = true;
                        xml.skip();
                    }
                    case "v", "t" -> xml.text(text);
                    case "rPh" -> xml.skip();
                    default -> {}
                }
            }
        }
        if (text.length() > FileForm.MOST_CHARACTERS) {
            throw ReadFault.length(line);
        }
        if (formula) {
            fault(
                    column,
                    "XLSX_FORMULA",
                    "The cell holds a formula. Copy the column and paste it as values.");
        } else {
            set(value(type, style, text.toString()));
        }
    }

    private void set(String value) {
        while (values.size() <= column && !value.isEmpty()) {
            values.add("");
        }
        if (!value.isEmpty()) {
            values.set(column, value);
        }
    }

    private String value(String type, String style, String told) {
        return switch (type) {
            case "s" -> shared(told);
            case "inlineStr", "str" -> told;
            case "b" -> told.equals("1") ? "TRUE" : "FALSE";
            case "d" -> told.length() > 10 ? told.substring(0, 10) : told;
            case "e" -> {
                fault(column, "XLSX_ERROR", "The cell shows an error of the workbook's own.");
                yield "";
            }
            default -> told.isEmpty() ? "" : number(style, told);
        };
    }

    private String shared(String index) {
        try {
            int place = Integer.parseInt(index);
            if (place < 0 || place >= book.texts().count()) {
                throw XlsxFaults.broken();
            }
            return book.texts().get(place, line);
        } catch (NumberFormatException e) {
            throw XlsxFaults.broken();
        }
    }

    private String number(String style, String told) {
        String plain = Numbers.plain(told).orElse("");
        if (plain.isEmpty()) {
            faults.add(Numbers.inexact(column));
        } else if (book.isDate(style)) {
            return date(plain);
        }
        return plain;
    }

    /** As ISO 8601 writes it. */
    private String date(String days) {
        BigDecimal count = new BigDecimal(days);
        if (count.signum() < 0 || count.intValue() > MOST_DAYS) {
            fault(column, "XLSX_DATE", "The cell's date is out of range.");
            return "";
        }
        return (book.since1904() ? FROM_1904 : FROM_1900).plusDays(count.intValue()).toString();
    }

    /** The column of a reference such as AB12; the next one when it is not told. */
    private int column(String reference) {
        int number = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            number = number * 26 + c - 'A' + 1;
        }
        int next = number == 0 ? column + 1 : number - 1;
        if (next <= column) {
            throw XlsxFaults.broken();
        }
        return next;
    }
}
