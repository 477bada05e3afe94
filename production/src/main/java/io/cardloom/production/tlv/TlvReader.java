package io.cardloom.production.tlv;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads data objects one after the other out of a byte array, without copying it (ISO/IEC 7816-4,
 * EMV Book 3 Annex B). Bytes 00 before, between and after the objects are filling (EMV Book 3 B1).
 * Lengths have one to five bytes of definite form; more of them than needed are read, but never
 * written. For one thread.
 */
public final class TlvReader {

    private static final int MOST_LENGTH_BYTES = 4;

    private final byte[] data;
    private final int end;
    private int position;
    private @Nullable Tag tag;
    private int from;

    private TlvReader(byte[] data, int from, int end) {
        this.data = data;
        this.position = from;
        this.end = end;
    }

    /** A reader of these bytes, which must not change while it reads. */
    public static TlvReader over(byte[] data) {
        return new TlvReader(data, 0, data.length);
    }

    /** Told of each data object, the outer before the inner ones. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param depth 0 for the outermost objects
         * @param object stands at the object
         */
        void object(int depth, TlvReader object);
    }

    /**
     * Goes through all objects and those inside them, in the order of the bytes. Depth costs heap,
     * never stack.
     *
     * @throws MalformedTlv where the bytes are not data objects
     */
    public static void walk(byte[] data, Visitor visitor) {
        Deque<TlvReader> open = new ArrayDeque<>();
        open.push(over(data));
        while (!open.isEmpty()) {
            TlvReader reader = open.element();
            if (!reader.next()) {
                open.pop();
                continue;
            }
            visitor.object(open.size() - 1, reader);
            if (reader.tag().isConstructed()) {
                open.push(reader.inside());
            }
        }
    }

    /**
     * The value of the first object with this tag, at any depth; empty when there is none. All
     * bytes are read either way.
     *
     * @throws MalformedTlv where the bytes are not data objects
     */
    public static Optional<byte[]> find(byte[] data, Tag tag) {
        byte[][] found = new byte[1][];
        walk(
                data,
                (depth, object) -> {
                    if (found[0] == null && object.tag().equals(tag)) {
                        found[0] = object.value();
                    }
                });
        return Optional.ofNullable(found[0]);
    }

    /**
     * Goes to the next object.
     *
     * @return false when there is none left
     * @throws MalformedTlv when what follows is no data object
     */
    public boolean next() {
        while (position < end && data[position] == 0) {
            position++;
        }
        if (position == end) {
            tag = null;
            return false;
        }
        Tag read = Tag.read(data, position, end);
        position += read.length();
        int length = length(position);
        from = position;
        position += length;
        tag = read;
        return true;
    }

    /** The tag of the object. */
    public Tag tag() {
        Tag here = tag;
        if (here == null) {
            throw new IllegalStateException("the reader stands at no object");
        }
        return here;
    }

    /** The length of the object's value in bytes. */
    public int length() {
        tag();
        return position - from;
    }

    /** A copy of the object's value. */
    public byte[] value() {
        tag();
        return Arrays.copyOfRange(data, from, position);
    }

    /**
     * A reader of the objects inside this one.
     *
     * @throws IllegalStateException when it is primitive
     */
    public TlvReader inside() {
        if (!tag().isConstructed()) {
            throw new IllegalStateException("a primitive object has no objects inside");
        }
        return new TlvReader(data, from, position);
    }

    /** Reads a length, moves behind it, and checks that so many bytes are left. */
    private int length(int at) {
        int first = at(at);
        position = at + 1;
        if (first == 0x80) {
            throw new MalformedTlv(MalformedTlv.Fault.INDEFINITE, at);
        }
        int length = first;
        if (first > 0x80) {
            if (first - 0x80 > MOST_LENGTH_BYTES) {
                throw new MalformedTlv(MalformedTlv.Fault.LENGTH, at);
            }
            long value = 0;
            for (int i = 0; i < first - 0x80; i++) {
                value = value << 8 | at(position++);
            }
            if (value > end) {
                throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, at);
            }
            length = (int) value;
        }
        if (length > end - position) {
            throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, at);
        }
        return length;
    }

    private int at(int place) {
        if (place >= end) {
            throw new MalformedTlv(MalformedTlv.Fault.TRUNCATED, place);
        }
        return data[place] & 0xFF;
    }

    @Override
    public String toString() {
        return "TlvReader[" + tag + ", REDACTED]";
    }
}
