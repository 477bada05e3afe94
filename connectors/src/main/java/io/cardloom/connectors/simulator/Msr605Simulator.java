package io.cardloom.connectors.simulator;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * An MSR605 desk encoder at the far end of a line, with a hand that swipes a fresh card for every
 * write and the same card for the read that follows.
 *
 * <p>Written from the device's side and without the driver's code, so that a mistake in one does
 * not hide in the other. It does what it is told wrong, once, at the write with that number.
 */
final class Msr605Simulator {

    /** Thrown to end the encoder's life as a pulled plug would. */
    static final class Died extends IOException {
        private static final long serialVersionUID = 1L;

        Died() {
            super("the simulated encoder died");
        }
    }

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final byte[] NOTHING = {};
    private static final int LONGEST = 256;

    private final InputStream in;
    private final OutputStream out;
    private final CardJournal journal;
    private final int baud;
    private final FaultPlan faults;
    private byte[][] card = {NOTHING, NOTHING, NOTHING};
    private boolean high = true;
    private int[] bits = {7, 5, 5};
    private boolean dieAtRead;

    /**
     * @param faults what goes wrong, and when
     * @param baud the speed of a true line, to which every byte is slowed; 0 for none
     */
    Msr605Simulator(
            InputStream in, OutputStream out, CardJournal journal, FaultPlan faults, int baud) {
        this.in = in;
        this.out = out;
        this.journal = journal;
        this.faults = faults;
        this.baud = baud;
    }

    /** Serves commands until the line ends. */
    void serve() throws IOException {
        int value;
        while ((value = in.read()) >= 0) {
            slow(1);
            if (value == ESC) {
                command(next());
            }
        }
    }

    private void command(int letter) throws IOException {
        switch (letter) {
            case 'a', 0x81, 0x82, 0x83, 0x84, 0x85 -> {}
            case 'e' -> answer('y');
            case 'x', 'y' -> {
                high = letter == 'x';
                answer('0');
            }
            case 'd' -> answer(high ? 'H' : 'L');
            case 'b' -> {
                int code = next();
                answer("\u00a0\u00a1\u00d2\u004b\u00c0\u00c1".indexOf(code) < 0 ? 'A' : '0');
            }
            case 'o' -> {
                bits = new int[] {next(), next(), next()};
                answer('0');
                say((byte) bits[0], (byte) bits[1], (byte) bits[2]);
            }
            case 't' -> {
                answer('3');
                say((byte) 'S');
            }
            case 'v' -> {
                answer('R');
                say("EVH1.00".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            case 'w' -> write();
            case 'r' -> read();
            default -> answer('4');
        }
    }

    private void write() throws IOException {
        byte[][] tracks = block();
        EncoderFault fault = faults.next();
        if (fault == EncoderFault.DIE_BEFORE_STRIPE) {
            throw new Died();
        }
        if (fault == EncoderFault.BAD_SWIPE || fault == EncoderFault.REFUSE) {
            card = new byte[][] {NOTHING, NOTHING, NOTHING};
            answer(fault == EncoderFault.REFUSE ? '2' : '9');
            return;
        }
        if (tracks == null || !storable(tracks)) {
            answer('2');
            return;
        }
        if (fault == EncoderFault.CORRUPT && tracks[1].length > 4) {
            tracks[1][4] = (byte) (tracks[1][4] == '7' ? '8' : '7');
        }
        card = tracks;
        journal.wrote(tracks);
        dieAtRead = fault == EncoderFault.DIE_AT_READ_BACK;
        switch (fault) {
            case DIE_AFTER_STRIPE -> throw new Died();
            case HALF_ANSWER -> say((byte) ESC);
            case SILENT -> {}
            case null, default -> answer('0');
        }
    }

    private void read() throws IOException {
        if (dieAtRead) {
            throw new Died();
        }
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(ESC);
        block.write('s');
        boolean any = false;
        for (int track = 0; track < 3; track++) {
            block.write(ESC);
            block.write(track + 1);
            if (card[track].length > 0) {
                any = true;
                block.write(track == 0 ? '%' : ';');
                block.writeBytes(card[track]);
                block.write('?');
            } else {
                block.write(ESC);
                block.write('+');
            }
        }
        block.write('?');
        block.write(FS);
        say(block.toByteArray());
        answer(any ? '0' : '1');
    }

    /** The three tracks of a write; null when the block is out of form. */
    private byte @org.jspecify.annotations.Nullable [][] block() throws IOException {
        if (next() != ESC || next() != 's' || next() != ESC || next() != 1) {
            return null;
        }
        byte[][] tracks = new byte[3][];
        for (int track = 0; track < 2; track++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int value;
            while ((value = next()) != ESC) {
                keep(bytes, value);
            }
            tracks[track] = bytes.toByteArray();
            if (next() != track + 2) {
                return null;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int value;
        while ((value = next()) != FS) {
            keep(bytes, value);
        }
        byte[] last = bytes.toByteArray();
        if (last.length == 0 || last[last.length - 1] != '?') {
            return null;
        }
        tracks[2] = Arrays.copyOf(last, last.length - 1);
        return tracks;
    }

    private static void keep(ByteArrayOutputStream bytes, int value) throws IOException {
        if (bytes.size() > LONGEST) {
            throw new Died();
        }
        bytes.write(value);
    }

    /** Only characters that the chosen bits per character can hold, and no sentinel inside. */
    private boolean storable(byte[][] tracks) {
        for (int track = 0; track < 3; track++) {
            int lowest = bits[track] == 7 ? 0x20 : '0';
            int highest = bits[track] == 7 ? 0x5F : '?';
            for (byte character : tracks[track]) {
                if (character < lowest || character > highest || character == '?') {
                    return false;
                }
            }
        }
        return tracks[0].length <= 77 && tracks[1].length <= 38 && tracks[2].length <= 105;
    }

    private int next() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        slow(1);
        return value;
    }

    private void answer(int status) throws IOException {
        say((byte) ESC, (byte) status);
    }

    private void say(byte... bytes) throws IOException {
        slow(bytes.length);
        out.write(bytes);
        out.flush();
    }

    private void slow(int bytes) throws IOException {
        if (baud == 0) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(bytes * 10 * 1_000_000_000L / baud);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Died();
        }
    }
}
