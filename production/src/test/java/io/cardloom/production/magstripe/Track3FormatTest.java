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
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class Track3FormatTest {

    private static final Track3Format EURO =
            Track3Format.of("978", "2", "05000500000107", "3", "1", "111111", "42{PVV}{CVV}");

    @Test
    void laysACardOnTrack3ByFormatCode01() {
        AccountRecord card = card(Pan.withCheckDigit("999900012345678"), 12);
        StripeFormat format = StripeFormat.of("", "{CVV}", EURO);
        TrackData tracks =
                StripeLayout.tracks(
                        card,
                        format,
                        value ->
                                value == DiscretionaryPattern.Value.PVV
                                        ? "8523"
                                        : value == DiscretionaryPattern.Value.CVV ? "361" : "?");
        assertThat(tracks.track3())
                .isEqualTo(
                        ";01"
                                + card.pan().digits()
                                + "==9782050005000001073=111111130122===0=428523361?");
        Track3 read = Track3.parse(tracks.track3());
        assertThat(read.pan()).isEqualTo(card.pan());
        assertThat(read.sequence()).as("of 12 the last digit").isEqualTo("2");
        assertThat(format.has(DiscretionaryPattern.Value.PVV)).isTrue();
        assertThat(tracks.toString()).isEqualTo("TrackData[REDACTED]");
        assertThat(StripeLayout.tracks(card, "361").track3()).isEmpty();
    }

    @Test
    void hasRoomForTheLongestAccountNumber() {
        Track3Format longest = with("0".repeat(44));
        Pan pan = Pan.withCheckDigit("999900012345678901");
        assertThat(pan.digits()).hasSize(19);
        String text = longest.track(card(pan, 0), value -> "").text();
        assertThat(TrackFormat.TRACK_3.characters(text)).hasSize(107);
        assertThat(StripeFormat.of("", "", longest).track3()).isEqualTo(longest);
        refused("STRIPE_PATTERN_LENGTH", () -> StripeFormat.of("", "", with("0".repeat(45))));
        refused("STRIPE_PATTERN", () -> with("{PIN}"));
    }

    @Test
    void refusesFieldsThatAreNone() {
        refused("STRIPE_TRACK_3", () -> fields("97", "2", "0".repeat(14), "3", "1", "111111"));
        refused("STRIPE_TRACK_3", () -> fields("978", "", "0".repeat(14), "3", "1", "111111"));
        refused("STRIPE_TRACK_3", () -> fields("978", "2", "0".repeat(13), "3", "1", "111111"));
        refused("STRIPE_TRACK_3", () -> fields("978", "2", "0".repeat(14), "=", "1", "111111"));
        refused("STRIPE_TRACK_3", () -> fields("978", "2", "0".repeat(14), "3", "12", "111111"));
        refused("STRIPE_TRACK_3", () -> fields("978", "2", "0".repeat(14), "3", "1", "11111a"));
    }

    @Test
    void readsItsTextBackAndAnswersAnyOtherWithTheDocumentedRefusal() {
        assertThat(Track3Format.parse(EURO.text())).isEqualTo(EURO);
        assertThat(Track3Format.parse(Track3Format.USUAL.text())).isEqualTo(Track3Format.USUAL);
        Random random = new Random(4909);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(EURO.text());
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x80));
                default -> text.insert(at, " ");
            }
            try {
                assertThat(Track3Format.parse(text.toString()).text()).isEqualTo(text.toString());
            } catch (Refusal e) {
                assertThat(e.code()).isIn("STRIPE_TRACK_3", "STRIPE_PATTERN");
            }
        }
    }

    private static Track3Format with(String additional) {
        return Track3Format.of("978", "2", "0".repeat(14), "3", "1", "111111", additional);
    }

    private static Track3Format fields(
            String currency,
            String exponent,
            String cycle,
            String retries,
            String control,
            String types) {
        return Track3Format.of(currency, exponent, cycle, retries, control, types, "");
    }

    private static AccountRecord card(Pan pan, int sequence) {
        return new AccountRecord(
                pan,
                new PanSequenceNumber(sequence),
                new ExpiryDate("3012"),
                new ServiceCode("201"),
                CardholderName.of("Sample Card", "CARD/SAMPLE"),
                "",
                "");
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
