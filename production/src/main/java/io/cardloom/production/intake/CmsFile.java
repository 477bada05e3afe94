package io.cardloom.production.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A file as it was sent: DER or BER bytes of CMS (RFC 5652), or the same as PEM (RFC 7468). */
final class CmsFile {

    private static final byte[] DASHES = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

    private CmsFile() {}

    /**
     * The binary form.
     *
     * @param most bytes; what is longer ends with {@link TooLong}
     */
    static BufferedInputStream binary(InputStream sent, long most) throws IOException {
        BufferedInputStream in = new BufferedInputStream(new Limited(sent, most));
        in.mark(DASHES.length);
        byte[] head = in.readNBytes(DASHES.length);
        in.reset();
        if (!Arrays.equals(head, DASHES)) {
            return in;
        }
        int c = in.read();
        while (c >= 0 && c != '\n') {
            c = in.read();
        }
        return new BufferedInputStream(Base64.getMimeDecoder().wrap(new PemBody(in)));
    }

    /** Ends with {@link TooLong} where more comes than may. */
    static InputStream limited(InputStream sent, long most) {
        return new Limited(sent, most);
    }

    /** The file is longer than it may be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Limited extends FilterInputStream {

        private long rest;

        Limited(InputStream in, long most) {
            super(in);
            this.rest = most;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int read) throws TooLong {
            rest -= read;
            if (rest < 0) {
                throw new TooLong();
            }
        }
    }

    /** Ends where the closing line begins. */
    private static final class PemBody extends FilterInputStream {

        private boolean ended;

        PemBody(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = ended ? -1 : super.read();
            ended = ended || c == '-' || c < 0;
            return ended ? -1 : c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int c = read();
                if (c < 0) {
                    break;
                }
                bytes[offset + count++] = (byte) c;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
