package io.cardloom.designer.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits in the order of deflate: the first one is the lowest of its byte (RFC 1951, 3.1.1). */
final class Bits {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int AT_ONCE = 56;
    private static final int SLACK = 16;

    private byte[] bytes;
    private int whole;
    private long rest;
    private int restBits;

    Bits(int expectedBytes) {
        this.bytes = new byte[expectedBytes + SLACK];
    }

    /** Forgets everything. */
    void clear() {
        whole = 0;
        rest = 0;
        restBits = 0;
    }

    /** How many bits there are; fewer than 2^31. */
    int size() {
        return Math.addExact(Math.multiplyExact(whole, 8), restBits);
    }

    /**
     * Makes room, so that this many bytes can be put without asking again.
     *
     * @param more bytes
     */
    void room(int more) {
        if (whole + more + SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, whole + more + SLACK));
        }
    }

    /**
     * Puts the lowest bits of a value; there must be room.
     *
     * @param value with nothing above those bits
     * @param count 0 to 56
     */
    void put(long value, int count) {
        rest |= value << restBits;
        LONG.set(bytes, whole, rest);
        int filled = restBits + count;
        int full = filled >>> 3;
        whole += full;
        rest >>>= full << 3;
        restBits = filled & 7;
    }

    /** Puts a stretch of other bits, from their number {@code from} to before {@code to}. */
    void put(Bits other, int from, int to) {
        room((to - from >>> 3) + SLACK);
        int at = from;
        while (to - at >= AT_ONCE) {
            put(other.peek(at) & (1L << AT_ONCE) - 1, AT_ONCE);
            at += AT_ONCE;
        }
        int last = to - at;
        if (last > 0) {
            put(other.peek(at) & (1L << last) - 1, last);
        }
    }

    /** Fills the last byte with zeros and puts whole bytes. */
    void bytes(byte[] more) {
        room(more.length + 1);
        align();
        System.arraycopy(more, 0, bytes, whole, more.length);
        whole += more.length;
    }

    /** Fills the last byte with zeros. */
    void align() {
        if (restBits > 0) {
            put(0, 8 - restBits);
        }
    }

    /** Makes the bits readable by {@link #put(Bits, int, int)} of others. */
    Bits sealed() {
        bytes = Arrays.copyOf(bytes, whole + SLACK);
        LONG.set(bytes, whole, rest);
        return this;
    }

    /** The bytes, of which {@link #length} count; the last one must be full. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return whole;
    }

    private long peek(int at) {
        return (long) LONG.get(bytes, at >>> 3) >>> (at & 7);
    }
}
