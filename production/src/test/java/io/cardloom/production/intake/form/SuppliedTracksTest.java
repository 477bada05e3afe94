package io.cardloom.production.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.fixture.SuppliedLists;
import io.cardloom.production.intake.SampleCardholders;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.file.RowReader;
import io.cardloom.production.intake.file.RowReaders;
import io.cardloom.production.intake.file.SourceRow;
import io.cardloom.production.intake.file.TextEncoding;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tracks that come with a list: what is taken as it is, and what is refused, row by row. */
class SuppliedTracksTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);
    private static final String PAN = Pan.withCheckDigit("999900123456789").digits();
    private static final String OTHER = Pan.withCheckDigit("999900123456788").digits();
    private static final String ONE = "%B" + PAN + "^SILVA/ANA^29122019999123456?";
    private static final String TWO = ";" + PAN + "=29122019999123456?";
    private static final String THREE =
            ";01" + PAN + "==9782" + "0".repeat(14) + "3=111111129123===0=9999?";

    private final List<String> told = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    @Test
    void takesWhatAHostComputedAsItIs() {
        byte[] list = SampleCardholders.csv(400, 3, NOW);
        List<TrackData> tracks = SuppliedLists.tracks(list);
        String csv = new String(SuppliedLists.csv(list, tracks), StandardCharsets.UTF_8);
        List<AccountRecord> records =
                read(form(FileForm.STANDARD, SuppliedTracks.ALL), SuppliedTracks.ALL, csv);
        assertThat(told).isEmpty();
        assertThat(records).extracting(AccountRecord::tracks).containsExactlyElementsOf(tracks);
        assertThat(records)
                .allSatisfy(
                        r -> assertThat(r.tracks().track1()).contains("^" + r.name().encoded()));
    }

    @Test
    void takesTracksWithAndWithoutSentinelsAndTheirLrc() {
        TrackData whole = new TrackData(ONE, TWO, THREE);
        assertThat(taken(ONE, TWO, THREE)).isEqualTo(whole);
        assertThat(taken(bare(ONE), bare(TWO), bare(THREE))).isEqualTo(whole);
        assertThat(taken(" " + ONE + " ", TWO + lrc(TWO), THREE + lrc(THREE))).isEqualTo(whole);
        assertThat(told).isEmpty();
    }

    @Test
    void readsThemFromEveryFormOfAFile() {
        TrackData whole = new TrackData(ONE, TWO, "");
        String json =
                """
                [{"pan":"%s","expiry":"2912","service_code":"201","cardholder_name":"Ana Silva",
                "track_1":"%s","track_2":"%s"}]\
                """
                        .formatted(PAN, ONE, TWO);
        FileForm fixed =
                new FileForm.FixedWidth(
                        TextEncoding.UTF_8,
                        List.of(
                                new FileForm.Slot("pan", 1, 19),
                                new FileForm.Slot("expiry", 20, 4),
                                new FileForm.Slot("service_code", 24, 3),
                                new FileForm.Slot("cardholder_name", 27, 20),
                                new FileForm.Slot("track_1", 47, 79),
                                new FileForm.Slot("track_2", 126, 40)),
                        0,
                        0);
        String line =
                "%-19s%s%s%-20s%-79s%-40s".formatted(PAN, "2912", "201", "Ana Silva", ONE, TWO);
        for (Map.Entry<FileForm, String> file :
                Map.of(new FileForm.Json(), json, fixed, line).entrySet()) {
            List<AccountRecord> records =
                    read(
                            form(file.getKey(), SuppliedTracks.FIRST_TWO),
                            SuppliedTracks.FIRST_TWO,
                            file.getValue());
            assertThat(told).isEmpty();
            assertThat(records).extracting(AccountRecord::tracks).containsExactly(whole);
        }
    }

    @Test
    void tellsWhatIsWrongWithATrackByColumnAndCode() {
        wrong("", TWO, THREE, "track_1 TRACK_MISSING");
        wrong(ONE, "", "", "track_2 TRACK_MISSING", "track_3 TRACK_MISSING");
        wrong(ONE + "0".repeat(70), TWO, THREE, "track_1 TRACK_LRC");
        wrong(bare(ONE) + "0".repeat(40), TWO, THREE, "track_1 TRACK_LENGTH");
        wrong(ONE, bare(TWO) + "0".repeat(10), THREE, "track_2 TRACK_LENGTH");
        wrong(ONE, TWO, bare(THREE) + "0".repeat(60), "track_3 TRACK_LENGTH");
        wrong(ONE.replace("SILVA", "Silva"), TWO, THREE, "track_1 TRACK_CHARACTER");
        wrong(ONE.replace("SILVA", "SI'VA"), TWO, THREE, "track_1 TRACK_CHARACTER");
        wrong(ONE, TWO.replace('=', 'D'), THREE, "track_2 TRACK_CHARACTER");
        wrong(ONE.substring(1), TWO, THREE, "track_1 TRACK_SENTINEL");
        wrong(ONE, TWO.substring(0, TWO.length() - 1), THREE, "track_2 TRACK_SENTINEL");
        wrong(ONE, TWO + (char) (lrc(TWO) ^ 1), THREE, "track_2 TRACK_LRC");
        wrong(ONE.replace("%B", "%A"), TWO, THREE, "track_1 TRACK_FORM");
        wrong(ONE, TWO.replace("=", ""), THREE, "track_2 TRACK_FORM");
        wrong(ONE, TWO.replace("2912", "2913"), THREE, "track_2 TRACK_FORM");
        wrong(ONE, TWO, THREE.replace(";01", ";02"), "track_3 TRACK_FORM");
        wrong(TWO, ONE, THREE, "track_1 TRACK_SENTINEL", "track_2 TRACK_SENTINEL");
        assertThat(sentences).noneMatch(s -> s.contains("9999") || s.contains("SILVA"));
    }

    @Test
    void holdsATrackAgainstTheFieldsOfItsRow() {
        wrong(
                ONE.replace(PAN, OTHER),
                TWO.replace(PAN, OTHER),
                THREE.replace(PAN, OTHER),
                "track_1 TRACK_ACCOUNT",
                "track_2 TRACK_ACCOUNT",
                "track_3 TRACK_ACCOUNT");
        wrong(
                ONE.replace("^2912", "^3012"),
                TWO.replace("=2912", "=3012"),
                THREE.replace("129123=", "130123="),
                "track_1 TRACK_EXPIRY",
                "track_2 TRACK_EXPIRY",
                "track_3 TRACK_EXPIRY");
        wrong(
                ONE.replace("2912201", "2912221"),
                TWO.replace("2912201", "2912221"),
                THREE,
                "track_1 TRACK_SERVICE_CODE",
                "track_2 TRACK_SERVICE_CODE");
        wrong(ONE.replace("SILVA/ANA", "SILVA/EVA"), TWO, THREE, "track_1 TRACK_NAME");
        wrong(ONE.replace("SILVA/ANA", "SILVA/ANA.DR"), TWO, THREE, "track_1 TRACK_NAME");
        wrong(ONE.replace("SILVA/ANA", "51LVA/ANA"), TWO, THREE, "track_1 ENCODED_NAME_CHARACTERS");
        check(ONE, TWO, THREE, "SILVA/ANA", "4");
        assertThat(told).containsExactly("track_3 TRACK_SEQUENCE");
        told.clear();
        check(ONE, TWO, THREE, "ANA SILVA", "13");
        assertThat(told).containsExactly("track_1 TRACK_NAME");
        told.clear();
        assertThat(check(ONE, TWO, THREE, "SILVA/ANA", "13")).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void knowsACardholdersNameInTheWordsOfAStripe() {
        for (String[] pair :
                new String[][] {
                    {"SILVA/ANA", "Ana Silva"},
                    {"SILVA/A", "Ana Silva"},
                    {"A SILVA", "Ana Silva"},
                    {"MUELLER/JOERG", "Jörg Müller"},
                    {"MULLER/JORG", "Jörg Müller"},
                    {"OBRIEN/ZOE", "Zoë O’Brien"},
                    {"O BRIEN/ZOE", "Zoë O'Brien"},
                    {"DE LA CRUZ/M.J", "Maria José de la Cruz"},
                    {"JO/JOAN", "Joan Jo"},
                    {"JOAN/JO", "Joan Jo"},
                    {"WUERTTEMBERG-HOHENLOHE/A", "Anna Württemberg-Hohenlohe"}
                }) {
            assertThat(StripeNames.spells(pair[0], pair[1])).as(pair[0]).isTrue();
        }
        for (String[] pair :
                new String[][] {
                    {"SILVA/EVA", "Ana Silva"},
                    {"SILVA/ANA/A", "Ana Silva"},
                    {"SILVAS/ANA", "Ana Silva"},
                    {"A A", "Ana Silva"},
                    {"", "Ana Silva"},
                    {" /", "Ana Silva"}
                }) {
            assertThat(StripeNames.spells(pair[0], pair[1])).as(pair[0]).isFalse();
        }
    }

    @Test
    void refusesTracksWhereNoneAreAskedOf() {
        ListForm named = form(FileForm.STANDARD, SuppliedTracks.FIRST_TWO);
        String csv = csv(ONE, TWO, THREE, "", "");
        forbidden(() -> read(named, SuppliedTracks.NONE, csv));
        forbidden(() -> read(named, SuppliedTracks.FIRST_TWO, csv));
        forbidden(() -> read(ListForm.STANDARD, SuppliedTracks.NONE, csv));
        forbidden(() -> read(ListForm.STANDARD, SuppliedTracks.ALL, csv));
        ListForm all = form(FileForm.STANDARD, SuppliedTracks.ALL);
        forbidden(() -> read(all, SuppliedTracks.FIRST_TWO, csv));
        assertThat(read(all, SuppliedTracks.ALL, csv)).hasSize(1);
        for (String track : List.of(ONE, TWO, THREE, bare(ONE), bare(TWO), bare(THREE))) {
            assertThat(Forbidden.isTrack(track)).isTrue();
            String other = csv(ONE, TWO, THREE, "", "").replace("Ana Silva", track);
            forbidden(() -> read(all, SuppliedTracks.ALL, other));
        }
        assertThat(told).isEmpty();
        List<AccountRecord> none =
                read(
                        ListForm.STANDARD,
                        SuppliedTracks.FIRST_TWO,
                        "pan,expiry,service_code,cardholder_name\n" + PAN + ",2912,201,Ana Silva");
        assertThat(none).isEmpty();
        assertThat(told).containsExactly("track_1 TRACKS_NOT_NAMED", "track_2 TRACKS_NOT_NAMED");
        told.clear();
        read(
                all,
                SuppliedTracks.ALL,
                "pan,expiry,service_code,cardholder_name,track_1,track_2\n"
                        + PAN
                        + ",2912,201,Ana Silva,"
                        + ONE
                        + ","
                        + TWO);
        assertThat(told).containsExactly("track_3 COLUMN_MISSING");
    }

    @Test
    void givesATrackAColumnOfItsOwnAndNothingElseThatIsForbidden() {
        refused("LIST_TRACKS", () -> with("second_line", "Host track 2"));
        refused("LIST_TRACKS", () -> with("Host Track 1", "host_track_1"));
        refused("INTAKE_FORBIDDEN_DATA", () -> with("track 1", "track 2 and pin"));
        refused("INTAKE_FORBIDDEN_DATA", () -> with("cvv2", "track 2"));
        refused("LIST_NAME", () -> with(" ", "track 2"));
        Map<ListColumn, ListSource> constant = new EnumMap<>(ListForm.STANDARD.sources());
        constant.put(ListColumn.TRACK_1, new ListSource.Constant("%B?"));
        refused("LIST_CONSTANT", () -> form(FileForm.STANDARD, constant, Set.of()));
        refused(
                "INTAKE_FORBIDDEN_DATA",
                () -> form(FileForm.STANDARD, with("T1", "T2").sources(), Set.of("track 3")));
        refused(
                "LIST_TRACKS",
                () -> form(FileForm.STANDARD, with("T1", "T2").sources(), Set.of("t1")));
    }

    @Test
    void throwsNothingButFindingsOnDamagedTracks() {
        Random random = new Random(6);
        String[] right = {ONE, TWO, THREE};
        for (int i = 0; i < 10_000; i++) {
            String[] tracks = right.clone();
            int which = random.nextInt(3);
            StringBuilder damaged = new StringBuilder(tracks[which]);
            damaged.setCharAt(
                    random.nextInt(damaged.length()), (char) (' ' + random.nextInt(0x60)));
            tracks[which] = damaged.toString().replace(",", "=").replace("\"", "=");
            told.clear();
            Optional<AccountRecord> record = check(tracks[0], tracks[1], tracks[2], "", "");
            assertThat(record.isEmpty()).isEqualTo(!told.isEmpty());
            record.ifPresent(
                    r ->
                            assertThat(r.pan().digits())
                                    .as("whatever is taken names the row's account")
                                    .isEqualTo(PAN));
        }
        assertThat(sentences).noneMatch(s -> s.contains("9999") || s.contains("SILVA"));
    }

    private void wrong(String one, String two, String three, String... codes) {
        told.clear();
        assertThat(check(one, two, three, "", "")).isEmpty();
        assertThat(told).containsExactly(codes);
        told.clear();
    }

    private TrackData taken(String one, String two, String three) {
        return check(one, two, three, "", "").orElseThrow().tracks();
    }

    private Optional<AccountRecord> check(
            String one, String two, String three, String encoded, String psn) {
        RowCheck check =
                new RowCheck(
                        form(FileForm.STANDARD, SuppliedTracks.ALL),
                        SuppliedTracks.ALL,
                        NOW,
                        new Telling());
        assertThat(
                        check.columns(
                                List.of(
                                        "pan",
                                        "expiry",
                                        "service_code",
                                        "cardholder_name",
                                        "encoded_name",
                                        "psn",
                                        "track_1",
                                        "track_2",
                                        "track_3"),
                                1))
                .isTrue();
        return check.record(
                new SourceRow(
                        2,
                        List.of(PAN, "2912", "201", "Ana Silva", encoded, psn, one, two, three),
                        List.of()));
    }

    private static String csv(String one, String two, String three, String encoded, String psn) {
        return "pan,expiry,service_code,cardholder_name,encoded_name,psn,track_1,track_2,track_3\n"
                + String.join(",", PAN, "2912", "201", "Ana Silva", encoded, psn, one, two, three);
    }

    private List<AccountRecord> read(ListForm form, SuppliedTracks tracks, String list) {
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        RowCheck check = new RowCheck(form, tracks, NOW, new Telling());
        List<AccountRecord> records = new ArrayList<>();
        try {
            RowReader reader =
                    RowReaders.of(
                            form.file(),
                            new ByteArrayInputStream(bytes),
                            () -> new ByteArrayInputStream(bytes));
            Optional<SourceRow> row = reader.next();
            if (check.columns(reader.columns(), 1)) {
                while (row.isPresent()) {
                    check.record(row.get()).ifPresent(records::add);
                    row = reader.next();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return records;
    }

    private static ListForm with(String first, String second) {
        Map<ListColumn, ListSource> sources = new EnumMap<>(ListForm.STANDARD.sources());
        sources.put(ListColumn.TRACK_1, new ListSource.FromColumn(first));
        sources.put(ListColumn.TRACK_2, new ListSource.FromColumn(second));
        return form(FileForm.STANDARD, sources, Set.of());
    }

    static ListForm form(FileForm file, SuppliedTracks tracks) {
        Map<ListColumn, ListSource> sources = new EnumMap<>(ListForm.STANDARD.sources());
        for (ListColumn column : ListColumn.of(tracks)) {
            if (column.isTrack()) {
                sources.put(column, new ListSource.FromColumn(column.word()));
            }
        }
        return form(file, sources, Set.of());
    }

    private static ListForm form(
            FileForm file, Map<ListColumn, ListSource> sources, Set<String> leftOut) {
        return new ListForm(
                file, sources, leftOut, ExpiryForm.YYMM, false, BadRows.LEAVE_OUT, true);
    }

    private static String bare(String track) {
        return track.substring(1, track.length() - 1);
    }

    /** Of tracks 2 and 3: the exclusive or of all characters. */
    private static char lrc(String track) {
        int lrc = 0;
        for (char c : track.toCharArray()) {
            lrc ^= c - '0';
        }
        return (char) ('0' + lrc);
    }

    private static void forbidden(Runnable reading) {
        refused("INTAKE_FORBIDDEN_DATA", reading);
    }

    private static void refused(String code, Runnable wish) {
        assertThatThrownBy(wish::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private final class Telling implements RowFindings {

        @Override
        public void error(RowError error) {
            told.add(error.column() + " " + error.code());
            sentences.add(error.sentence());
        }

        @Override
        public void listError(RowError error) {
            error(error);
        }

        @Override
        public void notice(RowError notice) {
            told.add(notice.code());
        }
    }
}
