package io.cardloom.designer.png;

/**
 * What an Adler-32 (RFC 1950, 8.2) of a whole is made of: the sum of its bytes, and the sum of each
 * byte times how many bytes there are from it to the end. Both may be added and taken away in
 * parts; a picture of 2^24 bytes stays far below the bounds of a long.
 */
final class Sum {

    private static final int PRIME = 65_521;

    long bytes;
    long weighted;

    void add(int value, long toTheEnd) {
        bytes += value;
        weighted += value * toTheEnd;
    }

    void add(Sum other) {
        bytes += other.bytes;
        weighted += other.weighted;
    }

    /** The checksum of a whole of this length. */
    int adler32(long length) {
        long low = Math.floorMod(1 + bytes, PRIME);
        long high = Math.floorMod(length + weighted, PRIME);
        return (int) (high << 16 | low);
    }
}
