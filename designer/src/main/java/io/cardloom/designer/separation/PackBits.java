package io.cardloom.designer.separation;

import java.io.ByteArrayOutputStream;

/** Runs of bytes (TIFF 6.0, section 9). */
final class PackBits {

    private static final int LONGEST = 128;

    private PackBits() {}

    /** Packs one row; no run reaches into the next. */
    static void row(byte[] bytes, int from, int count, ByteArrayOutputStream out) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int run = run(bytes, at, end);
            if (run >= 3) {
                out.write(1 - run);
                out.write(bytes[at]);
                at += run;
            } else {
                int start = at;
                while (at < end && at - start < LONGEST && run(bytes, at, end) < 3) {
                    at++;
                }
                out.write(at - start - 1);
                out.write(bytes, start, at - start);
            }
        }
    }

    private static int run(byte[] bytes, int at, int end) {
        int most = Math.min(end, at + LONGEST);
        int next = at + 1;
        while (next < most && bytes[next] == bytes[at]) {
            next++;
        }
        return next - at;
    }
}
