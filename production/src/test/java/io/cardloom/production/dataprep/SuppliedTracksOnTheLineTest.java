package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.SuppliedLists;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListDesk;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Tracks that an issuer's host computed, from its list to the stripe. */
@SpringBootTest
class SuppliedTracksOnTheLineTest {

    @TempDir static Path folder;

    @Autowired PreparationStage stage;
    @Autowired StripeFormats formats;
    @Autowired ListForms lists;
    @Autowired AccountVault vault;
    @Autowired ListDesk desk;
    @Autowired TransportCertificates certificates;
    @Autowired TwoIssuers issuers;

    @Test
    void writesTheIssuersTracksByteByByteUntilThePurge() throws IOException {
        IssuerWorld world = issuers.another("Whole Track Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        SuppliedStage.switchOn(formats, lists, world);
        byte[] people = TestAccounts.csv(20);
        List<TrackData> tracks = SuppliedLists.tracks(people);
        CardOrderId order = stage.order(world, bank, SuppliedLists.csv(people, tracks));
        RunOrder run = PreparationStage.run(order, 20);
        stage.preparation.prepare(world.tenant(), run);
        List<String> records = records(world, run);
        assertThat(records.getFirst()).contains("record_id,track1,track2,track3,pan_line");
        for (int number = 1; number <= 20; number++) {
            TrackData own = tracks.get(number - 1);
            // What the encoder writes, and what the bureau is sent.
            assertThat(stage.preparation.tracks(world.tenant(), run.run(), number)).isEqualTo(own);
            String[] columns = records.get(number).split(",", 6);
            assertThat(List.of(columns[2], columns[3], columns[4]))
                    .containsExactly(own.track1(), own.track2(), own.track3());
        }
        stage.preparation.purge(world.tenant(), order);
        refused("ACCOUNT_DATA_PURGED", () -> vault.open(world.tenant(), order, List.of(1)));
        refused(
                "ACCOUNT_DATA_PURGED",
                () -> stage.preparation.tracks(world.tenant(), run.run(), 1));
        refused("ACCOUNT_DATA_PURGED", () -> records(world, run));
    }

    @Test
    void leavesARowWithAWrongTrackOutAndSaysWhich() {
        IssuerWorld world = issuers.another("Row Track Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        SuppliedStage.switchOn(formats, lists, world);
        byte[] people = TestAccounts.csv(4);
        List<TrackData> tracks = new ArrayList<>(SuppliedLists.tracks(people));
        TrackData second = tracks.get(1);
        tracks.set(1, new TrackData(second.track1(), "", second.track3()));
        tracks.set(2, new TrackData("", tracks.get(0).track2(), tracks.get(2).track3()));
        IntakeReport report = receive(world, bank, SuppliedLists.csv(people, tracks));
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.errors())
                // Which other fields two sample cards share is chance.
                .filteredOn(e -> !e.code().matches("TRACK_(EXPIRY|SERVICE_CODE)"))
                .extracting(e -> e.line() + " " + e.column() + " " + e.code())
                .containsExactly(
                        "3 track_2 TRACK_MISSING",
                        "4 track_1 TRACK_MISSING",
                        "4 track_2 TRACK_ACCOUNT");
        for (String pan : TestAccounts.pans(people)) {
            assertThat(report.toString()).doesNotContain(pan);
        }
    }

    @Test
    void preparesNoCardThatCameWithoutItsTracks() throws IOException {
        IssuerWorld world = issuers.another("Late Track Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        CardOrderId early = stage.order(world, bank, TestAccounts.csv(2));
        SuppliedStage.switchOn(formats, lists, world);
        RunOrder run = PreparationStage.run(early, 2);
        assertThatThrownBy(() -> stage.preparation.prepare(world.tenant(), run))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> {
                            assertThat(r.code()).isEqualTo("RECORD_WITHOUT_TRACKS");
                            assertThat(r.sentence()).startsWith("Record 1 of the order");
                        });
        SuppliedStage.say(formats, world, SuppliedTracks.NONE);
        stage.preparation.prepare(world.tenant(), run);
        String track = stage.preparation.tracks(world.tenant(), run.run(), 1).track2();
        assertThat(Track2.parse(track).discretionaryData()).startsWith("00000").hasSize(8);
        assertThat(records(world, run).getFirst()).doesNotContain("track3");
    }

    @Test
    void takesNoTracksOnceTheyNoLongerComeWithTheList() {
        IssuerWorld world = issuers.another("Switched Off Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        SuppliedStage.switchOn(formats, lists, world);
        byte[] people = TestAccounts.csv(2);
        byte[] list = SuppliedLists.csv(people, SuppliedLists.tracks(people));
        SuppliedStage.say(formats, world, SuppliedTracks.FIRST_TWO);
        refused("INTAKE_FORBIDDEN_DATA", () -> receive(world, bank, list));
        SuppliedStage.say(formats, world, SuppliedTracks.NONE);
        refused("INTAKE_FORBIDDEN_DATA", () -> receive(world, bank, list));
        // The form still names them; a list without them has none of its columns either.
        refused("INTAKE_FORBIDDEN_DATA", () -> receive(world, bank, people));
        SuppliedStage.say(formats, world, SuppliedTracks.ALL);
        assertThat(receive(world, bank, list).accepted()).as("nothing was kept").isEqualTo(2);
    }

    private IntakeReport receive(IssuerWorld world, OpensslIssuer bank, byte[] list) {
        return desk.receive(
                world.approver(),
                world.program(),
                CardOrderId.next(Clock.systemUTC()),
                bank.seal(list, certificates.intakeCertificate(world.approver())));
    }

    private List<String> records(IssuerWorld world, RunOrder run) throws IOException {
        try (InputStream in = stage.preparation.open(world.tenant(), run.run(), RecordLines.FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
