package io.cardloom.production.intake.file;

import static io.cardloom.production.intake.file.TextReadersTest.fault;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxReaderTest {

    private static final FileForm FIRST = new FileForm.Xlsx("", true);
    private static final String NAMESPACE =
            " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String ROW =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>pan</t></is>"
                    + "</c><c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>";

    @Test
    void readsTextsNumbersAndDates() {
        byte[] book =
                written(
                        sheet -> {
                            sheet.value(0, 0, "pan");
                            sheet.value(0, 1, "expiry");
                            sheet.value(0, 3, "code");
                            sheet.value(2, 0, "4999990123456789");
                            sheet.value(2, 1, LocalDate.of(2029, 12, 31));
                            sheet.style(2, 1).format("yyyy-mm-dd").set();
                            sheet.value(2, 3, 201);
                            sheet.value(3, 0, "Zoë & <Ana>");
                            sheet.value(3, 3, 1.5);
                        });
        Reading reading = Reading.of(FIRST, book);
        assertThat(reading.columns()).containsExactly("pan", "expiry", "3", "code");
        assertThat(reading.lines()).containsExactly(3, 4);
        assertThat(reading.values())
                .containsExactly(
                        List.of("4999990123456789", "2029-12-31", "", "201"),
                        List.of("Zoë & <Ana>", "", "", "1.5"));
        assertThat(reading.faults()).isEmpty();
        FileForm.Xlsx named = new FileForm.Xlsx("Cards", false);
        assertThat(Reading.of(named, book).columns()).containsExactly("1", "2", "3", "4");
        fault("XLSX_SHEET", () -> Reading.of(new FileForm.Xlsx("Other", true), book));
    }

    @Test
    void refusesAnAccountNumberThatWasKeptAsANumber() {
        byte[] book =
                written(
                        sheet -> {
                            sheet.value(0, 0, "pan");
                            sheet.value(1, 0, 4999990123456789L);
                            sheet.value(2, 0, 4.99999012345678E15);
                            sheet.value(3, 0, 371449635398431L);
                        });
        Reading reading = Reading.of(FIRST, book);
        assertThat(reading.faults()).containsExactly("2 0 NUMBER_INEXACT", "3 0 NUMBER_INEXACT");
        assertThat(reading.values().getLast()).containsExactly("371449635398431");
        assertThat(reading.rows().getFirst().faults().getFirst().sentence()).contains("Text");
    }

    @Test
    void tellsFormulasErrorsHiddenRowsAndMergedCells() {
        byte[] formula =
                written(
                        sheet -> {
                            sheet.value(0, 0, "pan");
                            sheet.formula(1, 0, "CONCATENATE(A1,1)");
                        });
        assertThat(Reading.of(FIRST, formula).faults()).containsExactly("2 0 XLSX_FORMULA");
        Reading odd =
                Reading.of(
                        FIRST,
                        book(
                                ROW
                                        + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>"
                                        + "<row r=\"3\"><c r=\"B3\" t=\"e\"><v>#N/A</v></c></row>"
                                        + "<row r=\"4\"><c r=\"C4\"><v>1</v></c></row>"));
        assertThat(odd.faults())
                .containsExactly("2 -1 XLSX_HIDDEN", "3 1 XLSX_ERROR", "4 -1 ROW_WIDTH");
        byte[] merged =
                written(
                        sheet -> {
                            sheet.value(0, 0, "pan");
                            sheet.value(1, 0, "1");
                            sheet.range(1, 0, 2, 0).merge();
                        });
        fault("XLSX_MERGED", () -> Reading.of(FIRST, merged));
    }

    @Test
    void readsSharedTextsWithRunsAndWithoutTheirPronunciation() {
        Map<String, String> parts =
                parts(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst"
                        + NAMESPACE
                        + "><si><t>na</t></si><si><r><t>Zo</t></r><r><t>ë &amp; co</t>"
                        + "</r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>");
        assertThat(Reading.of(FIRST, zip(parts)).values()).containsExactly(List.of("Zoë & co"));
        parts.put("xl/sharedStrings.xml", "<sst" + NAMESPACE + "/>");
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, zip(parts)));
    }

    @Test
    void opensNothingOutsideAndNoDocumentTypes() {
        String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String entities =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>";
        for (String type : List.of(outside, entities)) {
            Map<String, String> parts = parts(ROW);
            parts.compute("xl/worksheets/sheet1.xml", (name, xml) -> type + xml);
            fault("XLSX_ACTIVE", () -> Reading.of(FIRST, zip(parts)));
        }
        Map<String, String> entity = parts(ROW.replace("name", "&e;"));
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, zip(entity)));
        Map<String, String> macros = parts(ROW);
        macros.put("xl/vbaProject.bin", "x");
        fault("XLSX_ACTIVE", () -> Reading.of(FIRST, zip(macros)));
    }

    @Test
    void refusesWhatUnpacksToFarTooMuch() {
        Map<String, String> read = parts("<row r=\"1\">" + " ".repeat(40 << 20) + "</row>");
        byte[] bomb = zip(read);
        assertThat(bomb.length).isLessThan(100_000);
        fault("XLSX_TOO_LARGE", () -> Reading.of(FIRST, bomb));
        Map<String, String> unread = new LinkedHashMap<>();
        unread.put("xl/media/image1.png", " ".repeat(40 << 20));
        unread.putAll(parts(ROW));
        fault("XLSX_TOO_LARGE", () -> Reading.of(FIRST, zip(unread)));
        String long_ = "<row r=\"2\"><c t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        fault(
                "FIELD_LENGTH",
                () -> Reading.of(FIRST, book(ROW + long_.formatted("x".repeat(1_001)))));
        fault(
                "FILE_COLUMNS",
                () -> Reading.of(FIRST, book("<row><c r=\"CW1\"><v>1</v></c></row>")));
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, "pan,name\n"));
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, new byte[0]));
        // An old workbook, or one with a password.
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11}));
        fault("XLSX_SHEET", () -> Reading.of(FIRST, zip(Map.of("x", "y"))));
        fault("FILE_EMPTY", () -> Reading.of(FIRST, book("")));
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, book(ROW + "<row r=\"1\"/>")));
        fault("XLSX_BROKEN", () -> Reading.of(FIRST, book("<row><c t=\"s\"><v>9</v></c></row>")));
    }

    /** Whatever a workbook holds, it gives rows or the documented fault. */
    @Test
    void survivesMutatedWorkbooks() {
        Random random = new Random(376);
        byte[] good = book(ROW + "<row r=\"2\"><c r=\"A2\"><v>45</v></c></row>");
        String xml = parts(ROW).get("xl/worksheets/sheet1.xml");
        byte[] sheet = xml == null ? new byte[0] : xml.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            TextReadersTest.survives(FIRST, TextReadersTest.mutated(good, random));
            Map<String, String> parts = parts("");
            byte[] bad = TextReadersTest.mutated(sheet, random);
            parts.put("xl/worksheets/sheet1.xml", new String(bad, StandardCharsets.ISO_8859_1));
            TextReadersTest.survives(FIRST, zip(parts));
        }
    }

    private static byte[] written(Consumer<Worksheet> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bank", "1.0")) {
            content.accept(book.newWorksheet("Cards"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] book(String rows) {
        return zip(parts(rows));
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook"
                        + NAMESPACE
                        + " xmlns:r=\"urn:r\"><sheets>"
                        + "<sheet name=\"Hidden\" state=\"hidden\" sheetId=\"2\" r:id=\"r9\"/>"
                        + "<sheet name=\"Cards\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet" + NAMESPACE + "><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
