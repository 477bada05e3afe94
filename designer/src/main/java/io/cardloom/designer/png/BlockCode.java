package io.cardloom.designer.png;

/**
 * The two codes of a deflate block (RFC 1951, 3.2.7) and what its symbols stand for (3.2.5). Every
 * byte and every length has a code, so that it can write what was not there when it was made.
 */
final class BlockCode {

    /** The shortest stretch of bytes that can be repeated. */
    static final int SHORTEST = 3;

    /** The longest one. */
    static final int LONGEST = 258;

    /** The farthest that what is repeated may lie back. */
    static final int FARTHEST = 32_768;

    private static final int END = 256;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int LONGEST_CODE = 15;
    private static final int[] ORDER = {
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };

    private final PrefixCode symbols;
    private final PrefixCode distances;
    private final int[] matchLengths = new int[LONGEST + 1];
    private final int[] matchCodes = new int[LONGEST + 1];

    private BlockCode(PrefixCode symbols, PrefixCode distances) {
        this.symbols = symbols;
        this.distances = distances;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            int symbol = symbol(length);
            int bits = symbols.lengths()[symbol];
            int extra = extra(symbol);
            matchCodes[length] = symbols.codes()[symbol] | length - SHORTEST - base(symbol) << bits;
            matchLengths[length] = bits + extra;
        }
    }

    /** Counts symbols, so that the code fits them. */
    static final class Counts {

        private final long[] symbols = new long[LITERALS];
        private final long[] distances = new long[DISTANCES];

        Counts() {
            java.util.Arrays.fill(symbols, 1);
            java.util.Arrays.fill(distances, 1);
        }

        void literal(int value) {
            symbols[value]++;
        }

        void match(int length, int distance) {
            symbols[symbol(length)]++;
            distances[slot(distance)]++;
        }

        BlockCode code() {
            return new BlockCode(
                    PrefixCode.of(symbols, LONGEST_CODE), PrefixCode.of(distances, LONGEST_CODE));
        }
    }

    /** The code of each byte, first bit lowest. */
    int[] literalCodes() {
        return symbols.codes();
    }

    /** How many bits each byte's code has, 1 to 15. */
    int[] literalLengths() {
        return symbols.lengths();
    }

    void literal(Bits out, int value) {
        out.put(symbols.codes()[value], symbols.lengths()[value]);
    }

    /** Puts what repeats earlier bytes; at most 48 bits. */
    void match(Bits out, int length, int distance) {
        out.put(matchCodes[length], matchLengths[length]);
        int slot = slot(distance);
        out.put(distances.codes()[slot], distances.lengths()[slot]);
        out.put(distance - 1 - slotBase(slot), slotExtra(slot));
    }

    /** How many bits {@link #match} puts. */
    int cost(int length, int distance) {
        int slot = slot(distance);
        return matchLengths[length] + distances.lengths()[slot] + slotExtra(slot);
    }

    /** Begins a block that is not the last. */
    void begin(Bits out) {
        out.room(1024);
        out.put(0b100, 3);
        out.put(LITERALS - 257, 5);
        out.put(DISTANCES - 1, 5);
        long[] counts = new long[19];
        for (int length : symbols.lengths()) {
            counts[length]++;
        }
        for (int length : distances.lengths()) {
            counts[length]++;
        }
        PrefixCode lengths = PrefixCode.of(counts, 7);
        out.put(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            out.put(lengths.lengths()[symbol], 3);
        }
        for (int length : symbols.lengths()) {
            out.put(lengths.codes()[length], lengths.lengths()[length]);
        }
        for (int length : distances.lengths()) {
            out.put(lengths.codes()[length], lengths.lengths()[length]);
        }
    }

    /** Ends the block, and its last byte by an empty block that is stored (3.2.4). */
    void end(Bits out) {
        out.room(16);
        literal(out, END);
        out.put(0, 3);
        out.align();
        out.put(0xffff0000L, 32);
    }

    private static int symbol(int length) {
        if (length == LONGEST) {
            return 285;
        }
        int value = length - SHORTEST;
        if (value < 8) {
            return 257 + value;
        }
        int power = 31 - Integer.numberOfLeadingZeros(value);
        return 257 + 4 * (power - 1) + (value >> power - 2 & 3);
    }

    private static int extra(int symbol) {
        return symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4;
    }

    /** The least length of a symbol, less {@link #SHORTEST}. */
    private static int base(int symbol) {
        if (symbol == 285) {
            return LONGEST - SHORTEST;
        }
        int value = symbol - 257;
        return value < 8 ? value : 4 + value % 4 << value / 4 - 1;
    }

    private static int slot(int distance) {
        int value = distance - 1;
        if (value < 4) {
            return value;
        }
        int power = 31 - Integer.numberOfLeadingZeros(value);
        return 2 * power + (value >> power - 1 & 1);
    }

    private static int slotExtra(int slot) {
        return slot < 4 ? 0 : slot / 2 - 1;
    }

    private static int slotBase(int slot) {
        return slot < 4 ? slot : 2 + slot % 2 << slot / 2 - 1;
    }
}
