package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.encoding.Track3Patterns;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.magstripe.Track1;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.magstripe.Track3;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.Ibm3624;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class StripesOnTheLineTest {

    private static final Ibm3624 NATURAL = new Ibm3624("0123456789012345", 0, 12, 'F');

    @TempDir Path folder;

    @Autowired PreparationStage stage;
    @Autowired StripeFormats formats;
    @Autowired StripeKeys stripeKeys;
    @Autowired PinKeys pinKeys;
    @Autowired AccountVault vault;
    @Autowired TwoIssuers issuers;

    @Test
    void writesTrack3WhereTheProgramSaysSo() throws IOException {
        IssuerWorld world = issuers.another("Third Track Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        CardOrderId order = stage.order(world, bank, TestAccounts.csv(2));
        RunOrder without = PreparationStage.run(order, 2);
        stage.preparation.prepare(world.tenant(), without);
        assertThat(records(world, without).getFirst()).contains("track2,pan_line");
        assertThat(stage.preparation.tracks(world.tenant(), without.run(), 1).track3()).isEmpty();
        formats.configure(
                world.administrator(),
                world.program(),
                new StripePatterns(
                        "00000{CVV}",
                        "00000{CVV}",
                        new Track3Patterns(
                                "978", "2", "0".repeat(14), "3", "1", "111111", "{CVV}")));
        RunOrder with = PreparationStage.run(order, 2);
        stage.preparation.prepare(world.tenant(), with);
        List<String> lines = records(world, with);
        assertThat(lines.getFirst()).contains("track2,track3,pan_line");
        for (int number = 1; number <= 2; number++) {
            TrackData tracks = stage.preparation.tracks(world.tenant(), with.run(), number);
            Track2 second = Track2.parse(tracks.track2());
            Track3 third = Track3.parse(tracks.track3());
            assertThat(third.pan()).isEqualTo(second.pan());
            assertThat(third.expiry()).isEqualTo(second.expiry());
            assertThat("00000" + third.additional()).isEqualTo(second.discretionaryData());
            assertThat(lines.get(number)).contains(tracks.track3());
        }
    }

    private List<String> records(IssuerWorld world, RunOrder run) throws IOException {
        try (InputStream in = stage.preparation.open(world.tenant(), run.run(), RecordLines.FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void fillsEveryCardsStripeAsItsProgramSays() {
        IssuerWorld world = issuers.another("Pattern Bank");
        formats.configure(
                world.administrator(),
                world.program(),
                new StripePatterns("{PVKI}{PVV}{CVV}{PSN}00", "{PVKI}{PVV}{CVV}"));
        OpensslIssuer bank = stage.bank(world, folder);
        CardOrderId order = stage.order(world, bank, TestAccounts.csv(3));
        RunOrder run = PreparationStage.run(order, 3);
        stage.preparation.prepare(world.tenant(), run);
        PinKeys.Session pins = pinKeys.session(world.tenant(), world.program());
        try (StripeKeys.Verifier verifier = stripeKeys.verifier(world.tenant(), world.program())) {
            for (int number = 1; number <= 3; number++) {
                AccountRecord card =
                        vault.open(world.tenant(), order, List.of(number))
                                .values()
                                .iterator()
                                .next();
                TrackData tracks = stage.preparation.tracks(world.tenant(), run.run(), number);
                String pin =
                        "1"
                                + pins.pinVerificationValue(
                                        pins.natural(card.pan(), NATURAL, 4), card.pan(), 1)
                                + verifier.value(VerificationValue.STRIPE, card);
                assertThat(Track2.parse(tracks.track2()).discretionaryData()).isEqualTo(pin);
                assertThat(Track1.parse(tracks.track1()).discretionaryData())
                        .isEqualTo(pin + "%02d".formatted(card.sequenceNumber().number()) + "00");
            }
        }
    }
}
