package io.cardloom.production.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TextReadersTest {

    private static final int CASES = 10_000;
    private static final FileForm.Csv TABS =
            new FileForm.Csv(TextEncoding.UTF_8, '\t', '\'', false);
    private static final FileForm.FixedWidth FIXED =
            new FileForm.FixedWidth(
                    TextEncoding.UTF_8,
                    List.of(
                            new FileForm.Slot("pan", 1, 19),
                            new FileForm.Slot("name", 20, 26),
                            new FileForm.Slot("expiry", 46, 4)),
                    1,
                    1);

    @Test
    void readsCsvWithEachSeparatorAndQuote() {
        assertThat(Reading.of(FileForm.STANDARD, "a,b\r\n1,\"x,\"\"y\"\"\"\r\n\r\n2,\r\n").values())
                .containsExactly(List.of("1", "x,\"y\""), List.of("2", ""));
        Reading tabs = Reading.of(TABS, "1\t'it''s\t2'\n");
        assertThat(tabs.columns()).containsExactly("1", "2");
        assertThat(tabs.values()).containsExactly(List.of("1", "it's\t2"));
        FileForm.Csv semicolons = new FileForm.Csv(TextEncoding.UTF_8, ';', '"', true);
        Reading row = Reading.of(semicolons, "a;b\n1,5;\"two\nlines\"\n3;4;5");
        assertThat(row.values().getFirst()).containsExactly("1,5", "two\nlines");
        assertThat(row.lines()).containsExactly(2, 4);
        assertThat(row.faults()).containsExactly("4 -1 ROW_WIDTH");
    }

    @Test
    void readsEachEncodingWithAndWithoutMark() {
        String text = "name\nZoë O’Brien\n";
        for (TextEncoding encoding : TextEncoding.values()) {
            FileForm form = new FileForm.Csv(encoding, ',', '"', true);
            byte[] plain = text.getBytes(encoding.charset());
            assertThat(Reading.of(form, plain).values()).containsExactly(List.of("Zoë O’Brien"));
            if (encoding != TextEncoding.WINDOWS_1252) {
                byte[] marked = ("\uFEFF" + text).getBytes(encoding.charset());
                Reading reading = Reading.of(form, marked);
                assertThat(reading.columns()).containsExactly("name");
                assertThat(reading.values()).containsExactly(List.of("Zoë O’Brien"));
            }
        }
    }

    @Test
    void refusesAnEncodingThatIsNotTheFiles() {
        byte[] western = "name\nJosé\n".getBytes(Charset.forName("windows-1252"));
        fault("TEXT_ENCODING", () -> Reading.of(FileForm.STANDARD, western));
        byte[] marked = "\uFEFFname\n".getBytes(StandardCharsets.UTF_16LE);
        fault("TEXT_ENCODING", () -> Reading.of(FileForm.STANDARD, marked));
        FileForm windows = new FileForm.Csv(TextEncoding.WINDOWS_1252, ',', '"', true);
        byte[] utf8 = "\uFEFFname\n".getBytes(StandardCharsets.UTF_8);
        fault("TEXT_ENCODING", () -> Reading.of(windows, utf8));
        fault("TEXT_ENCODING", () -> Reading.of(windows, new byte[] {'a', '\n', (byte) 0x81}));
    }

    @Test
    void readsFixedWidthAndPassesOverFirstAndLastLines() {
        String record = "%-19s%-26s%4s";
        String text =
                "HEADER 20261122\r\n"
                        + record.formatted("4111", "SILVA/ANA", "2912")
                        + "\r\n\r\n"
                        + record.formatted("4222", "MÜLLER/JÜRGEN", "3001")
                        + "X\r\n5333\r\nTRAILER 0002\r\n";
        Reading reading = Reading.of(FIXED, text);
        assertThat(reading.columns()).containsExactly("pan", "name", "expiry");
        assertThat(reading.values())
                .containsExactly(
                        List.of("4111", "SILVA/ANA", "2912"),
                        List.of("4222", "MÜLLER/JÜRGEN", "3001"),
                        List.of("5333", "", ""));
        assertThat(reading.lines()).containsExactly(2, 4, 5);
        assertThat(reading.faults()).containsExactly("4 -1 ROW_WIDTH");
    }

    @Test
    void readsJsonAsArrayAndAsLines() {
        FileForm json = new FileForm.Json();
        Reading array =
                Reading.of(json, "[{\"a\":\"1\",\"b\":null},\n{\"b\":\"x\",\"c\":true}, 5]");
        assertThat(array.columns()).containsExactly("a", "b", "c");
        assertThat(array.values())
                .containsExactly(List.of("1", ""), List.of("", "x", "true"), List.of());
        assertThat(array.faults()).containsExactly("2 -1 JSON_NOT_OBJECT");
        Reading lines = Reading.of(json, "{\"a\":101}\n{\"a\":4999990123456789}\n{\"a\":[1,{}]}\n");
        assertThat(lines.lines()).containsExactly(1, 2, 3);
        assertThat(lines.values()).containsExactly(List.of("101"), List.of(""), List.of(""));
        assertThat(lines.faults()).containsExactly("2 0 NUMBER_INEXACT", "3 0 JSON_NESTED");
        assertThat(Reading.of(json, "{\"a\":1,\"a\":2}").faults())
                .containsExactly("1 0 JSON_KEY_TWICE");
        assertThat(Reading.of(json, "{\"a\":4.99999012345678E15}").faults())
                .containsExactly("1 0 NUMBER_INEXACT");
        assertThat(Reading.of(json, "[]").values()).isEmpty();
        assertThat(Reading.of(json, "").values()).isEmpty();
    }

    @Test
    void stopsWhereAFileCannotBeReadAnyFurther() {
        FileForm json = new FileForm.Json();
        for (String bad : List.of("[{\"a\":1}", "[{\"a\" 1}]", "5", "[{}] {}", "{\"a\":", "x")) {
            fault("JSON_SYNTAX", () -> Reading.of(json, bad));
        }
        fault("FIELD_LENGTH", () -> Reading.of(json, "{\"a\":\"" + "x".repeat(1_001) + "\"}"));
        fault("FIELD_LENGTH", () -> Reading.of(json, "{\"a\":" + "[".repeat(50)));
        fault("FIELD_LENGTH", () -> Reading.of(FIXED, "x".repeat(5_000)));
        fault("FIELD_LENGTH", () -> Reading.of(TABS, "x".repeat(1_001)));
        fault("FILE_COLUMNS", () -> Reading.of(TABS, "\t".repeat(100)));
        fault("FILE_EMPTY", () -> Reading.of(TABS, "\n\n"));
        fault("CSV_QUOTES", () -> Reading.of(TABS, "'a\tb"));
        fault("CSV_QUOTES", () -> Reading.of(TABS, "'a'b\n"));
        StringBuilder keys = new StringBuilder("{\"k\":1");
        for (int i = 0; i < 100; i++) {
            keys.append(",\"k").append(i).append("\":1");
        }
        fault("FILE_COLUMNS", () -> Reading.of(json, keys + "}"));
    }

    @Test
    void refusesFormsThatCannotBeRead() {
        refused("LIST_SEPARATOR", () -> new FileForm.Csv(TextEncoding.UTF_8, 'x', '"', true));
        refused("LIST_QUOTE", () -> new FileForm.Csv(TextEncoding.UTF_8, ',', '`', true));
        refused("LIST_SLOT", () -> new FileForm.Slot("pan", 0, 16));
        refused("LIST_SLOT", () -> new FileForm.Slot(" ", 1, 16));
        refused("LIST_SLOTS", () -> new FileForm.FixedWidth(TextEncoding.UTF_8, List.of(), 0, 0));
        FileForm.Slot slot = new FileForm.Slot("pan", 1, 16);
        refused(
                "LIST_SLOTS",
                () -> new FileForm.FixedWidth(TextEncoding.UTF_8, List.of(slot, slot), 0, 0));
        refused(
                "LIST_SKIPPED",
                () -> new FileForm.FixedWidth(TextEncoding.UTF_8, List.of(slot), 101, 0));
    }

    /** What is written comes back, whatever it holds. */
    @Test
    void readsBackWhatWasWritten() {
        Random random = new Random(4180);
        for (int i = 0; i < CASES; i++) {
            int width = 2 + random.nextInt(4);
            List<List<String>> rows = new ArrayList<>();
            for (int r = 0; r <= random.nextInt(4); r++) {
                rows.add(row(random, width));
            }
            FileForm.Csv form =
                    new FileForm.Csv(
                            TextEncoding.values()[random.nextInt(3)],
                            ",;|\t".charAt(random.nextInt(4)),
                            random.nextBoolean() ? '"' : '\'',
                            false);
            byte[] bytes = csv(form, rows).getBytes(form.encoding().charset());
            assertThat(Reading.of(form, bytes).values()).isEqualTo(rows);
            assertThat(Reading.of(new FileForm.Json(), json(rows)).values()).isEqualTo(rows);
        }
    }

    /** Whatever bytes there are, they give rows or the documented fault. */
    @Test
    void survivesMutatedFiles() {
        Random random = new Random(99);
        FileForm utf16 = new FileForm.Csv(TextEncoding.UTF_16_LE, ';', '\'', true);
        FileForm json = new FileForm.Json();
        String csv = "pan,name\r\n1,\"Ana, Zoë\"\r\n2,'x'\r\n";
        String objects = "[{\"pan\":\"1\",\"n\":4.5e2},{\"pan\":null,\"x\":[true]}]";
        for (int i = 0; i < CASES; i++) {
            survives(FileForm.STANDARD, mutated(csv.getBytes(StandardCharsets.UTF_8), random));
            survives(utf16, mutated(csv.getBytes(StandardCharsets.UTF_16LE), random));
            survives(FIXED, mutated(csv.getBytes(StandardCharsets.UTF_8), random));
            survives(json, mutated(objects.getBytes(StandardCharsets.UTF_8), random));
        }
    }

    static byte[] mutated(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int k = 0; k <= random.nextInt(6); k++) {
            bad[random.nextInt(bad.length)] =
                    random.nextBoolean()
                            ? (byte) random.nextInt()
                            : (byte) ",\"\r\n'{}[]:0".charAt(random.nextInt(11));
        }
        int length = random.nextInt(3) == 0 ? random.nextInt(bad.length) : bad.length;
        return java.util.Arrays.copyOf(bad, length);
    }

    static void survives(FileForm form, byte[] bytes) {
        try {
            assertThat(Reading.of(form, bytes).columns()).isNotNull();
        } catch (ReadFault e) {
            assertThat(e.code()).matches("[A-Z0-9_]+");
            assertThat(e.line()).isPositive();
            assertThat(e.getCause()).isNull();
        }
    }

    private static List<String> row(Random random, int width) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(8); k > 0; k--) {
                value.append("aZ0é漢,;|\t\"' \n".charAt(random.nextInt(13)));
            }
            row.add(value.toString());
        }
        return row;
    }

    private static String csv(FileForm.Csv form, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        String quote = String.valueOf(form.quote());
        for (List<String> row : rows) {
            List<String> quoted =
                    row.stream().map(v -> quote + v.replace(quote, quote + quote) + quote).toList();
            text.append(String.join(String.valueOf(form.separator()), quoted)).append("\r\n");
        }
        return text.toString();
    }

    private static String json(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append('{');
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : ",").append("\"c").append(i).append("\":\"");
                String value = row.get(i).replace("\"", "\\\"").replace("\n", "\\n");
                text.append(value.replace("\t", "\\t")).append('"');
            }
            text.append("}\n");
        }
        return text.toString();
    }

    static void fault(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(ReadFault.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
