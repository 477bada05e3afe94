package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A workbook's archive (ZIP), read from the front, because its end may be far away. Nothing is
 * unpacked to anywhere; what unpacks to far more than it was packed is a bomb and refused. Reads
 * descriptors of 32 and of 64 bits, which the JDK's own reader of streams tells apart by a guess
 * that common writers of workbooks prove wrong.
 */
final class XlsxArchive {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final long HARMLESS = 16L << 20;
    private static final int MOST_TIMES = 200;
    private static final int BUFFER = 16_384;
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED_AFTER = 8;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final PushbackInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final byte[] packed = new byte[BUFFER];
    private final Set<String> names = new HashSet<>();
    private final CRC32 crc = new CRC32();
    private InputStream part = InputStream.nullInputStream();
    private long packedCount;
    private long unpackedCount;

    XlsxArchive(InputStream bytes) {
        this.in = new PushbackInputStream(bytes, BUFFER);
    }

    /** The name of the next part; empty after the last one. */
    Optional<String> next() throws IOException {
        // What nobody reads is unpacked too, and counted.
        part.transferTo(OutputStream.nullOutputStream());
        int mark = header(4).getInt();
        if (!names.isEmpty() && (mark == DIRECTORY || mark == DIRECTORY_END)) {
            inflater.end();
            return Optional.empty();
        }
        if (mark != LOCAL_HEADER) {
            throw XlsxFaults.broken();
        }
        ByteBuffer head = header(26);
        int flags = head.getShort(2);
        int method = head.getShort(4);
        int sum = head.getInt(10);
        long size = Integer.toUnsignedLong(head.getInt(14));
        String name =
                StandardCharsets.UTF_8
                        .decode(header(Short.toUnsignedInt(head.getShort(22))))
                        .toString();
        header(Short.toUnsignedInt(head.getShort(24)));
        check(name, flags);
        boolean described = (flags & DESCRIBED_AFTER) != 0;
        if (method == DEFLATED) {
            part = new Deflated(described, sum);
        } else if (method == STORED && !described) {
            part = new Stored(size);
        } else {
            throw XlsxFaults.broken();
        }
        crc.reset();
        return Optional.of(name);
    }

    /** The part that was named last. */
    InputStream part() {
        return part;
    }

    private void check(String name, int flags) {
        if (!names.add(name) || names.size() > MOST_PARTS || (flags & ENCRYPTED) != 0) {
            throw XlsxFaults.broken();
        }
        if (name.toLowerCase(Locale.ROOT).contains("vbaproject")) {
            throw XlsxFaults.active();
        }
    }

    private ByteBuffer header(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw XlsxFaults.broken();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void count(int more) {
        unpackedCount += more;
        if (unpackedCount > MOST_BYTES
                || (unpackedCount > HARMLESS && unpackedCount / MOST_TIMES > packedCount)) {
            throw XlsxFaults.tooLarge();
        }
    }

    /** Whether what follows here begins the next thing of the archive. */
    private static boolean begins(ByteBuffer bytes, int at) {
        int mark = bytes.limit() < at + 4 ? 0 : bytes.getInt(at);
        return mark == LOCAL_HEADER || mark == DIRECTORY || mark == DIRECTORY_END;
    }

    /** The sum that follows the part, and its sizes of 32 or of 64 bits. */
    private int described() throws IOException {
        byte[] read = in.readNBytes(28);
        ByteBuffer bytes = ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        int from = read.length >= 4 && bytes.getInt(0) == DESCRIPTOR ? 4 : 0;
        for (int end : new int[] {from + 12, from + 20}) {
            if (begins(bytes, end)) {
                in.unread(read, end, read.length - end);
                return bytes.getInt(from);
            }
        }
        throw XlsxFaults.broken();
    }

    private final class Deflated extends InputStream {

        private final boolean describedAfter;
        private final int sum;
        private boolean ended;
        private int fed;

        Deflated(boolean describedAfter, int sum) {
            this.describedAfter = describedAfter;
            this.sum = sum;
            inflater.reset();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                while (!ended) {
                    int count = inflater.inflate(bytes, offset, length);
                    if (count > 0) {
                        count(count);
                        crc.update(bytes, offset, count);
                        return count;
                    }
                    if (inflater.finished()) {
                        end();
                    } else {
                        feed();
                    }
                }
                return -1;
            } catch (DataFormatException e) {
                throw XlsxFaults.broken();
            }
        }

        private void feed() throws IOException {
            int read = inflater.needsDictionary() ? -1 : in.read(packed, 0, BUFFER);
            if (read <= 0) {
                throw XlsxFaults.broken();
            }
            packedCount += read;
            fed = read;
            inflater.setInput(packed, 0, read);
        }

        private void end() throws IOException {
            ended = true;
            int rest = inflater.getRemaining();
            packedCount -= rest;
            in.unread(packed, fed - rest, rest);
            int told = describedAfter ? described() : sum;
            if (told != (int) crc.getValue()) {
                throw XlsxFaults.broken();
            }
        }
    }

    private final class Stored extends InputStream {

        private long rest;

        Stored(long size) {
            this.rest = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (rest == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, rest));
            if (read < 0) {
                throw XlsxFaults.broken();
            }
            rest -= read;
            packedCount += read;
            count(read);
            return read;
        }
    }
}
