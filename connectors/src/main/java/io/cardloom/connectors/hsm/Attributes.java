package io.cardloom.connectors.hsm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template: CK_ATTRIBUTE of 24 bytes each, type, address and length. */
final class Attributes {

    private static final long SIZE = 24;

    private final Map<Long, byte[]> values = new LinkedHashMap<>();

    Attributes with(long type, boolean value) {
        values.put(type, new byte[] {(byte) (value ? 1 : 0)});
        return this;
    }

    Attributes with(long type, long value) {
        byte[] bytes = new byte[8];
        MemorySegment.ofArray(bytes).set(JAVA_LONG.withByteAlignment(1), 0, value);
        values.put(type, bytes);
        return this;
    }

    Attributes with(long type, String value) {
        values.put(type, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The bytes stay the caller's, who wipes them. */
    Attributes with(long type, byte[] value) {
        values.put(type, value);
        return this;
    }

    long count() {
        return values.size();
    }

    MemorySegment in(Arena arena) {
        MemorySegment template = arena.allocate(SIZE * values.size(), 8);
        long at = 0;
        for (Map.Entry<Long, byte[]> each : values.entrySet()) {
            MemorySegment value = arena.allocate(Math.max(1, each.getValue().length), 8);
            MemorySegment.copy(
                    MemorySegment.ofArray(each.getValue()), 0, value, 0, each.getValue().length);
            template.set(JAVA_LONG, at, each.getKey());
            template.set(ADDRESS, at + 8, value);
            template.set(JAVA_LONG, at + 16, each.getValue().length);
            at += SIZE;
        }
        return template;
    }

    /** Wipes what {@link #in} copied outside the heap, before the arena is closed. */
    void wipe(MemorySegment template) {
        long at = 0;
        for (byte[] value : values.values()) {
            template.get(ADDRESS, at + 8).reinterpret(value.length).fill((byte) 0);
            at += SIZE;
        }
    }
}
