package io.cardloom.designer.export;

import io.cardloom.designer.design.DesignJson;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the document out of an OpenRaster file as it streams by; its pictures are not decoded, and
 * nothing but the document is kept.
 */
final class OpenRasterReader {

    /** Bytes of the file, and of all that it unpacks to; a layer is stored as a finished PNG. */
    static final int MOST_BYTES = 256 << 20;

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_DOCUMENT = 8 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private OpenRasterReader() {}

    /**
     * @param file read to its end, not closed
     * @throws Refusal {@code OPEN_RASTER_FORM} when it is no zip file at all, {@code
     *     OPEN_RASTER_SIZE}, {@code OPEN_RASTER_DAMAGED}, {@code OPEN_RASTER_FOREIGN} when there is
     *     no design inside, {@code OPEN_RASTER_BROKEN_OFF} when it did not arrive (trying again
     *     helps for this one alone); or the refusal of the document
     */
    static OpenedFile read(InputStream file) {
        Counted counted = new Counted(file);
        byte @Nullable [] json;
        try {
            PushbackInputStream start = new PushbackInputStream(counted, ZIP.length);
            byte[] first = start.readNBytes(ZIP.length);
            if (!java.util.Arrays.equals(first, ZIP)) {
                throw refused(
                        "OPEN_RASTER_FORM",
                        "This is no OpenRaster file. Take one that was downloaded here under"
                                + " \u2018For other tools\u2019; its name ends in .ora.");
            }
            start.unread(first);
            json = document(start);
            counted.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (BrokenOff e) {
            throw Refusal.conflict(
                    "OPEN_RASTER_BROKEN_OFF",
                    "The file did not arrive whole. Look at the connection and try again.");
        } catch (IOException | IllegalArgumentException e) {
            throw refused(
                    "OPEN_RASTER_DAMAGED",
                    "The file is damaged: its parts cannot be unpacked. Download it again and open"
                            + " that one.");
        }
        if (json == null) {
            throw refused(
                    "OPEN_RASTER_FOREIGN",
                    "There is no design of Cardloom in this OpenRaster file; other tools drop it"
                            + " when they save. Open the file as it was downloaded, or save a PNG"
                            + " there and upload that into a design.");
        }
        return new OpenedFile(DesignJson.read(text(json)), counted.hex(), counted.bytes);
    }

    private static byte @Nullable [] document(InputStream file) throws IOException {
        // Not closed: what it reads from is the caller's, and it holds nothing else.
        ZipInputStream zip = new ZipInputStream(file);
        byte @Nullable [] json = null;
        long unpacked = 0;
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++count > MOST_ENTRIES) {
                throw tooLarge();
            }
            if (json == null && entry.getName().equals(OpenRaster.DOCUMENT)) {
                json = zip.readNBytes(MOST_DOCUMENT + 1);
                if (json.length > MOST_DOCUMENT) {
                    throw tooLarge();
                }
                unpacked += json.length;
            } else {
                unpacked += skip(zip, MOST_BYTES - unpacked);
            }
        }
        return json;
    }

    private static long skip(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long skipped = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            skipped += read;
            if (skipped > most) {
                throw tooLarge();
            }
        }
        return skipped;
    }

    private static String text(byte[] json) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw refused(
                    "OPEN_RASTER_DAMAGED",
                    "The design in this file is no text any more. Download the file again and open"
                            + " that one.");
        }
    }

    private static Refusal tooLarge() {
        return refused(
                "OPEN_RASTER_SIZE",
                "The file, or what it unpacks to, is larger than 256 MB or has more than "
                        + MOST_ENTRIES
                        + " parts. Hide or remove layers, download the design again and open that"
                        + " file.");
    }

    private static Refusal refused(String code, String sentence) {
        return Refusal.invalid(code, sentence);
    }

    /** The file itself stopped coming: nothing is wrong with what it says. */
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    /** Counts and digests what passes, and stops it where it is too much. */
    private static final class Counted extends FilterInputStream {

        private final MessageDigest digest;
        private long bytes;

        Counted(InputStream in) {
            super(in);
            digest = Digests.sha256();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(into, offset, length);
            } catch (IOException e) {
                throw new BrokenOff(e);
            }
            if (read > 0) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw tooLarge();
                }
                digest.update(into, offset, read);
            }
            return read;
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
