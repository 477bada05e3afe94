package io.cardloom.portal.demo;

import io.cardloom.production.intake.SampleCardholders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Account numbers and names of lists, to be looked for where they must not be: as text of one and
 * of two bytes a letter, numbers packed too, and all of it as hexadecimal text.
 */
final class Canaries {

    private static final int DIGITS = 16;
    private static final int OVERLAP = 256;

    private final Set<String> numbers = new HashSet<>();
    private final byte[][][] names = new byte[256][][];
    private final byte[] hexText =
            HexFormat.of()
                    .formatHex(SampleCardholders.TEST_IIN.getBytes(StandardCharsets.US_ASCII))
                    .getBytes(StandardCharsets.US_ASCII);

    /**
     * @param numbered lists whose account numbers are looked for
     * @param named lists whose people are, too
     */
    Canaries(List<byte[]> numbered, List<byte[]> named) {
        numbered.forEach(list -> rows(list).forEach(row -> numbers.add(row.substring(0, DIGITS))));
        Set<String> people = new HashSet<>();
        named.forEach(list -> rows(list).forEach(row -> people.add(row.split(",", -1)[3])));
        List<byte[]> needles = new ArrayList<>();
        for (String name : people) {
            for (Charset charset :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.ISO_8859_1,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_16BE)) {
                needles.add(name.getBytes(charset));
            }
        }
        for (int first = 0; first < names.length; first++) {
            byte begin = (byte) first;
            names[first] = needles.stream().filter(n -> n[0] == begin).toArray(byte[][]::new);
        }
    }

    private static Stream<String> rows(byte[] list) {
        return new String(list, StandardCharsets.UTF_8).lines().skip(1);
    }

    /** What was found of them, by form; empty when nothing was. */
    TreeMap<String, Integer> in(InputStream bytes) throws IOException {
        return in(bytes, 4 << 20);
    }

    private TreeMap<String, Integer> in(InputStream bytes, int size) throws IOException {
        TreeMap<String, Integer> found = new TreeMap<>();
        byte[] window = new byte[size];
        int kept = 0;
        while (true) {
            int read = bytes.readNBytes(window, kept, window.length - kept);
            int filled = kept + read;
            boolean last = filled < window.length;
            int until = last ? filled : filled - OVERLAP;
            for (int i = 0; i < until; i++) {
                look(window, i, filled, found);
            }
            if (last) {
                return found;
            }
            System.arraycopy(window, until, window, 0, OVERLAP);
            kept = OVERLAP;
        }
    }

    private void look(byte[] hay, int at, int end, TreeMap<String, Integer> found) {
        byte b = hay[at];
        if (b == '9') {
            spelled(hay, at, end, 1, "text", found);
            spelled(hay, at, end, 2, "UTF-16", found);
        } else if (b == (byte) 0x99 && at + DIGITS / 2 <= end && hay[at + 1] == (byte) 0x99) {
            if (numbers.contains(HexFormat.of().formatHex(hay, at, at + DIGITS / 2))) {
                found.merge("packed", 1, Integer::sum);
            }
        } else if (b == '3' && starts(hay, at, end, hexText) && at + 2 * DIGITS <= end) {
            String hex = new String(hay, at, 2 * DIGITS, StandardCharsets.US_ASCII);
            if (hex.matches("(3[0-9])+")
                    && numbers.contains(
                            new String(HexFormat.of().parseHex(hex), StandardCharsets.US_ASCII))) {
                found.merge("hex", 1, Integer::sum);
            }
        }
        for (byte[] name : names[b & 0xff]) {
            if (starts(hay, at, end, name)) {
                found.merge("name", 1, Integer::sum);
            }
        }
    }

    private void spelled(
            byte[] hay, int at, int end, int width, String form, TreeMap<String, Integer> found) {
        if (at + width * (DIGITS - 1) >= end
                || hay[at + width] != '9'
                || hay[at + 2 * width] != '9') {
            return;
        }
        StringBuilder digits = new StringBuilder(DIGITS);
        for (int i = 0; i < DIGITS; i++) {
            byte digit = hay[at + width * i];
            if (digit < '0' || digit > '9') {
                return;
            }
            digits.append((char) digit);
        }
        if (numbers.contains(digits.toString())) {
            found.merge(form, 1, Integer::sum);
        }
    }

    private static boolean starts(byte[] hay, int at, int end, byte[] needle) {
        return at + needle.length <= end
                && Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length);
    }

    /** By file, what was found below a folder. */
    TreeMap<String, TreeMap<String, Integer>> below(Path folder) throws IOException {
        TreeMap<String, TreeMap<String, Integer>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    TreeMap<String, Integer> here = in(in);
                    if (!here.isEmpty()) {
                        found.put(folder.relativize(file).toString(), here);
                    }
                } catch (NoSuchFileException gone) {
                    continue;
                }
            }
        }
        return found;
    }

    /** By table, what was found in the values of a database. */
    TreeMap<String, TreeMap<String, Integer>> in(DataSource database)
            throws SQLException, IOException {
        TreeMap<String, TreeMap<String, Integer>> found = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("show tables")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from `" + table + "`")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            byte[] value = rows.getBytes(i);
                            if (value != null) {
                                in(new ByteArrayInputStream(value), value.length + 1)
                                        .forEach(
                                                (form, count) ->
                                                        found.computeIfAbsent(
                                                                        table, t -> new TreeMap<>())
                                                                .merge(form, count, Integer::sum));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }
}
