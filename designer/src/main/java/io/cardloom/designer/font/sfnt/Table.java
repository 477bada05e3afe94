package io.cardloom.designer.font.sfnt;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Some bytes of a font's table, big-endian; what lies outside of them cannot be read. */
final class Table {

    private final byte[] file;
    private final String tag;
    private final int start;
    private final int length;

    Table(byte[] file, String tag, int start, int length) {
        if (start < 0 || length < 0 || start > file.length - length) {
            throw Refused.damaged(tag, "lies outside of the file");
        }
        this.file = file;
        this.tag = tag;
        this.start = start;
        this.length = length;
    }

    int length() {
        return length;
    }

    String tag() {
        return tag;
    }

    int start() {
        return start;
    }

    int u8(int at) {
        return file[place(at, 1)] & 0xff;
    }

    int u16(int at) {
        int place = place(at, 2);
        return (file[place] & 0xff) << 8 | file[place + 1] & 0xff;
    }

    int s16(int at) {
        return (short) u16(at);
    }

    /** Unsigned. */
    long u32(int at) {
        return (long) u16(at) << 16 | u16(place(at, 4) - start + 2);
    }

    /** An offset or a length: 32 bits that have to be below 2^31. */
    int offset(int at) {
        long value = u32(at);
        if (value > Integer.MAX_VALUE) {
            throw damaged("points outside of itself");
        }
        return (int) value;
    }

    String word(int at) {
        return new String(file, place(at, 4), 4, StandardCharsets.ISO_8859_1);
    }

    /**
     * @throws Refusal {@code FONT_DAMAGED} when they do not lie in this
     */
    Table part(int from, int bytes) {
        place(from, bytes);
        return new Table(file, tag, start + from, bytes);
    }

    /** From here to the end. */
    Table rest(int from) {
        place(from, 0);
        return new Table(file, tag, start + from, length - from);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(file, start, start + length);
    }

    void require(int least) {
        if (length < least) {
            throw damaged("is too short");
        }
    }

    Refusal damaged(String what) {
        return Refused.damaged(tag, what);
    }

    private int place(int at, int bytes) {
        if (at < 0 || bytes < 0 || at > length - bytes) {
            throw damaged("ends too early or points outside of itself");
        }
        return start + at;
    }
}
