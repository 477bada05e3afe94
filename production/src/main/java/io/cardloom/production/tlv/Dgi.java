package io.cardloom.production.tlv;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A data grouping of a personalization record (EMV CPS): two bytes that name it, a length of one
 * byte up to 254 or of FF and two bytes, and data.
 */
public final class Dgi {

    /** The most bytes one grouping holds. */
    public static final int MAX_DATA = 0xFFFE;

    private static final int LONG_LENGTH = 0xFF;

    private final int id;
    private final byte[] data;

    /**
     * @param id 0x0001 to 0xFFFF
     * @param data up to {@link #MAX_DATA} bytes
     * @throws MalformedTlv TAG or LENGTH
     */
    public Dgi(int id, byte[] data) {
        if (id < 1 || id > 0xFFFF) {
            throw new MalformedTlv(MalformedTlv.Fault.TAG, 0);
        }
        if (data.length > MAX_DATA) {
            throw new MalformedTlv(MalformedTlv.Fault.LENGTH, 0);
        }
        this.id = id;
        this.data = data.clone();
    }

    public int id() {
        return id;
    }

    /** A copy of the data. */
    public byte[] data() {
        return data.clone();
    }

    /** How many bytes of data there are. */
    public int length() {
        return data.length;
    }

    /** Name, length and data. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 5);
        out.write(id >> 8);
        out.write(id);
        if (data.length >= LONG_LENGTH) {
            out.write(LONG_LENGTH);
            out.write(data.length >> 8);
        }
        out.write(data.length);
        out.writeBytes(data);
        return out.toByteArray();
    }

    /** The groupings one after the other. */
    public static byte[] toBytes(List<Dgi> groupings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        groupings.forEach(dgi -> out.writeBytes(dgi.toBytes()));
        return out.toByteArray();
    }

    /**
     * Reads groupings that lie one after the other.
     *
     * @throws MalformedTlv TAG, LENGTH or TRUNCATED
     */
    public static List<Dgi> parse(byte[] bytes) {
        List<Dgi> groupings = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int id = at(bytes, at) << 8 | at(bytes, at + 1);
            if (id == 0) {
                throw new MalformedTlv(MalformedTlv.Fault.TAG, at);
            }
            int length = at(bytes, at + 2);
            int from = at + 3;
            if (length == LONG_LENGTH) {
                length = at(bytes, at + 3) << 8 | at(bytes, at + 4);
                from = at + 5;
            }
            if (length > bytes.length - from) {
                throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, at + 2);
            }
            if (length > MAX_DATA) {
                throw new MalformedTlv(MalformedTlv.Fault.LENGTH, at + 2);
            }
            groupings.add(new Dgi(id, Arrays.copyOfRange(bytes, from, from + length)));
            at = from + length;
        }
        return groupings;
    }

    private static int at(byte[] bytes, int place) {
        if (place >= bytes.length) {
            throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, place);
        }
        return bytes[place] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dgi dgi && dgi.id == id && Arrays.equals(dgi.data, data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, Arrays.hashCode(data));
    }

    @Override
    public String toString() {
        return String.format("Dgi[%04X, %d bytes, REDACTED]", id, data.length);
    }
}
