package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.document.DocumentProfile;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.document.lds.FacePicture;
import io.cardloom.production.document.lds.GroupHash;
import io.cardloom.production.document.lds.LdsVersion;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.fixture.TestDocuments;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.vault.Deposit;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<Integer> batches = new ArrayList<>();
    private final List<DocumentEntry> stored = new ArrayList<>();

    @Test
    void handsDocumentsOnInBatchesThatPicturesKeepSmall() throws IOException {
        assertThat(read(TestDocuments.list(TestDocuments.documents(250))).errorCount()).isZero();
        assertThat(batches).containsExactly(100, 100, 50);
        batches.clear();
        List<Map<String, String>> large = TestDocuments.documents(40);
        byte[] face = Arrays.copyOf(picture(), FacePicture.MAX_BYTES);
        large.forEach(d -> d.put("face", Base64.getEncoder().encodeToString(face)));
        assertThat(read(TestDocuments.list(large)).errorCount()).isZero();
        assertThat(batches).containsExactly(16, 16, 8);
    }

    @Test
    void saysTheRowOfWhatIsWrongAndTakesTheOthers() throws IOException {
        List<Map<String, String>> rows = TestDocuments.documents(4);
        rows.get(1).put("birth", "1974");
        rows.get(2).put("face", Base64.getEncoder().encodeToString(new byte[300_000]));
        Findings findings = read(TestDocuments.list(rows));
        assertThat(errors(findings)).containsExactly("2 birth BIRTH_DATE", "3 face FACE_BASE64");
        assertThat(stored).hasSize(2);
        assertThat(findings.report(2).notices())
                .extracting(RowError::code)
                .containsOnly("NAME_TRANSLITERATED");
        stored.clear();
        assertThat(errors(read(TestDocuments.list(rows), BadRows.HOLD_FILE))).hasSize(2);
        assertThat(stored).as("nothing after the wrong row").hasSize(1);
    }

    @Test
    void tellsOfANameThatTheZoneCuts() throws IOException {
        Map<String, String> row = TestDocuments.document();
        row.put("zone_name", "MILLER<<ANNA<MARIA<LUISA<ELISABETHA");
        assertThat(read(TestDocuments.list(List.of(row))).report(1).notices())
                .extracting(RowError::code)
                .containsExactly("NAME_CUT");
    }

    @Test
    void refusesKeysThatNoDocumentHasWithoutRepeatingThem() throws IOException {
        Map<String, String> row = TestDocuments.document();
        row.put("pin", "1234");
        Findings unknown = read(TestDocuments.list(List.of(row)));
        assertThat(errors(unknown)).containsExactly("1  COLUMN_UNKNOWN");
        assertThat(unknown.isUnreadable()).isTrue();
        assertThat(stored).isEmpty();
        Map<String, String> twice = TestDocuments.document();
        twice.put("Document Number", "X");
        assertThat(errors(read(TestDocuments.list(List.of(twice)))))
                .containsExactly("1  COLUMN_TWICE");
    }

    @Test
    void readsWhatIsNoListToItsFirstFault() throws IOException {
        assertThat(errors(text(""))).containsExactly("1  FILE_EMPTY");
        assertThat(errors(text("<xml/>"))).containsExactly("1  JSON_SYNTAX");
        assertThat(errors(text("[1]"))).containsExactly("1  JSON_NOT_OBJECT");
        assertThat(errors(text("{\"address\":[\"a\"]}"))).containsExactly("1 address JSON_NESTED");
        assertThat(errors(text("{\"sex\":\"F\",\"sex\":\"F\"}")))
                .containsExactly("1 sex JSON_KEY_TWICE");
        assertThat(errors(text("{\"face\":\"" + "A".repeat(1_000_001) + "\"}")))
                .containsExactly("1  FIELD_LENGTH");
    }

    @Test
    void saysWhichDocumentsAreThereAlready() throws IOException {
        DocumentReading reading =
                reading(
                        TestDocuments.list(TestDocuments.documents(3)),
                        BadRows.LEAVE_OUT,
                        (batch, findings, bytes) ->
                                Map.of(
                                        1, Deposit.Duplicate.IN_FILE,
                                        2, Deposit.Duplicate.IN_PROGRAM));
        assertThat(errors(reading.read()))
                .containsExactly(
                        "2 document_number DUPLICATE_IN_FILE",
                        "3 document_number DUPLICATE_IN_PROGRAM");
    }

    @Test
    void asksTheRuleOfTheOrder() throws IOException {
        RowRule rule =
                new RowRule() {
                    @Override
                    public List<Fault> faults(
                            io.cardloom.production.accountdata.AccountRecord record) {
                        return List.of();
                    }

                    @Override
                    public List<Fault> faults(
                            io.cardloom.production.document.DocumentRecord record,
                            MrzFormat format) {
                        return List.of(
                                new Fault("name", Refusal.invalid("LINE_TOO_LONG", "Too long.")));
                    }
                };
        DocumentReading reading =
                new DocumentReading(
                        program(),
                        BadRows.LEAVE_OUT,
                        () ->
                                new ByteArrayInputStream(
                                        TestDocuments.list(TestDocuments.documents(1))),
                        TODAY,
                        rule,
                        (batch, findings, bytes) -> {
                            assertThat(batch).isEmpty();
                            return Map.of();
                        });
        assertThat(errors(reading.read())).containsExactly("1 name LINE_TOO_LONG");
    }

    private static byte[] picture() {
        return Base64.getDecoder().decode(TestDocuments.face(1));
    }

    private Findings text(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Findings read(byte[] list) throws IOException {
        return read(list, BadRows.LEAVE_OUT);
    }

    private Findings read(byte[] list, BadRows badRows) throws IOException {
        return reading(
                        list,
                        badRows,
                        (batch, findings, bytes) -> {
                            batches.add(batch.size());
                            stored.addAll(batch);
                            return Map.of();
                        })
                .read();
    }

    private static DocumentReading reading(
            byte[] list, BadRows badRows, DocumentReading.Storing storing) {
        return new DocumentReading(
                program(),
                badRows,
                () -> new ByteArrayInputStream(list),
                TODAY,
                RowRule.NONE,
                storing);
    }

    private static DocumentProgram program() {
        return new DocumentProgram(
                "dpr_1",
                new DocumentProfile(
                        MrzFormat.TD1, LdsVersion.V1_7, GroupHash.SHA_256, true, null, null),
                false,
                null);
    }

    private static List<String> errors(Findings findings) {
        return findings.report(0).errors().stream()
                .map(e -> e.line() + " " + e.column() + " " + e.code())
                .toList();
    }
}
