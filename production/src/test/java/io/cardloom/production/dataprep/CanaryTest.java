package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.SuppliedLists;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Looks for seeded account data where none may be: in every column of the database, in the log, in
 * the data folder with the database's own files, and in temporary files.
 */
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {

    @Autowired PreparationStage stage;
    @Autowired PinMailers mailers;
    @Autowired StripeFormats formats;
    @Autowired ListForms forms;
    @Autowired TwoIssuers issuers;
    @Autowired DataSource database;

    @Value("${cardloom.data.folder}")
    Path data;

    @TempDir static Path folder;

    @Test
    void findsNoAccountDataInClearAnywhere(CapturedOutput log) throws Exception {
        Instant begun = Instant.ofEpochMilli(Files.getLastModifiedTime(folder).toMillis());
        IssuerWorld world = issuers.another("Canary Bank");
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        OpensslIssuer bank = stage.bank(world, folder);
        byte[] csv = TestAccounts.csv(25);
        CardOrderId order = stage.order(world, bank, csv);
        RunOrder run = PreparationStage.run(order, 25);
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
        for (PreparedFile file : prepared.files()) {
            try (InputStream in = stage.preparation.open(world.tenant(), run.run(), file.name())) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        List<byte[]> canaries = canaries(csv);
        byte[] supplied = tracksComeWithTheList(world, bank, canaries);
        TrackData tracks = stage.preparation.tracks(world.tenant(), run.run(), 7);
        canaries.add(tracks.track2().substring(1, 30).getBytes(StandardCharsets.US_ASCII));
        assertThat(hits(csv, canaries)).as("the search finds what is there").isPositive();
        assertThat(hits(supplied, canaries)).as("of tracks too").isGreaterThan(3 * 12);

        assertThat(hitsInDatabase(canaries)).as("database").isZero();
        assertThat(hits(log.getAll().getBytes(StandardCharsets.UTF_8), canaries))
                .as("log")
                .isZero();
        assertThat(hitsBelow(data, Instant.EPOCH, canaries)).as("data folder").isZero();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        assertThat(hitsBelow(temporary, begun, canaries)).as("temporary files").isZero();
        String told = "" + order + run + prepared + tracks + stage.preparation;
        assertThat(hits(told.getBytes(StandardCharsets.UTF_8), canaries)).as("texts").isZero();
    }

    /** A list that brings whole tracks, taken in and prepared. */
    private byte[] tracksComeWithTheList(
            IssuerWorld world, OpensslIssuer bank, List<byte[]> canaries) {
        SuppliedStage.switchOn(formats, forms, world);
        byte[] people = TestAccounts.csv(12);
        List<TrackData> tracks = SuppliedLists.tracks(people);
        byte[] list = SuppliedLists.csv(people, tracks);
        CardOrderId order = stage.order(world, bank, list);
        stage.preparation.prepare(world.tenant(), PreparationStage.run(order, 12));
        canaries.addAll(canaries(people));
        for (TrackData track : tracks) {
            canaries.add(track.track2().substring(1, 38).getBytes(StandardCharsets.US_ASCII));
            canaries.add(track.track2().substring(25, 38).getBytes(StandardCharsets.US_ASCII));
        }
        return list;
    }

    /** Account numbers as text, and packed two digits a byte. */
    private static List<byte[]> canaries(byte[] csv) {
        List<byte[]> canaries = new ArrayList<>();
        for (String pan : TestAccounts.pans(csv)) {
            canaries.add(pan.getBytes(StandardCharsets.US_ASCII));
            canaries.add(HexFormat.of().parseHex(pan));
        }
        return canaries;
    }

    /** Every value of every table, row by row: other tests leave lists of hundreds of megabytes. */
    private int hitsInDatabase(List<byte[]> canaries) throws SQLException {
        int hits = 0;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("show tables")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertThat(tables).contains("account_record", "prepared_card", "audit_entry");
            statement.setFetchSize(Integer.MIN_VALUE);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from `" + table + "`")) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            byte[] value = rows.getBytes(i);
                            hits += value == null ? 0 : hits(value, canaries);
                        }
                    }
                }
            }
        }
        return hits;
    }

    private static int hitsBelow(Path root, Instant since, List<byte[]> canaries)
            throws IOException {
        int hits = 0;
        try (Stream<Path> files = Files.find(root, 12, (p, a) -> a.isRegularFile())) {
            for (Path file : files.toList()) {
                hits += hitsIn(file, since, canaries);
            }
        } catch (java.io.UncheckedIOException e) {
            // Other processes' folders that this one may not read, or that went away.
            assertThat(e.getCause())
                    .isInstanceOfAny(
                            java.nio.file.AccessDeniedException.class,
                            java.nio.file.NoSuchFileException.class);
        }
        return hits;
    }

    private static int hitsIn(Path file, Instant since, List<byte[]> canaries) throws IOException {
        try {
            if (Files.size(file) > 256L * 1024 * 1024
                    || Files.getLastModifiedTime(file).compareTo(FileTime.from(since)) < 0) {
                return 0;
            }
            return hits(Files.readAllBytes(file), canaries);
        } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException e) {
            return 0;
        }
    }

    /** How many of the needles lie in the hay; all begin alike, so one pass finds candidates. */
    private static int hits(byte[] hay, List<byte[]> needles) {
        int hits = 0;
        for (int i = 0; i + 8 <= hay.length; i++) {
            // 9999 as text or packed: the test IIN that every sample account begins with.
            boolean text = hay[i] == '9' && hay[i + 1] == '9' && hay[i + 2] == '9';
            boolean packed = hay[i] == (byte) 0x99 && hay[i + 1] == (byte) 0x99;
            if (text || packed) {
                for (byte[] needle : needles) {
                    if (i + needle.length <= hay.length
                            && java.util.Arrays.equals(
                                    hay, i, i + needle.length, needle, 0, needle.length)) {
                        hits++;
                    }
                }
            }
        }
        return hits;
    }
}
