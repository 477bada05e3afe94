package io.cardloom.connectors.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.connectors.simulator.EncoderFault;
import io.cardloom.connectors.simulator.EncoderOnTerminal;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.output.CardJob;
import io.cardloom.production.output.CardOutcome;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.DeviceSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class Msr605PersonalizationDeviceTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final RunId run = RunId.next(CLOCK);
    private final Random random = new Random(20261122);
    private final Msr605PersonalizationDevice device = new Msr605PersonalizationDevice();

    @TempDir private Path folder;

    @Test
    void writesTwoHundredCardsOnceEachAndReadsThemBack() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            for (int number = 1; number <= 200; number++) {
                assertThat(session.personalize(job(number)))
                        .isInstanceOf(CardOutcome.Produced.class);
            }
            assertThat(encoder.written()).hasSize(200);
            assertThat(new HashSet<>(encoder.written())).hasSize(200);
        }
    }

    @Test
    void writesTrack3WhereACardHasOneAndComparesIt() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            TrackData two = tracks();
            String third = ";01" + two.track2().substring(1, 17) + "==" + "0".repeat(40) + "==0=?";
            TrackData three = new TrackData(two.track1(), two.track2(), third);
            CardOutcome outcome = session.personalize(new CardJob(run, 1, 1, three));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            CardOutcome.Produced.class,
                            p -> assertThat(p.toString()).contains("Tracks 1, 2 and 3 read back"));
            assertThat(session.personalize(new CardJob(run, 2, 1, two)).toString())
                    .contains("Tracks 1 and 2 read back");
            assertThat(new HashSet<>(encoder.written())).hasSize(2);
            TrackData wrong = new TrackData(two.track1(), two.track2(), ";01A?");
            assertThat(session.personalize(new CardJob(run, 3, 1, wrong)))
                    .isInstanceOf(CardOutcome.Refused.class);
            assertThat(encoder.written()).hasSize(2);
        }
    }

    @Test
    void spoilsTheCardThatReadsOtherwiseThanItWasWrittenAndGoesOn() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            encoder.fail(2, EncoderFault.CORRUPT);
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Produced.class);
            assertThat(session.personalize(job(2)))
                    .isEqualTo(
                            new CardOutcome.Spoiled(
                                    "The stripe reads otherwise than it was written."));
            assertThat(session.personalize(job(3))).isInstanceOf(CardOutcome.Produced.class);
            assertThat(encoder.written()).hasSize(3);
        }
    }

    @Test
    void spoilsTheCardOfABadSwipeAndTakesARefusalForOne() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            encoder.fail(1, EncoderFault.BAD_SWIPE);
            encoder.fail(2, EncoderFault.REFUSE);
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Spoiled.class);
            assertThat(session.personalize(job(2))).isInstanceOf(CardOutcome.Refused.class);
            assertThat(session.personalize(job(3))).isInstanceOf(CardOutcome.Produced.class);
            assertThat(encoder.written()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EncoderFault.class,
            names = {
                "DIE_BEFORE_STRIPE",
                "DIE_AFTER_STRIPE",
                "HALF_ANSWER",
                "SILENT",
                "DIE_AT_READ_BACK"
            })
    void leavesTheCardUnknownWhenTheAnswerIsLostAndBeginsNoOther(EncoderFault fault)
            throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            encoder.fail(2, fault);
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Produced.class);
            assertThat(session.personalize(job(2))).isInstanceOf(CardOutcome.Unknown.class);
            assertThat(session.personalize(job(3))).isInstanceOf(CardOutcome.Deferred.class);
            assertThat(encoder.written()).hasSize(fault == EncoderFault.DIE_BEFORE_STRIPE ? 1 : 2);
        }
    }

    @Test
    void defersTheCardWhenTheLineIsDeadBeforeTheWriteBegins() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Produced.class);
            encoder.unplug();
            assertThat(session.personalize(job(2))).isInstanceOf(CardOutcome.Deferred.class);
            assertThat(encoder.written()).hasSize(1);
        }
    }

    @Test
    void opensAgainAfterTheEncoderCameBack() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            encoder.unplug();
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Deferred.class);
        }
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Produced.class);
            assertThat(encoder.written()).hasSize(1);
        }
    }

    @Test
    void refusesAJobOfANodeThatWasThoughtDead() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            assertThat(session.personalize(new CardJob(run, 1, 7, tracks())))
                    .isInstanceOf(CardOutcome.Produced.class);
            assertThat(session.personalize(new CardJob(run, 2, 6, tracks())))
                    .isInstanceOf(CardOutcome.Refused.class);
            assertThat(encoder.written()).hasSize(1);
        }
    }

    @Test
    void refusesTracksOutOfFormWithoutTouchingACard() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            TrackData good = tracks();
            TrackData injected = new TrackData("%B1\u001b\u0002;9?", good.track2());
            TrackData open = new TrackData(good.track1(), good.track2().substring(1));
            for (TrackData wrong : new TrackData[] {injected, open}) {
                CardOutcome outcome = session.personalize(new CardJob(run, 1, 1, wrong));
                assertThat(outcome).isInstanceOf(CardOutcome.Refused.class);
            }
            assertThat(encoder.written()).isEmpty();
        }
    }

    @Test
    void refusesAPortThatIsNotThereOrAtWork() throws Exception {
        assertThatThrownBy(() -> device.open(destination(folder.resolve("nothing"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not open");
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            assertThatThrownBy(() -> device.open(destination(encoder)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("at work already");
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Produced.class);
        }
    }

    @Test
    void keepsTimeWithALineOf9600Baud() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 9600);
                DeviceSession session = device.open(destination(encoder))) {
            long started = System.nanoTime();
            assertThat(session.personalize(job(1))).isInstanceOf(CardOutcome.Produced.class);
            Duration taken = Duration.ofNanos(System.nanoTime() - started);
            // About 100 bytes out and 100 back at 10 bits each.
            assertThat(taken).isGreaterThan(Duration.ofMillis(180));
        }
    }

    @Test
    void showsNoAccountDataInOutcomesOrJournal() throws Exception {
        try (EncoderOnTerminal encoder = EncoderOnTerminal.in(folder, 0);
                DeviceSession session = device.open(destination(encoder))) {
            CardJob job = job(1);
            String pan = job.tracks().track2().substring(1, 17);
            encoder.fail(2, EncoderFault.CORRUPT);
            encoder.fail(3, EncoderFault.DIE_AFTER_STRIPE);
            for (int number = 1; number <= 4; number++) {
                assertThat(session.personalize(job).toString()).doesNotContain(pan);
            }
            assertThat(job.toString()).doesNotContain(pan);
            assertThat(Files.readString(encoder.journal())).doesNotContain(pan);
        }
    }

    private CardJob job(int number) {
        return new CardJob(run, number, 1, tracks());
    }

    /** Tracks of a generated test account. */
    private TrackData tracks() {
        StringBuilder digits = new StringBuilder("4");
        while (digits.length() < 15) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        String pan = digits.append((10 - sum % 10) % 10).toString();
        return new TrackData(
                "%B" + pan + "^O'HARA-LUND/ANNA M^2912201000000000000?",
                ";" + pan + "=29122010000000000000?");
    }

    private static Destination destination(EncoderOnTerminal encoder) {
        return destination(encoder.path());
    }

    private static Destination destination(Path port) {
        return new Destination(
                DestinationId.next(CLOCK),
                "Desk encoder",
                Destination.Channel.DEVICE,
                "msr605",
                null,
                Map.of("port", port.toString(), "answerSeconds", "2", "swipeSeconds", "2"));
    }
}
