package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sheet needs from the rest of its workbook: where it lies, shared texts, date formats. */
final class XlsxBook {

    private static final String FOLDER = "xl/";

    private final XlsxText texts = new XlsxText();
    private final BitSet dateStyles = new BitSet();
    private final Map<Integer, String> ownFormats = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private boolean since1904;

    private record Sheet(String name, String relation, boolean visible) {}

    /** Reads all but the sheets. */
    static XlsxBook read(InputStream bytes) throws IOException {
        XlsxBook book = new XlsxBook();
        XlsxArchive archive = new XlsxArchive(bytes);
        Optional<String> part = archive.next();
        while (part.isPresent()) {
            switch (part.get()) {
                case "xl/workbook.xml" -> book.readSheets(new XlsxXml(archive.part()));
                case "xl/_rels/workbook.xml.rels" -> book.readTargets(new XlsxXml(archive.part()));
                case "xl/sharedStrings.xml" -> book.readTexts(new XlsxXml(archive.part()));
                case "xl/styles.xml" -> book.readStyles(new XlsxXml(archive.part()));
                default -> {}
            }
            part = archive.next();
        }
        return book;
    }

    /** The name of the part in which the sheet lies; empty asks for the first visible one. */
    String part(String wanted) {
        Sheet sheet =
                sheets.stream()
                        .filter(Sheet::visible)
                        .filter(s -> wanted.isEmpty() || s.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(XlsxFaults::noSheet);
        String target = targets.get(sheet.relation());
        if (target == null) {
            throw XlsxFaults.broken();
        }
        return target.startsWith("/") ? target.substring(1) : FOLDER + target;
    }

    XlsxText texts() {
        return texts;
    }

    /** Whether a cell of this style shows its number as a date. */
    boolean isDate(String style) {
        try {
            return !style.isEmpty() && dateStyles.get(Integer.parseInt(style));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw XlsxFaults.broken();
        }
    }

    /** Whether days are counted from 1904 on, as old Macs did. */
    boolean since1904() {
        return since1904;
    }

    private void readSheets(XlsxXml xml) throws IOException {
        while (xml.next()) {
            if (xml.begins() && xml.name().equals("sheet")) {
                sheets.add(
                        new Sheet(
                                xml.attribute("name"),
                                xml.attribute("id"),
                                !xml.attribute("state")
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains("hidden")));
            } else if (xml.begins() && xml.name().equals("workbookPr")) {
                String flag = xml.attribute("date1904");
                since1904 = flag.equals("1") || flag.equals("true");
            }
        }
    }

    private void readTargets(XlsxXml xml) throws IOException {
        while (xml.next()) {
            if (xml.begins() && xml.name().equals("Relationship")) {
                targets.put(xml.attribute("Id"), xml.attribute("Target"));
            }
        }
    }

    private void readTexts(XlsxXml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        while (xml.next()) {
            if (xml.begins()) {
                switch (xml.name()) {
                    case "si" -> text.setLength(0);
                    case "t" -> xml.text(text);
                    case "rPh" -> xml.skip();
                    default -> {}
                }
            } else if (xml.name().equals("si")) {
                texts.add(text);
            }
        }
        text.setLength(0);
    }

    private void readStyles(XlsxXml xml) throws IOException {
        boolean cells = false;
        int style = 0;
        while (xml.next()) {
            String name = xml.name();
            if (name.equals("cellXfs")) {
                cells = xml.begins();
            } else if (xml.begins() && name.equals("numFmt")) {
                ownFormats.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
            } else if (xml.begins() && cells && name.equals("xf")) {
                dateStyles.set(style++, isDateFormat(number(xml.attribute("numFmtId"))));
            }
        }
    }

    private boolean isDateFormat(int id) {
        String own = ownFormats.get(id);
        if (own == null) {
            // Built-in formats that show days, months or years (ECMA-376-1, 18.8.30).
            return (id >= 14 && id <= 17)
                    || id == 22
                    || (id >= 27 && id <= 36)
                    || (id >= 50 && id <= 58);
        }
        String shown = own.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "");
        return shown.matches("(?i).*[dy].*")
                || (shown.matches("(?i).*m.*") && !shown.contains("0"));
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw XlsxFaults.broken();
        }
    }
}
