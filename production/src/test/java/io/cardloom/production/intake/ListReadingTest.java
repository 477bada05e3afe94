package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.RowError;
import io.cardloom.production.vault.Deposit;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListReadingTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);
    private static final String HEADER = "pan,expiry,service_code,cardholder_name";
    private static final String PAN = Pan.withCheckDigit("999900123456789").digits();
    private static final String ROW = PAN + ",2912,201,Ana Silva";

    private final List<AccountRecord> taken = new ArrayList<>();

    @Test
    void takesAThousandPeopleAsTheyAreCalled() throws IOException {
        IntakeReport report = read(SampleCardholders.csv(1_000, 7, NOW)).report();
        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).isEqualTo(1_000);
        assertThat(report.accepted()).isEqualTo(1_000);
        assertThat(taken).hasSize(1_000);
        assertThat(report.noticeCount()).isBetween(300, 999);
        assertThat(report.notices()).hasSize(report.noticeCount());
        assertThat(taken).anyMatch(r -> r.name().printed().matches(".*['’].*"));
        assertThat(taken).anyMatch(r -> r.name().encoded().contains("/"));
        assertThat(taken).anyMatch(r -> r.secondLine().equals("Mills, Crane & Co."));
        assertThat(taken).allMatch(r -> r.pan().digits().startsWith(SampleCardholders.TEST_IIN));
    }

    /** Names that are too long for a card come up about once in 5,000 rows. */
    @Test
    void makesNoSamplePersonWhomAListRefuses() throws IOException {
        IntakeReport report = read(SampleCardholders.csv(60_000, 20_261_122, NOW)).report();
        assertThat(report.errors()).isEmpty();
        assertThat(report.accepted()).isEqualTo(60_000);
    }

    @Test
    void makesTheSameSampleFromTheSameSeed() {
        assertThat(SampleCardholders.csv(50, 7, NOW)).isEqualTo(SampleCardholders.csv(50, 7, NOW));
        assertThat(TestAccounts.pans(SampleCardholders.csv(1_000, 7, NOW)))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        TestAccounts.pans(SampleCardholders.csv(1_000, 8, NOW)));
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        read(
                "\uFEFFPAN,Expiry,Service Code,\"Cardholder_Name\",second_line\r\n\r\n"
                        + PAN
                        + ",2912,201,\"Ana \nSilva\",\"say \"\"hi\"\"\"\r\n");
        // A line feed in a name and quotation marks are not printable, but the file is read.
        assertThat(codes(read(HEADER + "\r" + ROW + "\r"))).isEmpty();
        assertThat(codes(read(HEADER + "\n" + ROW))).isEmpty();
        assertThat(codes(read(HEADER + "\r\n\r\n" + ROW + "\r\n\r\n"))).isEmpty();
        assertThat(taken).hasSize(3);
    }

    @Test
    void saysTheLineAndColumnOfEachFault() throws IOException {
        Read list =
                read(
                        HEADER
                                + ",encoded_name,second_line,psn,image_id\n"
                                + ROW
                                + ",,,,\n"
                                + "123,2912,201,Ana,,,,\n"
                                + PAN
                                + ",2610,201,Ana,,,,\n"
                                + PAN
                                + ",29-12,999,,,,,\n"
                                + PAN
                                + ",2912,201,Анна,,,,\n"
                                + PAN
                                + ",4712,201,Ana,,,,\n"
                                + PAN
                                + ",2912,201,Ana,ana,,,\n"
                                + PAN
                                + ",2912,201,Ana,,"
                                + PAN
                                + ",,\n"
                                + PAN
                                + ",2912,201,Ana,,{},100,../x\n"
                                + PAN
                                + ",2912,201\n"
                                + ROW
                                + ",,,,\n"
                                + ROW
                                + ",,,1,\n");
        IntakeReport report = list.report();
        assertThat(report.errors().stream().map(e -> e.line() + " " + e.column() + " " + e.code()))
                .containsExactly(
                        "3 pan PAN_LENGTH",
                        "4 expiry EXPIRY_PAST",
                        "5 expiry EXPIRY_FORMAT",
                        "5 service_code SERVICE_CODE",
                        "5 cardholder_name NAME_EMPTY",
                        "6 cardholder_name NAME_CHARACTERS",
                        "7 expiry EXPIRY_FAR",
                        "8 encoded_name ENCODED_NAME_CHARACTERS",
                        "9 second_line ACCOUNT_NUMBER_MISPLACED",
                        "10 second_line SECOND_LINE",
                        "10 psn PSN",
                        "10 image_id IMAGE_ID",
                        "11  ROW_WIDTH",
                        "12 pan DUPLICATE_IN_FILE");
        assertThat(report.rows()).isEqualTo(12);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.toString()).doesNotContain(PAN).doesNotContain("Ana");
    }

    @Test
    void saysWhatIsWrongWithAHeaderAndRepeatsNothingOfIt() throws IOException {
        IntakeReport headless = read(ROW + "\n" + ROW).report();
        assertThat(headless.errors()).extracting(RowError::code).contains("COLUMN_UNKNOWN");
        assertThat(headless.toString()).doesNotContain(PAN).doesNotContain("Silva");
        assertThat(codes(read("pan,expiry\n1,2"))).containsOnly("COLUMN_MISSING");
        assertThat(codes(read(HEADER + ",pan\n"))).contains("COLUMN_TWICE");
        assertThat(codes(read(""))).containsExactly("FILE_EMPTY");
        assertThat(codes(read(HEADER + "\n"))).containsExactly("FILE_EMPTY");
    }

    @Test
    void refusesPinVerificationValueAndTrackColumns() throws IOException {
        for (String word :
                List.of(
                        "pin",
                        "PIN",
                        "pin_block",
                        "encrypted pin",
                        "card_pin",
                        "pinblock",
                        "PVV",
                        "cvv2",
                        "CVC",
                        "icvv",
                        "track1",
                        "Track 2",
                        "magstripe",
                        "csc",
                        "security code",
                        "discretionary_data")) {
            Read file = read(HEADER + "," + word + "\n" + ROW + ",1234\n");
            forbidden(file);
        }
        assertThat(taken).isEmpty();
        forbidden(read(HEADER + ",second_line\n" + ROW + ",;" + PAN + "=29122010000?\n"));
        forbidden(read(HEADER + ",image_id\n" + ROW + ",%B" + PAN + "^SILVA/ANA^2912201?\n"));
        assertThat(taken).isEmpty();
    }

    @Test
    void stopsWhereTheFileCannotBeReadAnyFurther() throws IOException {
        assertThat(codes(read(HEADER + "\n" + ROW + "\n\"" + ROW))).containsExactly("CSV_QUOTES");
        assertThat(codes(read(HEADER + "\n" + ROW.replace("Ana", "A\"na"))))
                .containsExactly("CSV_QUOTES");
        assertThat(codes(read(HEADER + "\n" + ROW.replace("Ana", "A".repeat(1_001)))))
                .containsExactly("FIELD_LENGTH");
        assertThat(codes(read(HEADER + ",".repeat(100)))).containsExactly("FILE_COLUMNS");
        byte[] latin1 =
                (HEADER + "\n" + ROW + "\n" + PAN + ",2912,201,José")
                        .getBytes(StandardCharsets.ISO_8859_1);
        IntakeReport report = read(latin1).report();
        assertThat(report.errors()).extracting(RowError::code).containsExactly("TEXT_ENCODING");
    }

    @Test
    void countsMoreErrorsThanItLists() throws IOException {
        String bad = "1,2912,201,Ana\n";
        IntakeReport report = read(HEADER + "\n" + bad.repeat(1_500)).report();
        assertThat(report.errorCount()).isEqualTo(1_500);
        assertThat(report.errors()).hasSize(IntakeReport.MOST_FINDINGS);
    }

    /** Whatever a file holds, it gives findings or one documented refusal. */
    @Test
    void survivesMutatedFiles() throws IOException {
        Random random = new Random(11);
        byte[] good = SampleCardholders.csv(3, 3, NOW);
        for (int i = 0; i < 10_000; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k <= random.nextInt(5); k++) {
                bad[random.nextInt(bad.length)] =
                        random.nextBoolean()
                                ? (byte) random.nextInt()
                                : (byte) ",\"\r\n;=^%?0".charAt(random.nextInt(10));
            }
            Read list = read(bad);
            assertThat(list.report().rows()).isNotNegative();
            if (list.refusal() != null) {
                assertThat(list.refusal().code()).isEqualTo("INTAKE_FORBIDDEN_DATA");
            }
        }
    }

    private static void forbidden(Read list) {
        assertThat(list.refusal()).isNotNull();
        assertThat(list.refusal().code()).isEqualTo("INTAKE_FORBIDDEN_DATA");
        assertThat(list.refusal()).hasMessageNotContaining(PAN);
    }

    private static List<String> codes(Read list) {
        return list.report().errors().stream().map(RowError::code).toList();
    }

    /** What became of a list: findings, or a refusal. */
    private record Read(Findings findings, @Nullable Refusal refusal) {

        IntakeReport report() {
            return findings.report(findings.rows() - findings.wrongRows());
        }
    }

    private Read read(String csv) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Read read(byte[] csv) throws IOException {
        Set<String> seen = new HashSet<>();
        ListReading reading =
                new ListReading(
                        ListForm.STANDARD,
                        () -> new ByteArrayInputStream(csv),
                        NOW,
                        (batch, findings, bytes) -> store(batch, seen));
        try {
            return new Read(reading.read(), null);
        } catch (Refusal e) {
            return new Read(new Findings(), e);
        }
    }

    private Map<Integer, Deposit.Duplicate> store(List<AccountRecord> batch, Set<String> seen) {
        Map<Integer, Deposit.Duplicate> refused = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            AccountRecord record = batch.get(i);
            if (seen.add(record.pan().digits() + record.sequenceNumber().number())) {
                taken.add(record);
            } else {
                refused.put(i, Deposit.Duplicate.IN_FILE);
            }
        }
        return refused;
    }
}
