package io.cardloom.production.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.TrackSample.Part;
import io.cardloom.production.encoding.TrackSample.TrackCharacter;
import io.cardloom.production.magstripe.Track1;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.magstripe.Track3;
import io.cardloom.production.magstripe.TrackFormat;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class StripeFormatsTest {

    private static final StripePatterns WITH_PIN =
            new StripePatterns("{PVKI}{PVV}{CVV}{PSN}", "{PVKI}{PVV}{CVV}");

    @Autowired StripeFormats formats;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;

    @Test
    void keepsAProgramsFormatAndTellsTheTrail() {
        IssuerWorld world = issuers.another("Stripe Bank");
        assertThat(formats.get(world.operator(), world.program()))
                .isEqualTo(new StripePatterns("00000{CVV}", "00000{CVV}"));
        formats.configure(world.administrator(), world.program(), WITH_PIN);
        formats.configure(world.administrator(), world.program(), WITH_PIN);
        assertThat(formats.get(world.operator(), world.program())).isEqualTo(WITH_PIN);
        assertThat(formats.get(world.operator(), world.otherProgram()))
                .as("the other program's is its own")
                .isNotEqualTo(WITH_PIN);
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .filteredOn(r -> r.action().equals("stripe.configured"))
                .hasSize(2);
    }

    @Test
    void showsASampleCardThatNobodyHasToTheBit() {
        IssuerWorld world = issuers.another("Sample Bank");
        formats.configure(world.administrator(), world.program(), WITH_PIN);
        StripeSample sample = formats.sample(world.operator(), world.program());
        TrackSample one = sample.tracks().getFirst();
        TrackSample two = sample.tracks().getLast();
        Track1 first = Track1.parse(one.text());
        Track2 second = Track2.parse(two.text());
        assertThat(first.pan()).isEqualTo(second.pan());
        assertThat(first.pan().digits()).startsWith("9999").hasSize(16);
        assertThat(first.name()).isEqualTo("CARD/SAMPLE");
        assertThat(first.discretionaryData()).hasSize(10).startsWith(second.discretionaryData());
        check(one, TrackFormat.TRACK_1, 7, 210);
        check(two, TrackFormat.TRACK_2, 5, 75);
        Pan next =
                Track2.parse(
                                formats.sample(world.operator(), world.program())
                                        .tracks()
                                        .getLast()
                                        .text())
                        .pan();
        assertThat(next).as("drawn anew").isNotEqualTo(first.pan());
    }

    @Test
    void keepsTrack3AndShowsItInASampleUntilItIsSwitchedOff() {
        IssuerWorld world = issuers.another("Third Bank");
        StripePatterns three =
                new StripePatterns(
                        "00000{CVV}",
                        "00000{CVV}",
                        new Track3Patterns(
                                "978", "2", "0".repeat(14), "3", "1", "111111", "{PSN}7"));
        formats.configure(world.administrator(), world.program(), three);
        assertThat(formats.get(world.operator(), world.program())).isEqualTo(three);
        StripeSample sample = formats.sample(world.operator(), world.program());
        assertThat(sample.tracks()).extracting(TrackSample::number).containsExactly(1, 2, 3);
        TrackSample track = sample.tracks().getLast();
        Track3 third = Track3.parse(track.text());
        assertThat(third.pan()).isEqualTo(Track2.parse(sample.tracks().get(1).text()).pan());
        assertThat(third.currency()).isEqualTo("978");
        assertThat(third.additional()).matches("[0-9]{2}7");
        check(track, TrackFormat.TRACK_3, 5, 210);
        formats.configure(world.administrator(), world.program(), WITH_PIN);
        assertThat(formats.get(world.operator(), world.program())).isEqualTo(WITH_PIN);
        assertThat(formats.sample(world.operator(), world.program()).tracks()).hasSize(2);
    }

    @Test
    void keepsWhichTracksComeWithTheListAndComposesSamplesAllTheSame() {
        IssuerWorld world = issuers.another("Host Bank");
        StripePatterns supplied =
                new StripePatterns("00000{CVV}", "00000{CVV}", null, SuppliedTracks.ALL);
        assertThat(formats.get(world.operator(), world.program()).supplied())
                .isEqualTo(SuppliedTracks.NONE);
        formats.configure(world.administrator(), world.program(), supplied);
        assertThat(formats.get(world.operator(), world.program())).isEqualTo(supplied);
        assertThat(formats.get(world.operator(), world.otherProgram()).supplied())
                .isEqualTo(SuppliedTracks.NONE);
        StripeSample sample = formats.sample(world.operator(), world.program());
        assertThat(sample.tracks()).extracting(TrackSample::number).containsExactly(1, 2, 3);
        assertThat(Track3.parse(sample.tracks().getLast().text()).currency()).isEqualTo("000");
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .filteredOn(r -> r.action().equals("stripe.configured"))
                .singleElement()
                .satisfies(r -> assertThat(r.details()).containsEntry("supplied", "ALL"));
        refused(
                "PERMISSION_MISSING",
                () -> formats.configure(world.operator(), world.program(), supplied));
    }

    @Test
    void drawsPinsOnlyWhereAHostCanCheckThem() {
        IssuerWorld world = issuers.another("Drawing Bank");
        var admin = world.administrator();
        StripePatterns checked =
                new StripePatterns(
                        "", "{OFFSET}", null, SuppliedTracks.NONE, PinRule.of(PinOrigin.DRAWN));
        formats.configure(admin, world.program(), checked);
        assertThat(formats.get(world.operator(), world.program())).isEqualTo(checked);
        TrackSample two = formats.sample(world.operator(), world.program()).tracks().getLast();
        assertThat(Track2.parse(two.text()).discretionaryData()).matches("[0-9]{4}");
        Track3Patterns third =
                new Track3Patterns("978", "2", "0".repeat(14), "3", "1", "111111", "{PVV}");
        formats.configure(
                admin,
                world.program(),
                new StripePatterns(
                        "", "", third, SuppliedTracks.FIRST_TWO, PinRule.of(PinOrigin.DRAWN)));
        for (StripePatterns unchecked :
                List.of(
                        new StripePatterns(
                                "{CVV}",
                                "",
                                null,
                                SuppliedTracks.NONE,
                                PinRule.of(PinOrigin.DRAWN)),
                        new StripePatterns(
                                "{PVV}",
                                "{PVV}",
                                null,
                                SuppliedTracks.ALL,
                                PinRule.of(PinOrigin.DRAWN)),
                        new StripePatterns(
                                "", "", third, SuppliedTracks.ALL, PinRule.of(PinOrigin.DRAWN)))) {
            refused("PIN_UNCHECKED", () -> formats.configure(admin, world.program(), unchecked));
        }
    }

    @Test
    void keepsWhatAHostChecksPinsBy() {
        IssuerWorld world = issuers.another("Six Digits Bank");
        var admin = world.administrator();
        PinRule six = new PinRule(PinOrigin.DRAWN, 6, 3, "8351296477461538", 4, 11, 'C');
        StripePatterns patterns =
                new StripePatterns("{PVKI}{PVV}", "{PVKI}{OFFSET}{CVV}").with(six);
        formats.configure(admin, world.program(), patterns);
        assertThat(formats.get(world.operator(), world.program())).isEqualTo(patterns);
        TrackSample two = formats.sample(world.operator(), world.program()).tracks().getLast();
        assertThat(Track2.parse(two.text()).discretionaryData()).matches("3[0-9]{9}");
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .filteredOn(r -> r.action().equals("stripe.configured"))
                .singleElement()
                .satisfies(
                        r ->
                                assertThat(r.details())
                                        .containsEntry("pin-digits", "6")
                                        .containsEntry("pin-key-index", "3")
                                        .containsEntry("pin-validation", "4+11C")
                                        .containsEntry("pin-table", "own")
                                        .doesNotContainValue("8351296477461538"));
        refused(
                "STRIPE_PATTERN_LENGTH",
                () -> formats.configure(admin, world.program(), patterns.with(six.withDigits(7))));
        Track3Patterns third =
                new Track3Patterns(
                        "978",
                        "2",
                        "0".repeat(14),
                        "3",
                        "1",
                        "111111",
                        "0".repeat(38) + "{OFFSET}");
        StripePatterns full = new StripePatterns("", "", third).with(six);
        formats.configure(admin, world.program(), full);
        refused(
                "STRIPE_PATTERN_LENGTH",
                () -> formats.configure(admin, world.program(), full.with(six.withDigits(7))));
        refused("PIN_LENGTH", () -> six.withDigits(3));
        refused("PIN_LENGTH", () -> six.withDigits(13));
        for (int index : new int[] {0, 7}) {
            refused(
                    "PIN_KEY_INDEX",
                    () -> new PinRule(PinOrigin.DRAWN, 4, index, six.table(), 1, 12, 'F'));
        }
        refused("PIN_RULE", () -> new PinRule(PinOrigin.DRAWN, 4, 1, "0", 1, 12, 'F'));
        refused("PIN_RULE", () -> new PinRule(PinOrigin.DRAWN, 4, 1, six.table(), 0, 12, 'F'));
    }

    private static void check(TrackSample track, TrackFormat format, int bits, int density) {
        assertThat(format.decode(HexFormat.of().parseHex(track.packed()))).isEqualTo(track.text());
        assertThat(track.density()).isEqualTo(density);
        assertThat(track.characters()).hasSize(track.text().length() + 1);
        StringBuilder all = new StringBuilder();
        int[] columns = new int[bits - 1];
        for (TrackCharacter character : track.characters()) {
            String inOrder = character.data() + character.parity();
            assertThat(inOrder).hasSize(bits);
            assertThat(inOrder.chars().filter(b -> b == '1').count() % 2)
                    .as("odd parity of %s", character.symbol())
                    .isEqualTo(1);
            for (int i = 0; i < columns.length; i++) {
                columns[i] ^= character.data().charAt(i) - '0';
            }
            all.append(inOrder);
        }
        assertThat(columns).as("the LRC makes every column even").containsOnly(0);
        byte[] packed = HexFormat.of().parseHex(track.packed());
        for (int i = 0; i < all.length(); i++) {
            assertThat(packed[i / 8] >> i % 8 & 1).isEqualTo(all.charAt(i) - '0');
        }
        assertThat(track.characters().getFirst().part()).isEqualTo(Part.START);
        assertThat(track.characters().getLast().part()).isEqualTo(Part.LRC);
        assertThat(track.characters()).filteredOn(c -> c.part() == Part.SEPARATOR).isNotEmpty();
    }

    @Test
    void refusesWhoMayNotAndWhatIsNoPattern() {
        IssuerWorld a = issuers.a();
        refused("PERMISSION_MISSING", () -> formats.configure(a.operator(), a.program(), WITH_PIN));
        refused("PERMISSION_MISSING", () -> formats.sample(a.designer(), a.program()));
        refused("PERMISSION_MISSING", () -> formats.get(a.bureau(), a.program()));
        refused("NOT_FOUND", () -> formats.sample(a.operator(), issuers.b().program()));
        refused(
                "NOT_FOUND",
                () -> formats.configure(a.administrator(), issuers.b().program(), WITH_PIN));
        refused(
                "STRIPE_PATTERN",
                () ->
                        formats.configure(
                                a.administrator(), a.program(), new StripePatterns("{PIN}", "")));
        refused(
                "STRIPE_TRACK_3",
                () ->
                        formats.configure(
                                a.administrator(),
                                a.program(),
                                new StripePatterns(
                                        "",
                                        "",
                                        new Track3Patterns("97", "2", "", "3", "1", "1", ""))));
        refused(
                "STRIPE_PATTERN_LENGTH",
                () ->
                        formats.configure(
                                a.administrator(),
                                a.program(),
                                new StripePatterns("", "0".repeat(11))));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
