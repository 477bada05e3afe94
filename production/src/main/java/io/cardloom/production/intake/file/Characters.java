package io.cardloom.production.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A text file's characters; each form of a line's end (CR LF, LF, CR) is a line feed. A byte order
 * mark is passed over when it is the encoding's own, and refused when it is another's.
 */
final class Characters {

    static final int END = -1;
    private static final int HEAD = 3;

    private final TextEncoding encoding;
    private final Reader in;
    private final char[] buffer = new char[8_192];
    private int at;
    private int filled;
    private int line = 1;

    Characters(InputStream bytes, TextEncoding encoding) throws IOException {
        this.encoding = encoding;
        PushbackInputStream head = new PushbackInputStream(bytes, HEAD);
        skipMark(head);
        this.in =
                new InputStreamReader(
                        head,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The line, from 1, of the next character. */
    int line() {
        return line;
    }

    /** The next character, or {@link #END}. */
    int read() throws IOException {
        int c = raw();
        if (c == '\r') {
            if (raw() != '\n' && filled > 0) {
                at--;
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Leaves nothing of the file behind. */
    void wipe() {
        Arrays.fill(buffer, '\0');
    }

    private int raw() throws IOException {
        if (at >= filled) {
            if (filled < 0) {
                return END;
            }
            try {
                filled = in.read(buffer, 0, buffer.length);
            } catch (CharacterCodingException e) {
                throw notEncoded();
            }
            at = 0;
            if (filled < 0) {
                return END;
            }
        }
        return buffer[at++];
    }

    private void skipMark(PushbackInputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(HEAD);
        String hex = HexFormat.of().formatHex(head);
        TextEncoding marked = null;
        int length = 2;
        if (hex.startsWith("efbbbf")) {
            marked = TextEncoding.UTF_8;
            length = HEAD;
        } else if (hex.startsWith("fffe")) {
            marked = TextEncoding.UTF_16_LE;
        } else if (hex.startsWith("feff")) {
            marked = TextEncoding.UTF_16_BE;
        }
        if (marked == null) {
            bytes.unread(head);
        } else if (marked == encoding) {
            bytes.unread(head, length, head.length - length);
        } else {
            throw notEncoded();
        }
    }

    private ReadFault notEncoded() {
        return new ReadFault(
                line,
                "TEXT_ENCODING",
                "The file is not in "
                        + encoding.words()
                        + "; export it in that encoding, or set the list's form to the one it"
                        + " has.");
    }
}
