package io.cardloom.production.emv;

import com.payneteasy.tlv.BerTag;
import com.payneteasy.tlv.BerTlv;
import com.payneteasy.tlv.BerTlvParser;
import com.payneteasy.tlv.BerTlvs;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A card as a terminal meets it once the line of its personalization was stored: files, records and
 * data objects, read by a foreign parser and with nothing of the code that made them.
 */
public final class IssuedCard {

    final String aid;
    final Map<String, String> groupings = new LinkedHashMap<>();
    private final StringBuilder staticData = new StringBuilder();
    private final Map<String, String> objects = new LinkedHashMap<>();

    public IssuedCard(String line) {
        String[] fields = line.split(",", -1);
        this.aid = fields[0];
        String rest = fields[2];
        while (!rest.isEmpty()) {
            int length = Integer.parseInt(rest.substring(4, 6), 16);
            int from = 6;
            if (length == 255) {
                length = Integer.parseInt(rest.substring(6, 10), 16);
                from = 10;
            }
            groupings.put(rest.substring(0, 4), rest.substring(from, from + 2 * length));
            rest = rest.substring(from + 2 * length);
        }
        readApplication();
    }

    /** The value of a data object as hexadecimal digits. */
    public String value(String tag) {
        return Objects.requireNonNull(objects.get(tag), tag);
    }

    public boolean has(String tag) {
        return objects.containsKey(tag);
    }

    /** Each DGI with its data, as hexadecimal digits. */
    public Map<String, String> groupings() {
        return groupings;
    }

    /** What offline data authentication covers (EMV Book 3, 10.3). */
    public String staticData() {
        return staticData.toString();
    }

    private void readApplication() {
        take(parse(grouping("9102")).getList().getFirst().getValues());
        take(parse(grouping("9104")).getList());
        String locator = value("94");
        for (int i = 0; i < locator.length(); i += 8) {
            int sfi = number(locator, i) >> 3;
            int first = number(locator, i + 2);
            int last = number(locator, i + 4);
            int signed = number(locator, i + 6);
            for (int record = first; record <= last; record++) {
                String read = grouping(String.format("%02X%02X", sfi, record));
                BerTlv template = parse(read).getList().getFirst();
                if (!template.getTag().equals(new BerTag(0x70))) {
                    throw new AssertionError("a record without its template");
                }
                take(template.getValues());
                if (record < first + signed) {
                    staticData.append(withoutTemplate(read));
                }
            }
        }
        if (has("9F4A")) {
            staticData.append(value("82"));
        }
    }

    /** The record less tag and length of the template. */
    private static String withoutTemplate(String record) {
        return switch (record.substring(2, 4)) {
            case "81" -> record.substring(6);
            case "82" -> record.substring(8);
            default -> record.substring(4);
        };
    }

    private String grouping(String dgi) {
        return Objects.requireNonNull(groupings.get(dgi), dgi);
    }

    private void take(java.util.List<BerTlv> read) {
        for (BerTlv object : read) {
            String tag = HexFormat.of().withUpperCase().formatHex(object.getTag().bytes);
            if (objects.put(tag, object.getHexValue().toUpperCase(java.util.Locale.ROOT)) != null) {
                throw new AssertionError("an object twice: " + tag);
            }
        }
    }

    private static BerTlvs parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new BerTlvParser().parse(bytes, 0, bytes.length);
    }

    private static int number(String hex, int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16);
    }
}
