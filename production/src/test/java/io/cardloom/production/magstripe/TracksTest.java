package io.cardloom.production.magstripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.CardholderName;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.accountdata.ServiceCode;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.magstripe.MalformedTrack.Fault;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TracksTest {

    private static final int CASES = 10_000;
    private static final String SET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $()./-";

    @Test
    void laysARecordWithItsVerificationValueOnBothTracks() {
        AccountRecord record =
                new AccountRecord(
                        Pan.withCheckDigit("999900000000001"),
                        PanSequenceNumber.NONE,
                        new ExpiryDate("2912"),
                        new ServiceCode("201"),
                        CardholderName.of("José García-López", ""),
                        "",
                        "");
        String pan = record.pan().digits();
        TrackData tracks = StripeLayout.tracks(record, "361");
        assertThat(tracks.track1()).isEqualTo("%B" + pan + "^JOSE GARCIA-LOPEZ^291220100000361?");
        assertThat(tracks.track2()).isEqualTo(";" + pan + "=291220100000361?");
        assertThat(tracks.toString()).doesNotContain(pan);
    }

    @Test
    void fitsTheLongestRecordTheFieldsAllow() {
        AccountRecord record =
                new AccountRecord(
                        Pan.withCheckDigit("999900000000000001"),
                        PanSequenceNumber.NONE,
                        new ExpiryDate("2912"),
                        new ServiceCode("201"),
                        new CardholderName("A".repeat(26), "A".repeat(26)),
                        "",
                        "");
        TrackData tracks = StripeLayout.tracks(record, "999");
        assertThat(TrackFormat.TRACK_1.characters(tracks.track1())).hasSize(66);
        assertThat(TrackFormat.TRACK_2.characters(tracks.track2())).hasSize(38);
    }

    @Test
    void readsBothTracksBack() {
        Random random = new Random(7813);
        for (int i = 0; i < CASES; i++) {
            Track1 one = someTrack1(random);
            assertThat(Track1.parse(one.text())).isEqualTo(one);
            Track2 two = someTrack2(random);
            assertThat(Track2.parse(two.text())).isEqualTo(two);
            assertThat(one.toString() + two).doesNotContain(one.pan().digits());
        }
    }

    @Test
    void throwsNothingButTheDocumentedErrorOnMutatedText() {
        Random random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            mutated(someTrack1(random).text(), random, Track1::parse);
            mutated(someTrack2(random).text(), random, Track2::parse);
        }
    }

    @Test
    void refusesWhatDoesNotFitOrIsMissing() {
        Pan pan = Pan.withCheckDigit("999900000000000001");
        ExpiryDate expiry = new ExpiryDate("3001");
        ServiceCode code = new ServiceCode("101");
        refuses(Fault.LENGTH, () -> new Track2(pan, expiry, code, "12345678901"));
        assertThat(new Track2(pan, expiry, code, "1234567890").text()).hasSize(39);
        refuses(Fault.LENGTH, () -> new Track1(pan, "A".repeat(26), expiry, code, "1".repeat(22)));
        assertThat(new Track1(pan, "A".repeat(26), expiry, code, "1".repeat(21)).text())
                .hasSize(78);
        refuses(Fault.CHARACTER, () -> new Track1(pan, "O'BRIEN", expiry, code, ""));
        refuses(Fault.CHARACTER, () -> new Track2(pan, expiry, code, "12A"));
        refuses(Fault.FIELD, () -> Track2.parse(";" + pan.digits() + "3001101?"));
        refuses(Fault.FIELD, () -> Track1.parse("%B" + pan.digits() + "^NAME 3001101?"));
        refuses(Fault.FIELD, () -> Track2.parse(";" + pan.digits() + "=3013101?"));
        refuses(Fault.FIELD, () -> Track2.parse(";1234567890123=3012101?"));
    }

    private static void refuses(Fault fault, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        MalformedTrack.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static void mutated(String text, Random random, Function<String, Object> parse) {
        StringBuilder changed = new StringBuilder(text);
        for (int k = 0; k <= random.nextInt(4); k++) {
            int place = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(place);
                case 1 -> changed.insert(place, (char) random.nextInt(0x180));
                default -> changed.setCharAt(place, (char) (' ' + random.nextInt(95)));
            }
        }
        try {
            assertThat(parse.apply(changed.toString())).isNotNull();
        } catch (MalformedTrack e) {
            assertThat(e.getMessage()).doesNotContain(text.substring(3, 12));
        }
    }

    private static Track1 someTrack1(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 2 + random.nextInt(25);
        while (name.length() < length) {
            name.append(SET.charAt(random.nextInt(SET.length())));
        }
        return new Track1(
                pan(random),
                name.toString(),
                expiry(random),
                code(random),
                digits(random.nextInt(22), random));
    }

    private static Track2 someTrack2(Random random) {
        return new Track2(
                pan(random), expiry(random), code(random), digits(random.nextInt(11), random));
    }

    private static Pan pan(Random random) {
        return Pan.withCheckDigit(digits(11 + random.nextInt(8), random));
    }

    private static ExpiryDate expiry(Random random) {
        return new ExpiryDate(
                String.format("%02d%02d", random.nextInt(100), 1 + random.nextInt(12)));
    }

    private static ServiceCode code(Random random) {
        return new ServiceCode(
                ""
                        + "125679".charAt(random.nextInt(6))
                        + 2 * random.nextInt(3)
                        + random.nextInt(8));
    }

    private static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder(count);
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
