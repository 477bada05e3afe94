package io.cardloom.connectors.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * The commands of the MSR605 and MSR206 desk encoders that Cardloom needs, one at a time.
 *
 * <p>A command is ESC, a letter and operands. A card is written and read as ISO tracks: the host
 * sends them without their sentinels, the encoder adds sentinels, parity and the longitudinal
 * check, and gives them back with sentinels. Writing and reading wait for a person's swipe.
 */
final class Msr605Protocol {

    /** What an answer's status byte says. */
    enum Status {
        DONE,
        READ_OR_WRITE_ERROR,
        COMMAND_FORMAT,
        COMMAND_UNKNOWN,
        BAD_SWIPE,
        FAILED
    }

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final Duration QUIET = Duration.ofMillis(60);
    private static final int LONGEST_TRACK = 120;

    private final Line line;
    private final Duration answer;
    private final Duration swipe;

    /**
     * @param answer the longest a command without a card may take
     * @param swipe the longest the encoder waits for a card to be swiped
     */
    Msr605Protocol(Line line, Duration answer, Duration swipe) {
        this.line = line;
        this.answer = answer;
        this.swipe = swipe;
    }

    /** Ends whatever the encoder was doing, and throws away what it still had to say. */
    void reset() throws LineFailure {
        send('a');
        line.hush(QUIET);
    }

    /** Returns when the encoder says that the link is good. */
    void testCommunication() throws LineFailure {
        send('e');
        long deadline = deadline(answer);
        expect(ESC, deadline, "communication test");
        expect('y', deadline, "communication test");
    }

    /**
     * Chooses the strength of the writing field and asks the encoder what it chose.
     *
     * @return false when the encoder cannot do it
     */
    boolean coercivity(boolean high) throws LineFailure {
        send(high ? 'x' : 'y');
        if (status(answer, "coercivity") != Status.DONE) {
            return false;
        }
        send('d');
        long deadline = deadline(answer);
        expect(ESC, deadline, "coercivity status");
        return line.receive(deadline, "coercivity status") == (high ? 'H' : 'L');
    }

    /** Densities and bits per character of ISO/IEC 7811: 210/7, 75/5, 210/5; false when refused. */
    boolean isoFormat() throws LineFailure {
        for (int density : new int[] {0xA1, 0x4B, 0xC1}) {
            send('b', density);
            if (status(answer, "density") != Status.DONE) {
                return false;
            }
        }
        send('o', 7, 5, 5);
        if (status(answer, "bits per character") != Status.DONE) {
            return false;
        }
        long deadline = deadline(answer);
        for (int bits : new int[] {7, 5, 5}) {
            expect(bits, deadline, "bits per character");
        }
        return true;
    }

    /**
     * Writes a card. From the first byte on, the card may be changed.
     *
     * @param tracks three tracks without sentinels; empty where nothing is written
     */
    Status write(byte[]... tracks) throws LineFailure {
        byte[] bytes = writing(tracks);
        try {
            line.send(bytes, answer);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        return status(swipe, "the card written");
    }

    /** The command that writes a card; the caller wipes it. */
    static byte[] writing(byte[]... tracks) {
        Wiped command = new Wiped(512);
        command.write(ESC);
        command.write('w');
        command.write(ESC);
        command.write('s');
        for (int track = 0; track < 3; track++) {
            command.write(ESC);
            command.write(track + 1);
            command.writeBytes(tracks[track]);
        }
        command.write('?');
        command.write(FS);
        return command.take();
    }

    /** Reads a card; the tracks come with their sentinels and are the caller's to wipe. */
    Reading read() throws LineFailure {
        send('r');
        long deadline = deadline(swipe);
        expect(ESC, deadline, "the card read");
        expect('s', deadline, "the card read");
        deadline = deadline(answer);
        byte[][] tracks = new byte[3][];
        expect(ESC, deadline, "track 1");
        expect(1, deadline, "track 1");
        tracks[0] = track(deadline, 2);
        tracks[1] = track(deadline, 3);
        tracks[2] = lastTrack(deadline);
        return new Reading(status(answer, "the card read"), tracks[0], tracks[1], tracks[2]);
    }

    /** One line that says which encoder this is; empty where it does not tell. */
    String model() throws LineFailure {
        send('t');
        long deadline = deadline(answer);
        expect(ESC, deadline, "model");
        int model = line.receive(deadline, "model");
        expect('S', deadline, "model");
        return "model " + (char) model;
    }

    /** Reads up to the mark ESC n that opens the next track. */
    private byte[] track(long deadline, int following) throws LineFailure {
        Wiped track = new Wiped(LONGEST_TRACK);
        while (true) {
            int value = line.receive(deadline, "track " + (following - 1));
            if (value == ESC) {
                int mark = line.receive(deadline, "track " + (following - 1));
                if (mark == following) {
                    return track.take();
                }
                // ESC + says no data, ESC * says unreadable; the status tells which.
                continue;
            }
            keep(track, value);
        }
    }

    /** The third track ends the block: "?" FS closes the block and is no part of the track. */
    private byte[] lastTrack(long deadline) throws LineFailure {
        Wiped track = new Wiped(LONGEST_TRACK);
        while (true) {
            int value = line.receive(deadline, "track 3");
            if (value == FS) {
                byte[] all = track.take();
                int data = all.length > 0 && all[all.length - 1] == '?' ? all.length - 1 : -1;
                if (data < 0) {
                    throw LineFailure.garbled(line.name(), "end of the tracks");
                }
                byte[] last = Arrays.copyOf(all, data);
                Arrays.fill(all, (byte) 0);
                return last;
            }
            if (value == ESC) {
                int mark = line.receive(deadline, "track 3");
                if (mark != '+' && mark != '*') {
                    throw LineFailure.garbled(line.name(), "track 3");
                }
                continue;
            }
            keep(track, value);
        }
    }

    private void keep(Wiped track, int value) throws LineFailure {
        if (track.size() > LONGEST_TRACK) {
            track.reset();
            throw LineFailure.garbled(line.name(), "a track longer than any");
        }
        track.write(value);
    }

    private Status status(Duration limit, String waitedFor) throws LineFailure {
        long deadline = deadline(limit);
        expect(ESC, deadline, waitedFor);
        int status = line.receive(deadline, waitedFor);
        return switch (status) {
            case '0' -> Status.DONE;
            case '1' -> Status.READ_OR_WRITE_ERROR;
            case '2' -> Status.COMMAND_FORMAT;
            case '4' -> Status.COMMAND_UNKNOWN;
            case '9' -> Status.BAD_SWIPE;
            case 'A' -> Status.FAILED;
            default -> throw LineFailure.garbled(line.name(), waitedFor);
        };
    }

    private void expect(int value, long deadline, String waitedFor) throws LineFailure {
        if (line.receive(deadline, waitedFor) != value) {
            throw LineFailure.garbled(line.name(), waitedFor);
        }
    }

    private void send(int command, int... operands) throws LineFailure {
        byte[] bytes = new byte[2 + operands.length];
        bytes[0] = ESC;
        bytes[1] = (byte) command;
        for (int i = 0; i < operands.length; i++) {
            bytes[2 + i] = (byte) operands[i];
        }
        line.send(bytes, answer);
    }

    private static long deadline(Duration limit) {
        return System.nanoTime() + limit.toNanos();
    }

    /** What a card gave back. */
    record Reading(Status status, byte[] first, byte[] second, byte[] third) {

        boolean holds(byte[] track1, byte[] track2, byte[] track3) {
            return same(first, '%', track1)
                    && same(second, ';', track2)
                    && same(third, ';', track3);
        }

        void wipe() {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(second, (byte) 0);
            Arrays.fill(third, (byte) 0);
        }

        private static boolean same(byte[] read, char start, byte[] written) {
            if (written.length == 0) {
                return read.length == 0;
            }
            return read.length == written.length + 2
                    && read[0] == start
                    && read[read.length - 1] == '?'
                    && Arrays.equals(read, 1, read.length - 1, written, 0, written.length);
        }

        @Override
        public String toString() {
            return "Reading[" + status + ", tracks not shown]";
        }
    }

    /** Bytes of account data on their way; wiped when taken. */
    private static final class Wiped extends ByteArrayOutputStream {
        Wiped(int size) {
            super(size);
        }

        byte[] take() {
            byte[] bytes = toByteArray();
            reset();
            return bytes;
        }

        @Override
        public synchronized void reset() {
            Arrays.fill(buf, (byte) 0);
            super.reset();
        }

        @Override
        public String toString() {
            return new String(new byte[0], StandardCharsets.US_ASCII);
        }
    }
}
