package io.cardloom.connectors.serial;

import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.output.CardJob;
import io.cardloom.production.output.CardOutcome;
import io.cardloom.production.output.DeviceSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encoder at work. Each card is written once and read back once.
 *
 * <p>Until the first byte of the write is sent, a failure leaves the card untouched (Deferred).
 * From then on only the encoder's answers say what became of it: without a whole answer it is
 * Unknown, and nothing here tries again. After a failure of the line no further card is begun.
 */
final class Msr605Session implements DeviceSession {

    private static final Logger LOG = LoggerFactory.getLogger(Msr605Session.class);

    /**
     * ISO/IEC 7813 track 1: the 6-bit characters, of which the sentinels occur at the ends only.
     */
    private static final Pattern TRACK_1 = Pattern.compile("%[ -$&->@-_]{1,77}\\?");

    /** ISO/IEC 7813 track 2: digits and the separator between the sentinels. */
    private static final Pattern TRACK_2 = Pattern.compile(";[0-9:<=>]{1,38}\\?");

    /** ISO/IEC 4909 track 3, in the same characters. */
    private static final Pattern TRACK_3 = Pattern.compile(";[0-9:<=>]{1,104}\\?");

    private final Line line;
    private final Msr605Protocol protocol;
    private final Msr605PersonalizationDevice.Fences fences;
    private final String evidence;
    private boolean failed;

    Msr605Session(
            Line line,
            Msr605Protocol protocol,
            Msr605PersonalizationDevice.Fences fences,
            boolean high,
            String model) {
        this.line = line;
        this.protocol = protocol;
        this.fences = fences;
        this.evidence =
                " read back as written, "
                        + (high ? "high" : "low")
                        + " coercivity, MSR605 "
                        + model
                        + ".";
    }

    @Override
    public CardOutcome personalize(CardJob job) {
        if (failed) {
            return new CardOutcome.Deferred("The line to the encoder failed before this card.");
        }
        if (!fences.passes(job.run(), job.fence())) {
            return new CardOutcome.Refused(
                    "Another part of Cardloom has taken this run over; this one no longer writes.");
        }
        TrackData tracks = job.tracks();
        if (!TRACK_1.matcher(tracks.track1()).matches()
                || !TRACK_2.matcher(tracks.track2()).matches()
                || !tracks.track3().isEmpty() && !TRACK_3.matcher(tracks.track3()).matches()) {
            return new CardOutcome.Refused(
                    "The tracks of this card are not of the form of ISO/IEC 7813 and 4909.");
        }
        byte[] first = inside(tracks.track1());
        byte[] second = inside(tracks.track2());
        byte[] third = tracks.track3().isEmpty() ? new byte[0] : inside(tracks.track3());
        try {
            return notReady().orElseGet(() -> writeAndReadBack(first, second, third));
        } finally {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(second, (byte) 0);
            Arrays.fill(third, (byte) 0);
        }
    }

    /** Why no card can be begun now; empty when one can. */
    private Optional<CardOutcome> notReady() {
        try {
            protocol.testCommunication();
            return Optional.empty();
        } catch (LineFailure e) {
            failed = true;
            return Optional.of(new CardOutcome.Deferred(String.valueOf(e.getMessage())));
        }
    }

    private CardOutcome writeAndReadBack(byte[] first, byte[] second, byte[] third) {
        try {
            Msr605Protocol.Status written = protocol.write(first, second, third);
            return switch (written) {
                case DONE -> readBack(first, second, third);
                case READ_OR_WRITE_ERROR, BAD_SWIPE, FAILED ->
                        new CardOutcome.Spoiled("The encoder could not write the stripe.");
                case COMMAND_FORMAT, COMMAND_UNKNOWN ->
                        new CardOutcome.Refused("The encoder does not take these tracks.");
            };
        } catch (LineFailure e) {
            return unknown("while the stripe was being written", e);
        }
    }

    private CardOutcome readBack(byte[] first, byte[] second, byte[] third) {
        Msr605Protocol.Reading reading;
        try {
            reading = protocol.read();
        } catch (LineFailure e) {
            return unknown("after the stripe was written, before it was read back", e);
        }
        try {
            if (reading.status() != Msr605Protocol.Status.DONE) {
                return new CardOutcome.Spoiled("The stripe could not be read back.");
            }
            return reading.holds(first, second, third)
                    ? new CardOutcome.Produced(
                            (third.length == 0 ? "Tracks 1 and 2" : "Tracks 1, 2 and 3") + evidence)
                    : new CardOutcome.Spoiled("The stripe reads otherwise than it was written.");
        } finally {
            reading.wipe();
        }
    }

    private CardOutcome unknown(String when, LineFailure failure) {
        failed = true;
        return new CardOutcome.Unknown(
                failure.getMessage() + " This happened " + when + ": look at the card.");
    }

    private static byte[] inside(String track) {
        return track.substring(1, track.length() - 1).getBytes(StandardCharsets.US_ASCII);
    }

    /** Ends what the encoder may still be waiting for, and closes the line. */
    @Override
    public void close() {
        try {
            protocol.reset();
        } catch (LineFailure e) {
            LOG.debug("The encoder on {} could not be reset at the end", line.name());
        } finally {
            line.close();
        }
    }
}
