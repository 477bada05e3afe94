package io.cardloom.production.key.block;

import io.cardloom.production.key.material.KeyAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the clear part of a block; what it finds is not to be trusted before the MAC is. */
final class HeaderReader {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]+");

    private final String text;
    private int at = KeyBlockHeader.LENGTH;

    private HeaderReader(String text) {
        this.text = text;
    }

    /**
     * The clear part.
     *
     * @param length characters of the header with its optional blocks
     */
    record Clear(KeyBlockHeader header, int length) {}

    static Clear read(String text) {
        if (text.length() < KeyBlockHeader.LENGTH) {
            throw KeyBlockRefusals.length("A key block has at least 16 characters.");
        }
        HeaderReader reader = new HeaderReader(text);
        KeyBlockVersion version = version(text.charAt(0));
        String length = text.substring(1, 5);
        if (!DIGITS.matcher(length).matches() || Integer.parseInt(length) != text.length()) {
            throw KeyBlockRefusals.length(
                    "The length in the key block is not its length. Copy the block whole.");
        }
        KeyUsage usage =
                KeyUsage.of(text.substring(5, 7))
                        .orElseThrow(
                                () ->
                                        KeyBlockRefusals.usage(
                                                "The key block is for a key of no known use."));
        KeyAlgorithm algorithm = algorithm(text.charAt(7));
        if (!text.startsWith("00", 14)) {
            throw KeyBlockRefusals.header("The reserved part of the header is not 00.");
        }
        List<OptionalBlock> optional = reader.optional(version);
        return new Clear(
                new KeyBlockHeader(
                        version,
                        usage,
                        algorithm,
                        text.charAt(8),
                        text.substring(9, 11),
                        text.charAt(11),
                        optional),
                reader.at);
    }

    private List<OptionalBlock> optional(KeyBlockVersion version) {
        String number = text.substring(12, 14);
        if (!DIGITS.matcher(number).matches()) {
            throw KeyBlockRefusals.header("The number of optional blocks is not two digits.");
        }
        int count = Integer.parseInt(number);
        List<OptionalBlock> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = take(2);
            int start = at - 2;
            String data = take(dataLength(start));
            if (!id.equals(OptionalBlock.PADDING)) {
                found.add(new OptionalBlock(id, data));
            } else if (i != count - 1) {
                throw KeyBlockRefusals.header("The padding is not the last optional block.");
            }
        }
        if ((at - KeyBlockHeader.LENGTH) % version.unit() != 0) {
            throw KeyBlockRefusals.header("The optional blocks are not padded.");
        }
        return found;
    }

    /** What remains of an optional block behind its length field. */
    private int dataLength(int start) {
        int length = hex(take(2));
        if (length == 0) {
            int bytes = hex(take(2));
            if (bytes == 0 || bytes > 4) {
                throw KeyBlockRefusals.header("The length of an optional block is not legible.");
            }
            length = hex(take(2 * bytes));
        }
        int rest = length - (at - start);
        if (rest < 0) {
            throw KeyBlockRefusals.header("An optional block is shorter than its own length.");
        }
        return rest;
    }

    private String take(int length) {
        if (length > text.length() - at) {
            throw KeyBlockRefusals.header("An optional block ends behind the key block.");
        }
        at += length;
        return text.substring(at - length, at);
    }

    private static int hex(String text) {
        if (!HEX.matcher(text).matches()) {
            throw KeyBlockRefusals.header("The length of an optional block is not hexadecimal.");
        }
        long value = Long.parseLong(text, 16);
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static KeyBlockVersion version(char letter) {
        return Arrays.stream(KeyBlockVersion.values())
                .filter(v -> v.name().charAt(0) == letter)
                .findFirst()
                .orElseThrow(KeyBlockRefusals::version);
    }

    private static KeyAlgorithm algorithm(char letter) {
        return Arrays.stream(KeyAlgorithm.values())
                .filter(a -> a.letter() == letter)
                .findFirst()
                .orElseThrow(
                        () ->
                                KeyBlockRefusals.usage(
                                        "The key block holds a key that is neither TDEA nor AES."));
    }
}
