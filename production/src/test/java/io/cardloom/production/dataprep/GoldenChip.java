package io.cardloom.production.dataprep;

import io.cardloom.production.emv.ChipPublicKey;
import io.cardloom.production.tlv.Dgi;
import io.cardloom.production.tlv.TagDictionary;
import io.cardloom.production.tlv.TagMeaning;
import io.cardloom.production.tlv.TlvReader;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Explains the groupings of a chip, and what its certificates hold. */
final class GoldenChip {

    private static final Map<Integer, String> KEYS =
            Map.of(
                    0x8201, "q^-1 mod p",
                    0x8202, "d mod (q - 1)",
                    0x8203, "d mod (p - 1)",
                    0x8204, "q",
                    0x8205, "p");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private GoldenChip() {}

    static String groupings(String hex) {
        GoldenTable table = GoldenTable.ofHex(hex);
        for (Dgi grouping : Dgi.parse(HEX.parseHex(hex))) {
            String name = "%04X".formatted(grouping.id());
            table.take(2, "**DGI " + name + "**: " + about(grouping.id()));
            table.take(grouping.length() < 0xFF ? 1 : 3, "length, " + grouping.length());
            if (KEYS.containsKey(grouping.id())) {
                table.take(
                        grouping.length(),
                        KEYS.get(grouping.id())
                                + " of the card's RSA key, padded with 80 and zeros, under the"
                                + " transport key");
            } else if (grouping.id() == 0x8000) {
                keys(table, grouping.length() / 3, 16, " key, under the transport key");
            } else if (grouping.id() == 0x9000) {
                keys(table, grouping.length() / 3, 3, " key: its check value");
            } else {
                TlvReader.walk(grouping.data(), (depth, object) -> object(table, object));
            }
        }
        return table.toString();
    }

    private static void keys(GoldenTable table, int bytes, int expected, String words) {
        if (bytes != expected) {
            throw new AssertionError("keys of another length");
        }
        for (String use : List.of("cryptogram", "message integrity", "message confidentiality")) {
            table.take(bytes, use + words);
        }
    }

    private static String about(int id) {
        return switch (id) {
            case 0x8000 -> "the card's symmetric keys";
            case 0x9000 -> "their check values";
            case 0x9102 -> "answer to SELECT";
            case 0x9104 -> "answer to GET PROCESSING OPTIONS";
            default ->
                    KEYS.containsKey(id)
                            ? "a part of the card's private key"
                            : "record %d of file %d".formatted(id & 0xFF, id >> 8);
        };
    }

    private static void object(GoldenTable table, TlvReader object) {
        String tag = HEX.formatHex(object.tag().bytes());
        String name =
                TagDictionary.emv()
                        .meaning(object.tag())
                        .map(TagMeaning::name)
                        .orElseThrow(() -> new AssertionError("an unknown tag " + tag));
        table.take(object.tag().length(), "tag " + tag + ", " + name);
        int length = object.length();
        table.take(length < 0x80 ? 1 : length < 0x100 ? 2 : 3, "length, " + length);
        if (!object.tag().isConstructed()) {
            table.take(length, name + meaning(tag));
        }
    }

    private static String meaning(String tag) {
        return switch (tag) {
            case "57" ->
                    ": account number, D, expiry YYMM, service code, key index and PIN"
                            + " verification value as on track 2, iCVV, F to fill";
            case "9F1F" -> ": as on track 1, with iCVV";
            case "90" -> ", signed by the authority; see below";
            case "9F46" -> ", signed by the issuer over the signed records; see below";
            default -> "";
        };
    }

    /** An issuer public key certificate, recovered (EMV Book 2, table 6). */
    static String issuerCertificate(String certificate, ChipPublicKey authority) {
        GoldenTable table = recovered(certificate, authority);
        table.take("6A", "header")
                .take("02", "issuer public key certificate")
                .take(4, "issuer identifier, F to fill")
                .take(2, "expiry, MMYY")
                .take(3, "serial number of the certificate");
        return key(table, authority.length() - 36);
    }

    /** An ICC public key certificate, recovered (EMV Book 2, table 14). */
    static String cardCertificate(String certificate, ChipPublicKey issuer) {
        GoldenTable table = recovered(certificate, issuer);
        table.take("6A", "header")
                .take("04", "ICC public key certificate")
                .take(10, "account number, F to fill")
                .take(2, "expiry, MMYY")
                .take(3, "serial number: bytes of the modulus");
        return key(table, issuer.length() - 42);
    }

    private static String key(GoldenTable table, int room) {
        table.take("01", "hash: SHA-1").take("01", "key: RSA");
        int length = Integer.parseInt(table.next(1), 16);
        table.take(1, "length of the modulus, " + length).take("01", "length of the exponent");
        return table.take(Math.min(length, room), "modulus, its leftmost bytes")
                .take(Math.max(0, room - length), "BB to fill")
                .take(
                        20,
                        "SHA-1 over all from the format on, the remainder, the exponent, and for a"
                                + " card the signed records")
                .take("BC", "trailer")
                .toString();
    }

    private static GoldenTable recovered(String certificate, ChipPublicKey by) {
        return GoldenTable.ofHex(HEX.formatHex(by.recover(HEX.parseHex(certificate))));
    }
}
