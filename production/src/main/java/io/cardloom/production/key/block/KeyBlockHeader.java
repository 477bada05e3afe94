package io.cardloom.production.key.block;

import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a block says of its key in clear (ANSI X9.143:2021, table 1).
 *
 * @param algorithm of the key inside; keys of other algorithms (HMAC, RSA, EC) are not exchanged
 * @param mode one letter of the modes that the usage allows
 * @param keyVersion {@code 00} for none, two digits or letters, {@code c} and a digit for a
 *     component
 * @param exportability E to devices trusted alike, S to others too, N nowhere
 * @param optional without padding, each id once
 */
public record KeyBlockHeader(
        KeyBlockVersion version,
        KeyUsage usage,
        KeyAlgorithm algorithm,
        char mode,
        String keyVersion,
        char exportability,
        List<OptionalBlock> optional) {

    static final int LENGTH = 16;
    private static final Pattern KEY_VERSION = Pattern.compile("[0-9A-Z]{2}|c[0-9A-Z]");
    private static final int MOST = 98;

    /**
     * @throws Refusal {@code KEY_BLOCK_HEADER} or {@code KEY_BLOCK_USAGE}
     */
    public KeyBlockHeader {
        optional = List.copyOf(optional);
        if (!usage.allows(mode)) {
            throw KeyBlockRefusals.usage(
                    "The mode of use does not go with a " + usage.words() + ".");
        }
        if (!KEY_VERSION.matcher(keyVersion).matches()) {
            throw KeyBlockRefusals.header("The key version is two digits or letters.");
        }
        if ("ESN".indexOf(exportability) < 0) {
            throw KeyBlockRefusals.header("The exportability is E, S or N.");
        }
        Set<String> ids = new HashSet<>();
        if (optional.size() > MOST || !optional.stream().allMatch(o -> ids.add(o.id()))) {
            throw KeyBlockRefusals.header(
                    "A header has at most " + MOST + " optional blocks, each of another kind.");
        }
    }

    /** A header of the usual mode, exportable to devices trusted alike, without optional blocks. */
    public static KeyBlockHeader of(
            KeyBlockVersion version, KeyUsage usage, KeyAlgorithm algorithm) {
        return new KeyBlockHeader(
                version, usage, algorithm, usage.usualMode(), "00", 'E', List.of());
    }

    /** This header with another optional block behind the others. */
    public KeyBlockHeader with(OptionalBlock block) {
        List<OptionalBlock> more = new java.util.ArrayList<>(optional);
        more.add(block);
        return new KeyBlockHeader(version, usage, algorithm, mode, keyVersion, exportability, more);
    }

    /**
     * The header as it stands in a block whose payload takes so many characters; optional blocks
     * are padded to the cipher's block.
     *
     * @throws Refusal {@code KEY_BLOCK_LENGTH} when four digits do not hold the block's length
     */
    String text(int payload) {
        StringBuilder blocks = new StringBuilder();
        optional.forEach(o -> blocks.append(o.text()));
        int count = optional.size();
        int over = blocks.length() % version.unit();
        if (over != 0) {
            int fill = version.unit() - over;
            if (fill < 4) {
                fill += version.unit();
            }
            blocks.append(OptionalBlock.text(OptionalBlock.PADDING, "0".repeat(fill - 4)));
            count++;
        }
        int length = LENGTH + blocks.length() + payload;
        if (length > 9999) {
            throw KeyBlockRefusals.length("A key block has at most 9,999 characters.");
        }
        return "%s%04d%s%c%c%s%c%02d00%s"
                .formatted(
                        version.name(),
                        length,
                        usage.code(),
                        algorithm.letter(),
                        mode,
                        keyVersion,
                        exportability,
                        count,
                        blocks);
    }
}
