package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.ListDesk;
import io.cardloom.production.intake.ListUpload;
import io.cardloom.production.intake.RowRule;
import io.cardloom.production.intake.file.FileForm;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ExpiryForm;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.printdata.LineRule;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a bureau is told of lines and carriers. */
@SpringBootTest
class LinesOnTheLineTest {

    private static final String HEADER =
            "pan,expiry,service_code,cardholder_name,second_line,image_id,addr1,postal\n";
    private static final String FIRST = Pan.withCheckDigit("999900700000001").digits();
    private static final String SECOND = Pan.withCheckDigit("999900700000002").digits();

    @TempDir Path folder;

    @Autowired PreparationStage stage;
    @Autowired ListForms forms;
    @Autowired AccountVault vault;
    @Autowired TwoIssuers issuers;
    @Autowired ListDesk desk;
    @Autowired LineRule rules;
    @Autowired TransportCertificates certificates;
    @Autowired StripeKeys stripeKeys;

    @Test
    void saysOfEachLineHowItIsMadeAndOfEachCarrierWhatItCarries() throws IOException {
        IssuerWorld world = issuers.another("Embossing Bank");
        CardOrderId order =
                order(
                        world,
                        FIRST + ",3012,201,ADA LEE,GOLD,IMG-1,\"12 Mill Lane, Flat 3\",CB1 2AB\n",
                        SECOND + ",3111,201,ZO\u00c9 BROWN,,,Straße 7,10115 Berlin\n");
        RunOrder run = PreparationStage.run(order, 1, PreparationStage.EMBOSSED);
        stage.preparation.prepare(world.tenant(), run);

        List<String> lines = lines(world, run, "lines.csv");
        assertThat(lines.getFirst())
                .isEqualTo(
                        "number,record_id,face,method,field,label,x,y,rotation,pitch,height,font,text");
        String grouped = FIRST.replaceAll("(.{4})(?=.)", "$1 ");
        assertThat(lines.stream().skip(1).map(line -> line.replaceAll("^1,[0-9a-f]{32},", "")))
                .containsExactly(
                        "front,embossed,pan,PAN,6000,32500,0,3630,4000,," + grouped,
                        "front,embossed,expiry,EXPIRY,6000,38856,0,2540,2800,,12/30",
                        "front,embossed,cardholder_name,CARDHOLDER_NAME,6000,46121,0,2540,2800,,ADA"
                                + " LEE",
                        "front,embossed,second_line,SECOND_LINE,6000,49754,0,2540,2800,,GOLD",
                        "back,indented,security_code,SECURITY_CODE,66000,36000,0,2540,2500,,"
                                + code(world, order, 1, VerificationValue.SIGNATURE_PANEL));
        assertThat(lines(world, run, "carriers.csv"))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "number,record_id,name,second_line,masked_pan,image_id,address_1,post_code");
        String carrier = lines(world, run, "carriers.csv").get(1);
        assertThat(carrier)
                .endsWith(
                        ",ADA LEE,GOLD,999900******"
                                + FIRST.substring(12)
                                + ",IMG-1,\"12 Mill Lane, Flat 3\",CB1 2AB")
                .doesNotContain(FIRST);
        // The same record has the same name in each file.
        String id = lines.get(1).split(",", -1)[1];
        assertThat(carrier).startsWith("1," + id + ",");
        assertThat(lines(world, run, "records.csv").get(1)).startsWith("1," + id + ",");
        neverChangesAName(world, order);
    }

    /**
     * Each card its own code, never the stripe's, in lines.csv and nowhere that has no place for
     * it.
     */
    @Test
    void strikesTheSecurityCodeOfEachCard() throws IOException {
        IssuerWorld world = issuers.another("Code Bank");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            String pan = Pan.withCheckDigit("9999007000001%02d".formatted(i)).digits();
            rows.append(pan).append(",3012,201,ADA LEE,,,Mill Lane,CB1\n");
        }
        CardOrderId order = order(world, rows.toString());
        RunOrder coded = PreparationStage.run(order, 20, PreparationStage.EMBOSSED);
        stage.preparation.prepare(world.tenant(), coded);

        List<String> codes =
                lines(world, coded, "lines.csv").stream()
                        .filter(line -> line.contains(",security_code,"))
                        .map(line -> line.substring(line.lastIndexOf(',') + 1))
                        .toList();
        List<String> stripes = new ArrayList<>();
        for (int row = 1; row <= 20; row++) {
            assertThat(codes.get(row - 1))
                    .isEqualTo(code(world, order, row, VerificationValue.SIGNATURE_PANEL))
                    .matches("[0-9]{3}");
            stripes.add(code(world, order, row, VerificationValue.STRIPE));
        }
        assertThat(codes).hasSize(20).isNotEqualTo(stripes);
        assertThat(Set.copyOf(codes)).hasSizeGreaterThan(10);
        assertThat(lines(world, coded, "carriers.csv").getFirst()).doesNotContain("security");
        assertThat(lines(world, coded, "records.csv").getFirst()).doesNotContain("security");

        RunOrder plain = PreparationStage.run(order, 1);
        stage.preparation.prepare(world.tenant(), plain);
        assertThat(lines(world, plain, "lines.csv")).noneMatch(l -> l.contains("security_code"));
    }

    private String code(IssuerWorld world, CardOrderId order, int row, VerificationValue which) {
        AccountRecord card =
                vault.open(world.tenant(), order, List.of(row)).values().iterator().next();
        try (StripeKeys.Verifier verifier = stripeKeys.verifier(world.tenant(), world.program())) {
            return verifier.value(which, card);
        }
    }

    @Test
    void refusesTheRowsThatTheLinesOfTheDesignCannotHold() {
        IssuerWorld world = issuers.another("Row Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        String header = "pan,expiry,service_code,cardholder_name,encoded_name,second_line\n";
        byte[] csv =
                (header
                                + FIRST
                                + ",3012,201,ADA LEE,,GOLD\n"
                                + SECOND
                                + ",3111,201,Jürgen Brown,,GOLD\n"
                                + Pan.withCheckDigit("999900700000003").digits()
                                + ",3111,201,ANN BROWN,,A COMPANY WITH MUCH TOO LONG A NAME\n")
                        .getBytes(StandardCharsets.UTF_8);
        CardOrderId order = CardOrderId.next(Clock.systemUTC());
        byte[] cms = bank.seal(csv, certificates.intakeCertificate(world.approver()));
        RowRule rule = rules.of(world.tenant(), PreparationStage.embossedCard());
        IntakeReport report =
                desk.receive(
                        world.approver(),
                        world.program(),
                        order,
                        ListUpload.sealed(new ByteArrayInputStream(cms)),
                        rule);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.errors())
                .extracting(e -> e.line() + " " + e.column() + " " + e.code())
                .containsExactly(
                        "3 cardholder_name EMBOSS_CHARACTERS", "4 second_line LINE_TOO_LONG");
        assertThat(report.toString()).doesNotContain("Brown", "COMPANY");
        assertThat(vault.open(world.tenant(), order, List.of(1)).get(1))
                .satisfies(card -> assertThat(card.name().printed()).isEqualTo("ADA LEE"));
    }

    private void neverChangesAName(IssuerWorld world, CardOrderId order) {
        RunOrder second =
                new RunOrder(
                        io.cardloom.production.RunId.next(Clock.systemUTC()),
                        order,
                        PreparationStage.EMBOSSED,
                        List.of(new CardSlot(1, 2)));
        assertThatThrownBy(() -> stage.preparation.prepare(world.tenant(), second))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("RECORD_NOT_PRINTABLE");
                            assertThat(e.sentence())
                                    .contains("Record 2", "EMBOSS_CHARACTERS", "A to Z")
                                    .doesNotContain("BROWN");
                        });
        AccountRecord record =
                vault.open(world.tenant(), order, List.of(2)).values().iterator().next();
        assertThat(record.custom())
                .containsExactly(
                        Map.entry("address_1", "Straße 7"), Map.entry("post_code", "10115 Berlin"));
        assertThat(AccountRecord.fromBytes(record.toBytes())).isEqualTo(record);
    }

    private CardOrderId order(IssuerWorld world, String... rows) {
        forms.save(
                world.administrator(),
                world.program(),
                0,
                new ListForm(
                        FileForm.STANDARD,
                        ListForm.STANDARD.sources(),
                        Set.of(),
                        ExpiryForm.YYMM,
                        false,
                        BadRows.HOLD_FILE,
                        false,
                        Map.of("address_1", "addr1", "post_code", "Postal")));
        OpensslIssuer bank = stage.bank(world, folder);
        return stage.order(
                world, bank, (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines(IssuerWorld world, RunOrder run, String name) throws IOException {
        try (InputStream in = stage.preparation.open(world.tenant(), run.run(), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
