package io.cardloom.production.key.block;

import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes and reads key blocks of versions B and D (ANSI X9.143:2021; ASC X9 TR-31:2018): header in
 * clear, length, key and padding encrypted, and a MAC over header and clear key data, which is also
 * the initial vector of the encryption. So the key data have to be decrypted before the MAC can be
 * compared; nothing of them is looked at before it is.
 */
public final class KeyBlocks {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private KeyBlocks() {}

    /**
     * A key out of a block; closing it wipes the key.
     *
     * @param header authentic
     */
    public record Unwrapped(KeyBlockHeader header, ClearKey key) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    /**
     * A block of the key. Its padding is random and hides the key's length among those of its
     * algorithm.
     *
     * @param random a secure one, but in tests
     * @throws Refusal {@code KEY_BLOCK_PROTECTION} when the protection key is of the other
     *     algorithm or weaker than the key; {@code KEY_BLOCK_USAGE} when the header is for a key of
     *     another algorithm; {@code KEY_BLOCK_LENGTH} when the optional blocks are too long
     */
    public static String wrap(
            KeyBlockHeader header, ClearKey key, ProtectionKey protection, RandomGenerator random) {
        if (header.algorithm() != key.kind().algorithm()) {
            throw KeyBlockRefusals.usage("The header is for a key of the other algorithm.");
        }
        requireStrength(key.kind(), protection.kind());
        byte[] data = new byte[padded(longest(key.kind().algorithm()), header.version())];
        random.nextBytes(data);
        int bits = key.kind().bytes() * 8;
        data[0] = (byte) (bits >>> 8);
        data[1] = (byte) bits;
        byte[] bytes = key.bytes();
        System.arraycopy(bytes, 0, data, 2, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        return sealed(header, data, protection);
    }

    /**
     * The key of a block.
     *
     * @param block as it was received; no spaces, hexadecimal in upper case
     * @throws Refusal {@code KEY_BLOCK_LENGTH}, {@code KEY_BLOCK_VERSION}, {@code
     *     KEY_BLOCK_HEADER}, {@code KEY_BLOCK_USAGE}, {@code KEY_BLOCK_PROTECTION}, {@code
     *     KEY_BLOCK_MAC} or {@code KEY_BLOCK_PADDING}; nothing else, and no retry helps
     */
    public static Unwrapped unwrap(String block, ProtectionKey protection) {
        HeaderReader.Clear clear = HeaderReader.read(block);
        KeyBlockHeader header = clear.header();
        byte[] data = opened(block, clear, protection);
        try {
            ClearKey key = key(header, data);
            try {
                requireStrength(key.kind(), protection.kind());
                return new Unwrapped(header, key);
            } catch (Refusal e) {
                key.close();
                throw e;
            }
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /**
     * What a block says of its key; not authentic, and so only good for finding the protection key.
     *
     * @throws Refusal as {@link #unwrap}
     */
    public static KeyBlockHeader claimed(String block) {
        return HeaderReader.read(block).header();
    }

    /** A block of these key data (length, key, padding), which are wiped. */
    static String sealed(KeyBlockHeader header, byte[] data, ProtectionKey protection) {
        int unit = header.version().unit();
        String text = header.text(2 * data.length + 2 * unit);
        byte[] all = joined(text, data);
        try (BlockKeys keys = new BlockKeys(header.version(), protection)) {
            byte[] mac = keys.mac(all);
            return text + HEX.formatHex(keys.encrypted(data, mac)) + HEX.formatHex(mac);
        } finally {
            Arrays.fill(all, (byte) 0);
            Arrays.fill(data, (byte) 0);
        }
    }

    /** The key data of a genuine block, which the caller wipes. */
    static byte[] opened(String block, HeaderReader.Clear clear, ProtectionKey protection) {
        int unit = clear.header().version().unit();
        int end = block.length() - 2 * unit;
        int payload = end - clear.length();
        if (payload <= 0 || payload % (2 * unit) != 0) {
            throw KeyBlockRefusals.length(
                    "The encrypted part of the key block has no such length.");
        }
        byte[] cipher = hex(block.substring(clear.length(), end));
        byte[] mac = hex(block.substring(end));
        try (BlockKeys keys = new BlockKeys(clear.header().version(), protection)) {
            byte[] data = keys.decrypted(cipher, mac);
            byte[] all = joined(block.substring(0, clear.length()), data);
            boolean genuine = MessageDigest.isEqual(keys.mac(all), mac);
            Arrays.fill(all, (byte) 0);
            if (!genuine) {
                Arrays.fill(data, (byte) 0);
                throw KeyBlockRefusals.mac();
            }
            return data;
        }
    }

    private static ClearKey key(KeyBlockHeader header, byte[] data) {
        int bits = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
        KeyKind kind =
                KeyKind.of(header.algorithm(), bits / 8)
                        .filter(k -> bits % 8 == 0)
                        .orElseThrow(KeyBlockRefusals::padding);
        int longest = padded(longest(kind.algorithm()), header.version());
        if (data.length < padded(kind.bytes(), header.version()) || data.length > longest) {
            throw KeyBlockRefusals.padding();
        }
        return new ClearKey(kind, Arrays.copyOfRange(data, 2, 2 + kind.bytes()));
    }

    private static void requireStrength(KeyKind key, KeyKind protection) {
        if (key.strength() > protection.strength()) {
            throw KeyBlockRefusals.protection(
                    "A key is protected by one at least as strong. Take a longer protection key.");
        }
    }

    private static int longest(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.TDEA ? 24 : 32;
    }

    private static int padded(int key, KeyBlockVersion version) {
        int unit = version.unit();
        return (2 + key + unit - 1) / unit * unit;
    }

    private static byte[] joined(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(text, text.length + data.length);
        System.arraycopy(data, 0, all, text.length, data.length);
        return all;
    }

    private static byte[] hex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789ABCDEF".indexOf(text.charAt(i)) < 0) {
                throw KeyBlockRefusals.header(
                        "The encrypted part of the key block is not hexadecimal in upper case.");
            }
        }
        return HEX.parseHex(text);
    }
}
