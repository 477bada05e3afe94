package io.cardloom.production.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.fixture.SuppliedLists;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListDesk;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.production.intake.RowRule;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.file.TextEncoding;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ListFormsTest {

    private static final FileForm WESTERN =
            new FileForm.Csv(TextEncoding.WINDOWS_1252, ';', '"', true);

    @Autowired ListForms forms;
    @Autowired StripeFormats stripes;
    @Autowired ListDesk desk;
    @Autowired AccountVault vault;
    @Autowired TwoIssuers issuers;

    @Test
    void keepsEveryVersionAndSaysWhenSomebodyWasFaster() {
        ListFormVersion before = forms.current(b().approver(), b().otherProgram());
        assertThat(before.number()).isZero();
        assertThat(before.form()).isEqualTo(ListForm.STANDARD);
        List<FileForm> files =
                List.of(
                        WESTERN,
                        new FileForm.FixedWidth(
                                TextEncoding.UTF_16_BE,
                                List.of(new FileForm.Slot("Karte", 1, 19)),
                                1,
                                2),
                        new FileForm.Json(),
                        new FileForm.Xlsx("Karten", true));
        for (int i = 0; i < files.size(); i++) {
            ListForm form = form(files.get(i), ExpiryForm.MM_YYYY, true);
            ListFormVersion saved = forms.save(b().administrator(), b().otherProgram(), i, form);
            assertThat(saved.number()).isEqualTo(i + 1);
            assertThat(forms.inForce(b().tenant(), b().otherProgram())).isEqualTo(form);
        }
        refused(
                "LIST_FORM_MOVED",
                () -> forms.save(b().administrator(), b().otherProgram(), 1, ListForm.STANDARD));
        assertThat(forms.versions(b().administrator(), b().otherProgram()))
                .extracting(v -> v.form().file())
                .containsExactlyElementsOf(files.reversed());
        assertThat(forms.current(b().administrator(), b().program()).number()).isZero();
    }

    @Test
    void isForAdministratorsOfTheProgramsIssuer() {
        for (var other : List.of(a().approver(), a().designer(), a().operator(), a().custodian())) {
            refused(
                    "PERMISSION_MISSING",
                    () -> forms.save(other, a().program(), 0, ListForm.STANDARD));
            refused(
                    "PERMISSION_MISSING",
                    () -> forms.sample(other, a().program(), FileForm.STANDARD, in("pan\n1\n")));
        }
        refused(
                "NOT_FOUND",
                () -> forms.save(a().administrator(), b().program(), 0, ListForm.STANDARD));
        refused("NOT_FOUND", () -> forms.current(a().administrator(), b().program()));
        refused("PERMISSION_MISSING", () -> forms.current(a().designer(), a().program()));
    }

    @Test
    void refusesFormsThatCannotBeRight() {
        Map<ListColumn, ListSource> sources = new EnumMap<>(ListForm.STANDARD.sources());
        sources.remove(ListColumn.EXPIRY);
        refused("LIST_COLUMN_MISSING", () -> form(sources, Set.of()));
        sources.put(ListColumn.EXPIRY, new ListSource.Constant("2912"));
        assertThat(form(sources, Set.of()).constant(ListColumn.EXPIRY)).isEqualTo("2912");
        sources.put(ListColumn.PAN, new ListSource.Constant("4"));
        refused("LIST_CONSTANT", () -> form(sources, Set.of()));
        sources.put(ListColumn.PAN, new ListSource.FromColumn(" "));
        refused("LIST_NAME", () -> form(sources, Set.of()));
        sources.put(ListColumn.PAN, new ListSource.FromColumn("Track 2"));
        refused("INTAKE_FORBIDDEN_DATA", () -> form(sources, Set.of()));
        sources.put(ListColumn.PAN, new ListSource.FromColumn("pan"));
        refused("INTAKE_FORBIDDEN_DATA", () -> form(sources, Set.of("cvv2")));
    }

    @Test
    void showsWhatWouldBePrintedAndEncodedWithoutAnAccountNumber() {
        // Of this seed, because one number in ten is a number still without its last digit.
        String pan = TestAccounts.pans(TestAccounts.csv(1, 7)).getFirst();
        String list =
                "Karte;Name;Ablauf;Filiale\n"
                        + pan
                        + ";José Müller;12/2029;Basel\n"
                        + pan.substring(0, 15)
                        + ";Ana;12/2029;Bern\n"
                        + "\"1234 5678 9012 3456\";Ben;13/2029;Chur\n";
        ListSample sample =
                forms.sample(
                        a().administrator(),
                        a().program(),
                        WESTERN,
                        new ByteArrayInputStream(list.getBytes(Charset.forName("windows-1252"))));
        assertThat(sample.columns()).containsExactly("Karte", "Name", "Ablauf", "Filiale");
        assertThat(sample.rows().getFirst().cells().getFirst().shown())
                .isEqualTo(pan.substring(0, 6) + "******" + pan.substring(12));
        String all =
                sample.rows().stream()
                        .flatMap(r -> r.cells().stream())
                        .map(ListSample.Cell::shown)
                        .reduce("", String::concat);
        assertThat(all).doesNotContain(pan).doesNotContain("5678").contains("123456******3456");

        ListPreview preview =
                forms.preview(
                        a().administrator(),
                        a().program(),
                        form(WESTERN, ExpiryForm.MM_YYYY, true),
                        sample);
        assertThat(preview.problems()).isEmpty();
        ListPreview.Row first = preview.rows().getFirst();
        assertThat(first.given()).isEqualTo("José Müller");
        assertThat(first.printed()).isEqualTo("JOSÉ MÜLLER");
        assertThat(first.encoded()).isEqualTo("JOSE MUELLER");
        assertThat(first.altered()).isTrue();
        assertThat(first.expiry()).isEqualTo("12/29");
        assertThat(first.errors()).isEmpty();
        assertThat(preview.rows().get(1).errors())
                .extracting(RowError::code)
                .containsExactly("PAN_LUHN");
        assertThat(preview.rows().get(2).errors())
                .extracting(e -> e.column() + " " + e.code())
                .containsExactly("pan PAN_LUHN", "expiry EXPIRY_FORMAT");
        assertThat(preview.rows().get(2).printed()).isEmpty();
        assertThat("" + sample + preview).doesNotContain("Müller").doesNotContain("Ana");

        ListPreview unknown =
                forms.preview(a().administrator(), a().program(), ListForm.STANDARD, sample);
        assertThat(unknown.rows()).isEmpty();
        assertThat(unknown.problems())
                .extracting(RowError::code)
                .contains("COLUMN_UNKNOWN", "COLUMN_MISSING");
    }

    @Test
    void refusesASampleWithForbiddenDataAndOneThatCannotBeRead() {
        String pan = TestAccounts.pans(TestAccounts.csv(1)).getFirst();
        refused("INTAKE_FORBIDDEN_DATA", () -> sample("pan,cvv2\n" + pan + ",123\n"));
        refused("INTAKE_FORBIDDEN_DATA", () -> sample("pan,x\n1,;" + pan + "=2912201?\n"));
        StringBuilder values = new StringBuilder("a,b\n");
        StringBuilder pins = new StringBuilder("a,b\n");
        StringBuilder blocks = new StringBuilder("a,b\n");
        StringBuilder codes = new StringBuilder("a,b\n");
        for (int i = 0; i < 50; i++) {
            values.append("x,").append(101 + 17 * i).append('\n');
            pins.append("x,").append(1_000 + 171 * i).append('\n');
            blocks.append("x,0412AC89ABCDEF").append(10 + i).append('\n');
            codes.append("x,").append(i % 2 == 0 ? 201 : 221).append('\n');
        }
        refused("INTAKE_FORBIDDEN_DATA", () -> sample(values.toString()));
        refused("INTAKE_FORBIDDEN_DATA", () -> sample(pins.toString()));
        refused("INTAKE_FORBIDDEN_DATA", () -> sample(blocks.toString()));
        assertThat(sample(codes.toString()).rows()).hasSize(ListSample.MOST_ROWS);
        refused("LIST_SAMPLE", () -> sample("pan\n\"" + pan));
        refused("LIST_SAMPLE", () -> sample(""));
    }

    @Test
    void takesAWorkbookInByTheIssuersOwnColumns() throws IOException {
        ListForm form = form(new FileForm.Xlsx("", true), ExpiryForm.MM_YY, false);
        int version = forms.current(a().administrator(), a().otherProgram()).number();
        forms.save(a().administrator(), a().otherProgram(), version, form);
        List<String> pans = TestAccounts.pans(TestAccounts.csv(2));
        byte[] book = workbook(pans);
        CardOrderId order = CardOrderId.next(Clock.systemUTC());
        IntakeReport report =
                desk.receive(
                        a().approver(),
                        a().otherProgram(),
                        order,
                        ListUpload.plain(new ByteArrayInputStream(book)),
                        RowRule.NONE);
        assertThat(report.errors())
                .extracting(e -> e.line() + " " + e.column() + " " + e.code())
                .containsExactly("4 pan NUMBER_INEXACT");
        assertThat(report.accepted()).isEqualTo(2);
        AccountRecord second = vault.open(a().tenant(), order, List.of(2)).get(2);
        assertThat(second).isNotNull();
        assertThat(second.pan().digits()).isEqualTo(pans.get(1));
        assertThat(second.expiry().yymm()).isEqualTo("2912");
        assertThat(second.serviceCode().digits()).isEqualTo("201");
    }

    private static byte[] workbook(List<String> pans) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bank", "1.0")) {
            Worksheet sheet = book.newWorksheet("Karten");
            List<String> header = List.of("Karte", "Name", "Ablauf", "Filiale");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            for (int row = 1; row <= 3; row++) {
                sheet.value(row, 1, "Ana Silva");
                sheet.value(row, 3, 7);
            }
            sheet.value(1, 0, pans.get(0));
            sheet.value(1, 2, "12/29");
            sheet.value(2, 0, pans.get(1));
            sheet.value(2, 2, LocalDate.of(2029, 12, 31));
            sheet.style(2, 2).format("mm/yy").set();
            sheet.value(3, 0, Long.parseLong(pans.get(1)));
            sheet.value(3, 2, "12/29");
        }
        return bytes.toByteArray();
    }

    @Test
    void takesFieldsOfTheIssuersOwnWithinBounds() {
        String pan = TestAccounts.pans(TestAccounts.csv(1)).getFirst();
        String list =
                "pan,expiry,service_code,cardholder_name,Street,Member no\n"
                        + pan
                        + ",2912,201,Ada Lee,12 Mill Lane,A-17\n"
                        + pan
                        + ",2912,201,Ada Lee,12 Mill <b>,A-18\n";
        ListForm form = custom(Map.of("address_1", "street", "member", "Member no"));
        ListPreview preview = forms.preview(a().administrator(), a().program(), form, sample(list));
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.rows().getFirst().custom())
                .containsExactly(
                        Map.entry("address_1", "12 Mill Lane"), Map.entry("member", "A-17"));
        assertThat(preview.rows().get(1).errors())
                .extracting(RowError::column, RowError::code)
                .contains(org.assertj.core.groups.Tuple.tuple("address_1", "CUSTOM_FIELD"));
        assertThat(
                        forms.preview(
                                        a().administrator(),
                                        a().program(),
                                        custom(Map.of("town", "town")),
                                        sample(list))
                                .problems())
                .extracting(RowError::code)
                .contains("COLUMN_MISSING");
        refused("LIST_CUSTOM", () -> custom(Map.of("Address", "street")));
        refused("LIST_CUSTOM", () -> custom(Map.of("psn", "street")));
        refused("LIST_CUSTOM", () -> custom(Map.of("number", "PAN")));
        refused("LIST_CUSTOM", () -> custom(Map.of("empty", " ")));
        refused("INTAKE_FORBIDDEN_DATA", () -> custom(Map.of("extra", "PIN")));
        Map<String, String> many = new java.util.HashMap<>();
        for (int i = 0; i <= ListForm.MOST_CUSTOM; i++) {
            many.put("f" + i, "column " + i);
        }
        refused("LIST_CUSTOM", () -> custom(many));
        for (String ours : List.of("number", "name", "masked_pan", "key_check_value")) {
            ListForm clash = custom(Map.of(ours, "street"));
            refused("LIST_CUSTOM", () -> forms.save(a().administrator(), a().program(), 0, clash));
        }
    }

    @Test
    void namesTracksOnlyWhereTheyComeWithTheList() {
        IssuerWorld world = issuers.another("Track Bank");
        var admin = world.administrator();
        ListForm two = SuppliedTracksTest.form(FileForm.STANDARD, SuppliedTracks.FIRST_TWO);
        ListForm all = SuppliedTracksTest.form(FileForm.STANDARD, SuppliedTracks.ALL);
        refused("LIST_TRACKS", () -> forms.save(admin, world.program(), 0, two));
        comes(world, SuppliedTracks.FIRST_TWO);
        refused("LIST_TRACKS", () -> forms.save(admin, world.program(), 0, all));
        refused("LIST_TRACKS", () -> forms.save(admin, world.program(), 0, ListForm.STANDARD));
        refused("LIST_TRACKS", () -> forms.save(admin, world.otherProgram(), 0, two));
        forms.save(admin, world.program(), 0, two);
        assertThat(forms.inForce(world.tenant(), world.program())).isEqualTo(two);
        comes(world, SuppliedTracks.ALL);
        refused("LIST_TRACKS", () -> forms.save(admin, world.program(), 1, two));
        forms.save(admin, world.program(), 1, all);
    }

    @Test
    void leavesNothingOfASamplesTracksAndChecksThemAllTheSame() {
        IssuerWorld world = issuers.another("Sample Track Bank");
        var admin = world.administrator();
        byte[] list = TestAccounts.csv(3);
        List<TrackData> tracks = new java.util.ArrayList<>(SuppliedLists.tracks(list));
        tracks.set(1, tracks.getFirst());
        TrackData third = tracks.get(2);
        tracks.set(
                2,
                new TrackData(third.track1().substring(1), third.track2() + "A", third.track3()));
        String csv = new String(SuppliedLists.csv(list, tracks), StandardCharsets.UTF_8);
        refused(
                "INTAKE_FORBIDDEN_DATA",
                () -> forms.sample(admin, world.program(), FileForm.STANDARD, in(csv)));
        comes(world, SuppliedTracks.ALL);
        refused(
                "INTAKE_FORBIDDEN_DATA",
                () ->
                        forms.sample(
                                admin,
                                world.program(),
                                FileForm.STANDARD,
                                in(tracks.getFirst().track2() + ",x\na,b\n")));
        ListSample sample = forms.sample(admin, world.program(), FileForm.STANDARD, in(csv));
        String all =
                sample.rows().stream()
                        .flatMap(r -> r.cells().stream())
                        .map(c -> c.shown() + c.checked())
                        .reduce("", String::concat);
        for (int i = 0; i < 3; i++) {
            String track = SuppliedLists.tracks(list).get(i).track2();
            assertThat(all)
                    .doesNotContain(TestAccounts.pans(list).get(i))
                    .doesNotContain(track.substring(25, track.length() - 1));
        }
        assertThat(sample.rows().getFirst().cells())
                .extracting(ListSample.Cell::shown)
                .contains("track data, " + tracks.getFirst().track2().length() + " characters");
        ListForm form = SuppliedTracksTest.form(FileForm.STANDARD, SuppliedTracks.ALL);
        ListPreview preview = forms.preview(admin, world.program(), form, sample);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.rows().getFirst().errors()).isEmpty();
        assertThat(preview.rows().get(1).errors())
                .extracting(e -> e.column() + " " + e.code())
                .contains("track_2 TRACK_ACCOUNT", "track_3 TRACK_ACCOUNT");
        assertThat(preview.rows().get(2).errors())
                .extracting(e -> e.column() + " " + e.code())
                .containsExactly("track_1 TRACK_SENTINEL", "track_2 TRACK_LRC");
        refused(
                "INTAKE_FORBIDDEN_DATA",
                () -> forms.preview(admin, world.program(), ListForm.STANDARD, sample));
        refused("NOT_FOUND", () -> forms.preview(admin, b().program(), form, sample));
        refused("NOT_FOUND", () -> forms.sample(admin, b().program(), form.file(), in(csv)));
    }

    private void comes(IssuerWorld world, SuppliedTracks tracks) {
        stripes.configure(
                world.administrator(),
                world.program(),
                new StripePatterns("00000{CVV}", "00000{CVV}", null, tracks));
    }

    private static ListForm custom(Map<String, String> fields) {
        return new ListForm(
                FileForm.STANDARD,
                ListForm.STANDARD.sources(),
                Set.of(),
                ExpiryForm.YYMM,
                false,
                BadRows.LEAVE_OUT,
                false,
                fields);
    }

    private static ListForm form(FileForm file, ExpiryForm expiry, boolean capitals) {
        Map<ListColumn, ListSource> sources = new EnumMap<>(ListColumn.class);
        sources.put(ListColumn.PAN, new ListSource.FromColumn("Karte"));
        sources.put(ListColumn.EXPIRY, new ListSource.FromColumn("Ablauf"));
        sources.put(ListColumn.CARDHOLDER_NAME, new ListSource.FromColumn("Name"));
        sources.put(ListColumn.SERVICE_CODE, new ListSource.Constant("201"));
        return new ListForm(
                file, sources, Set.of("Filiale"), expiry, capitals, BadRows.LEAVE_OUT, true);
    }

    private static ListForm form(Map<ListColumn, ListSource> sources, Set<String> leftOut) {
        return new ListForm(
                FileForm.STANDARD,
                sources,
                leftOut,
                ExpiryForm.YYMM,
                false,
                BadRows.LEAVE_OUT,
                false);
    }

    private ListSample sample(String list) {
        return forms.sample(a().administrator(), a().program(), FileForm.STANDARD, in(list));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private IssuerWorld a() {
        return issuers.a();
    }

    private IssuerWorld b() {
        return issuers.b();
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
