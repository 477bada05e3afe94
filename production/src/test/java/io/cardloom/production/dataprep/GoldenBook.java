package io.cardloom.production.dataprep;

import io.cardloom.production.key.store.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the tables that explain the golden card's files, each byte once. */
final class GoldenBook {

    private static final Pattern PIECE =
            Pattern.compile("\"[^\"]*\":(?:\"[^\"]*\"|[0-9]+)|\"[^\"]*\":[\\[{]|[\\]}]|,|\\{");

    private final Map<String, byte[]> files;

    GoldenBook(Map<String, byte[]> files) {
        this.files = files;
    }

    String text() {
        return section("values.txt", values())
                + section("records.csv", records())
                + section("lines.csv", lines())
                + section("carriers.csv", carriers())
                + chip()
                + section("manifest.json", manifest());
    }

    private static String section(String name, Object table) {
        return "\n### " + name + "\n\n" + table;
    }

    private String file(String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.US_ASCII);
    }

    private GoldenTable values() {
        return GoldenTable.ofText(file("values.txt").replace('\n', ' '))
                .take("cvv ", "name")
                .field(' ', "CVV of the stripe: service code 201")
                .take("icvv ", "name")
                .field(' ', "iCVV in the chip's image of the stripe: service code 999")
                .take("cvv2 ", "name")
                .field(' ', "CVV2 of the signature panel: service code 000")
                .take("pvv ", "name")
                .field(' ', "PIN verification value of the natural PIN, key index 1");
    }

    private GoldenTable records() {
        GoldenTable table = GoldenTable.ofText(file("records.csv"));
        header(table);
        table.field(',', "number of the card in the run").field(',', "name of the record");
        track1(table);
        track2(table);
        return table.field(',', "account number in groups, as cards show it")
                .field(',', "expiry as it is printed, MM/YY")
                .field(',', "name as it is printed")
                .field(',', "second line")
                .take(table.next('\r'), "the issuer's id of a picture")
                .take("\r\n", "end of the line");
    }

    private static void header(GoldenTable table) {
        table.take(table.next('\r'), "names of the columns").take("\r\n", "end of the line");
    }

    /** ISO/IEC 7813. */
    private static void track1(GoldenTable table) {
        table.take("%", "track 1: start sentinel")
                .take("B", "format code")
                .take(16, "account number")
                .take("^", "separator of fields")
                .take(table.next('^'), "name, surname first")
                .take("^", "separator of fields")
                .take(4, "expiry, YYMM")
                .take(3, "service code");
        discretionary(table);
        table.take(2, "card sequence number")
                .take("00", "filling, as the pattern says")
                .take("?", "end sentinel; the LRC is the encoder's")
                .take(",", "separator");
    }

    private static void track2(GoldenTable table) {
        table.take(";", "track 2: start sentinel")
                .take(16, "account number")
                .take("=", "separator of fields")
                .take(4, "expiry, YYMM")
                .take(3, "service code");
        discretionary(table);
        table.take("?", "end sentinel; the LRC is the encoder's").take(",", "separator");
    }

    private static void discretionary(GoldenTable table) {
        table.take("1", "index of the PIN verification key")
                .take(4, "PIN verification value, as in values.txt")
                .take(3, "CVV, as in values.txt");
    }

    private GoldenTable lines() {
        GoldenTable table = GoldenTable.ofText(file("lines.csv"));
        header(table);
        while (!table.isDone()) {
            for (String meaning :
                    List.of(
                            "number of the card",
                            "name of the record",
                            "face",
                            "method",
                            "field",
                            "label of the field in the design",
                            "x, micrometers",
                            "y of the letters' middle, micrometers",
                            "rotation",
                            "pitch, micrometers",
                            "height of the letters, micrometers",
                            "font: none, wheels strike")) {
                table.field(',', meaning);
            }
            table.take(table.next('\r'), "what stands there").take("\r\n", "end of the line");
        }
        return table;
    }

    private GoldenTable carriers() {
        GoldenTable table = GoldenTable.ofText(file("carriers.csv"));
        header(table);
        return table.field(',', "number of the card")
                .field(',', "name of the record")
                .field(',', "name")
                .field(',', "second line")
                .field(',', "account number, masked")
                .field(',', "the issuer's id of a picture")
                .take(table.next('\r'), "address_1, quoted because of its comma")
                .take("\r\n", "end of the line");
    }

    private String chip() {
        GoldenTable table = GoldenTable.ofText(file("chip.csv"));
        header(table);
        table.field(',', "number of the card")
                .field(',', "the application's identifier (AID)")
                .field(',', "DGIs whose data are encrypted under the transport key");
        String groupings = table.next(table.next('\r'));
        table.take(table.next('\r'), "all DGIs, in hexadecimal digits; see the next table")
                .take("\r\n", "end of the line");
        TestKeys keys = new TestKeys();
        return section("chip.csv", table.toString().replace(groupings, "..."))
                + section("chip.csv: the DGIs", GoldenChip.groupings(groupings))
                + section(
                        "chip.csv: the issuer's certificate (tag 90), opened with the authority's"
                                + " key",
                        GoldenChip.issuerCertificate(
                                value(groupings, "90"), keys.authority().publicKey()))
                + section(
                        "chip.csv: the card's certificate (tag 9F46), opened with the issuer's key",
                        GoldenChip.cardCertificate(
                                value(groupings, "9F46"), keys.chip().issuerKey()));
    }

    private static String value(String groupings, String tag) {
        for (io.cardloom.production.tlv.Dgi grouping :
                io.cardloom.production.tlv.Dgi.parse(
                        java.util.HexFormat.of().parseHex(groupings))) {
            if (grouping.id() >> 8 == 3) {
                var found =
                        io.cardloom.production.tlv.TlvReader.find(
                                grouping.data(), io.cardloom.production.tlv.Tag.of(tag));
                if (found.isPresent()) {
                    return java.util.HexFormat.of().formatHex(found.get());
                }
            }
        }
        throw new AssertionError("no tag " + tag);
    }

    private GoldenTable manifest() {
        String text = file("manifest.json");
        GoldenTable table = GoldenTable.ofText(text);
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            table.take(pieces.group(), meaning(pieces.group()));
        }
        return table;
    }

    private static String meaning(String piece) {
        String name = piece.replaceAll("^\"([^\"]*)\".*", "$1");
        return switch (name) {
            case "schema" -> "form of the manifest";
            case "run" -> "of which run";
            case "order" -> "of which order";
            case "digest" -> "of the design's revision";
            case "cards" -> "how many cards";
            case "preparedAt" -> "when, in UTC";
            case "keyCheckValues" -> "check values of the keys, by purpose";
            case "stripe-cvk" -> "the card verification key";
            case "chip-transport" -> "the transport key of chips";
            case "files" -> "the files, in their order";
            case "name" -> "a file";
            case "sha256" -> "its SHA-256";
            case "bytes" -> "its length";
            default -> "JSON";
        };
    }
}
