package io.cardloom.production.tlv;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The tag of a data object: one to three bytes (ISO/IEC 7816-4, EMV Book 3 Annex B1).
 *
 * @param value the tag's bytes as one number, the first byte highest: 0x5A, 0x9F36, 0xDF8129
 */
public record Tag(int value) {

    private static final int MULTI_BYTE = 0x1F;
    private static final int MORE = 0x80;

    /**
     * @throws MalformedTlv TAG: no such tag can be; 00 is filling and no tag
     */
    public Tag {
        if (!isTag(value)) {
            throw new MalformedTlv(MalformedTlv.Fault.TAG, 0);
        }
    }

    /**
     * @param hex two, four or six hexadecimal digits
     * @throws MalformedTlv TAG
     */
    public static Tag of(String hex) {
        if (!hex.matches("([0-9a-fA-F]{2}){1,3}")) {
            throw new MalformedTlv(MalformedTlv.Fault.TAG, 0);
        }
        return new Tag(HexFormat.fromHexDigits(hex));
    }

    /** Whether the value is made of data objects. */
    public boolean isConstructed() {
        return (value >> 8 * (length() - 1) & 0x20) != 0;
    }

    /** How many bytes the tag has: 1 to 3. */
    public int length() {
        return value > 0xFFFF ? 3 : value > 0xFF ? 2 : 1;
    }

    public byte[] bytes() {
        byte[] bytes = new byte[length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >> 8 * (bytes.length - 1 - i));
        }
        return bytes;
    }

    /**
     * The tag that begins there.
     *
     * @throws MalformedTlv TAG or TRUNCATED
     */
    static Tag read(byte[] data, int from, int end) {
        int value = at(data, from, end);
        if ((value & MULTI_BYTE) == MULTI_BYTE) {
            int next = at(data, from + 1, end);
            value = value << 8 | next;
            if ((next & MORE) != 0) {
                value = value << 8 | at(data, from + 2, end);
            }
        }
        if (!isTag(value)) {
            throw new MalformedTlv(MalformedTlv.Fault.TAG, from);
        }
        return new Tag(value);
    }

    private static int at(byte[] data, int place, int end) {
        if (place >= end) {
            throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, place);
        }
        return data[place] & 0xFF;
    }

    private static boolean isTag(int value) {
        if (value <= 0 || value > 0xFFFFFF) {
            return false;
        }
        if (value <= 0xFF) {
            return (value & MULTI_BYTE) != MULTI_BYTE;
        }
        int last = value & 0xFF;
        if (value <= 0xFFFF) {
            return (value >> 8 & MULTI_BYTE) == MULTI_BYTE && last > 0 && last < MORE;
        }
        int middle = value >> 8 & 0xFF;
        return (value >> 16 & MULTI_BYTE) == MULTI_BYTE && middle > MORE && last < MORE;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes()).toUpperCase(Locale.ROOT);
    }
}
