package io.cardloom.production.magstripe;

import io.cardloom.production.magstripe.MalformedTrack.Fault;

/**
 * How a track spells characters (ISO/IEC 7811-2 and -6): each with its lowest bit first and an odd
 * parity bit last, then the LRC, which makes every bit position of the whole track even.
 *
 * <p>Packed bytes hold the bits in the order in which the stripe has them, the first in the lowest
 * bit of the first byte; the last byte is filled with zeros.
 */
public enum TrackFormat {
    /** ISO/IEC 7813 track 1: six bits and parity, 210 bits an inch. */
    TRACK_1(6, 0x20, '%', 79),
    /** ISO/IEC 7813 track 2: four bits and parity, 75 bits an inch. */
    TRACK_2(4, 0x30, ';', 40),
    /** ISO/IEC 4909 track 3: four bits and parity, 210 bits an inch. */
    TRACK_3(4, 0x30, ';', 107);

    private static final char END = '?';

    private final int dataBits;
    private final int offset;
    private final char start;
    private final int maxCharacters;

    TrackFormat(int dataBits, int offset, char start, int maxCharacters) {
        this.dataBits = dataBits;
        this.offset = offset;
        this.start = start;
        this.maxCharacters = maxCharacters;
    }

    /** The most characters the track holds, sentinels and LRC counted in. */
    public int maxCharacters() {
        return maxCharacters;
    }

    /** Bits of a character, parity counted in: 7 or 5. */
    public int characterBits() {
        return dataBits + 1;
    }

    /** Bits an inch on the stripe (ISO/IEC 7811-2 and -6). */
    public int density() {
        return this == TRACK_2 ? 75 : 210;
    }

    public char startSentinel() {
        return start;
    }

    /**
     * A track as a host writes it: with both sentinels or with none of them, and behind the end
     * sentinel the LRC as a character, or nothing.
     *
     * @return the text from start sentinel to end sentinel
     * @throws MalformedTrack START or END when one sentinel is there without the other; LRC when
     *     what stands behind is not the track's; LENGTH, CHARACTER
     */
    public String framed(String given) {
        int end = given.indexOf(END);
        boolean begun = given.indexOf(start) == 0;
        if (begun != (end >= 0)) {
            throw new MalformedTrack(begun ? Fault.END : Fault.START, -1);
        }
        String text = begun ? given.substring(0, end + 1) : start + given + END;
        byte[] characters = characters(text);
        String behind = begun ? given.substring(end + 1) : "";
        char lrc = (char) ((characters[text.length()] & (1 << dataBits) - 1) + offset);
        if (!behind.isEmpty() && !behind.equals(String.valueOf(lrc))) {
            throw new MalformedTrack(Fault.LRC, text.length());
        }
        return text;
    }

    /**
     * The track's characters with parity, one a byte, and the LRC at the end.
     *
     * @param text from start sentinel to end sentinel
     * @throws MalformedTrack LENGTH, START, END or CHARACTER
     */
    public byte[] characters(String text) {
        checkFrame(text);
        byte[] characters = new byte[text.length() + 1];
        int lrc = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) - offset;
            if (value < 0 || value >= 1 << dataBits) {
                throw new MalformedTrack(Fault.CHARACTER, i);
            }
            lrc ^= value;
            characters[i] = withParity(value);
        }
        characters[text.length()] = withParity(lrc);
        return characters;
    }

    /**
     * The track's bits, packed.
     *
     * @param text from start sentinel to end sentinel
     * @throws MalformedTrack as {@link #characters}
     */
    public byte[] encode(String text) {
        byte[] characters = characters(text);
        int width = dataBits + 1;
        byte[] packed = new byte[(characters.length * width + 7) / 8];
        for (int bit = 0; bit < characters.length * width; bit++) {
            if ((characters[bit / width] >> bit % width & 1) != 0) {
                packed[bit / 8] |= (byte) (1 << bit % 8);
            }
        }
        return packed;
    }

    /**
     * Reads packed bits back.
     *
     * @return the text from start sentinel to end sentinel
     * @throws MalformedTrack LENGTH, START, PARITY, END or LRC; bits after the LRC must be zeros
     */
    public String decode(byte[] packed) {
        StringBuilder text = new StringBuilder();
        int lrc = 0;
        do {
            int value = checked(packed, text.length());
            lrc ^= value;
            text.append((char) (value + offset));
            if (text.charAt(0) != start) {
                throw new MalformedTrack(Fault.START, 0);
            }
            if (text.length() >= maxCharacters) {
                throw new MalformedTrack(Fault.END, text.length());
            }
        } while (text.charAt(text.length() - 1) != END);
        if (checked(packed, text.length()) != lrc) {
            throw new MalformedTrack(Fault.LRC, text.length());
        }
        checkFill(packed, (text.length() + 1) * (dataBits + 1));
        return text.toString();
    }

    private void checkFrame(String text) {
        if (text.length() >= maxCharacters) {
            throw new MalformedTrack(Fault.LENGTH, -1);
        }
        if (text.isEmpty() || text.charAt(0) != start) {
            throw new MalformedTrack(Fault.START, 0);
        }
        if (text.length() < 2 || text.indexOf(END) != text.length() - 1) {
            throw new MalformedTrack(Fault.END, text.length() - 1);
        }
        if (text.indexOf(start, 1) >= 0) {
            throw new MalformedTrack(Fault.CHARACTER, text.indexOf(start, 1));
        }
    }

    private int checked(byte[] packed, int place) {
        int width = dataBits + 1;
        int character = 0;
        for (int i = 0; i < width; i++) {
            int bit = place * width + i;
            if (bit / 8 >= packed.length) {
                throw new MalformedTrack(Fault.LENGTH, place);
            }
            character |= (packed[bit / 8] >> bit % 8 & 1) << i;
        }
        if (Integer.bitCount(character) % 2 == 0) {
            throw new MalformedTrack(Fault.PARITY, place);
        }
        return character & (1 << dataBits) - 1;
    }

    private void checkFill(byte[] packed, int usedBits) {
        if (packed.length != (usedBits + 7) / 8) {
            throw new MalformedTrack(Fault.LENGTH, -1);
        }
        if (usedBits % 8 != 0 && (packed[usedBits / 8] & 0xFF) >> usedBits % 8 != 0) {
            throw new MalformedTrack(Fault.LENGTH, -1);
        }
    }

    private byte withParity(int value) {
        return (byte) (Integer.bitCount(value) % 2 == 0 ? value | 1 << dataBits : value);
    }
}
