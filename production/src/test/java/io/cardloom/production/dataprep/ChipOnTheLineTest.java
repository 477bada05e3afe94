package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.emv.ApplicationProfiles;
import io.cardloom.production.emv.CertifiedKey;
import io.cardloom.production.emv.ChipIssuers;
import io.cardloom.production.emv.ChipProgram;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.IccKeys;
import io.cardloom.production.emv.IssuedCard;
import io.cardloom.production.emv.StoredApplication;
import io.cardloom.production.emv.Terminal;
import io.cardloom.production.emv.TestAuthority;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.store.MailerKeys;
import io.cardloom.production.key.store.MailerPrinter;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.magstripe.Track1;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** An issuer whose program has a chip: from the cardholder file to cards that a terminal reads. */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChipOnTheLineTest {

    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final int BITS = 1152;
    private static final int CARDS = 6;

    @Autowired PreparationStage stage;
    @Autowired ChipPrograms chips;
    @Autowired ChipIssuers chipIssuers;
    @Autowired IccKeys keys;
    @Autowired AccountVault vault;
    @Autowired StripeKeys stripeKeys;
    @Autowired StripeFormats formats;
    @Autowired PinMailers mailers;
    @Autowired MailerKeys mailerKeys;
    @Autowired TwoIssuers issuers;

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private IssuerWorld world;

    @SuppressWarnings("NullAway.Init")
    private OpensslIssuer bank;

    @BeforeAll
    void open() {
        world = issuers.another("Chip Bank");
        bank = stage.bank(world, folder);
    }

    @Test
    void preparesAChipOfItsOwnForEachCard() throws Exception {
        configure(world.custodian(), world.program(), "neutral");
        CardOrderId order = stage.order(world, bank, TestAccounts.csv(CARDS));
        RunOrder run = PreparationStage.run(order, CARDS);
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
        assertThat(prepared.files())
                .extracting(PreparedFile::name)
                .startsWith("records.csv", "lines.csv", "carriers.csv", "chip.csv")
                .contains("manifest.json");
        assertThat(keys.ready(world.tenant(), BITS)).isZero();
        List<String> lines = read(run, "chip.csv").lines().toList();
        assertThat(lines).hasSize(CARDS + 1);
        assertThat(lines.getFirst()).isEqualTo("number,aid,encrypted,groupings");
        Map<Integer, AccountRecord> records =
                vault.open(world.tenant(), order, IntStream.rangeClosed(1, CARDS).boxed().toList());
        Set<String> moduli = new HashSet<>();
        for (int number = 1; number <= CARDS; number++) {
            String line = lines.get(number);
            assertThat(line).startsWith(number + ",F0434C4F4F4D0101,8000 8201 ");
            IssuedCard card = new IssuedCard(line.substring(line.indexOf(',') + 1));
            AccountRecord record = records.get(number);
            assertThat(record).isNotNull();
            assertThat(card.value("5A")).startsWith(record.pan().digits());
            String chipValue = chipValue(record);
            assertThat(card.value("57"))
                    .startsWith(
                            record.pan().digits()
                                    + "D"
                                    + record.expiry().yymm()
                                    + record.serviceCode().digits()
                                    + "00000"
                                    + chipValue);
            moduli.add(authenticated(card));
        }
        assertThat(moduli).as("no key on two cards").hasSize(CARDS);
        assertThat(read(run, "manifest.json"))
                .contains("\"chip-transport\":\"")
                .contains("chip.csv");
        assertThat(stage.preparation.prepare(world.tenant(), run)).isEqualTo(prepared);
        assertThat(keys.ready(world.tenant(), BITS)).as("asked again it takes nothing").isZero();
    }

    /** A program goes over to the issuer's next key between two runs. */
    @Test
    void signsEachRunWithTheKeyThatTheProgramsCertificateIsFor() throws Exception {
        IssuerWorld own = issuers.another("Successor Bank");
        OpensslIssuer desk = stage.bank(own, Files.createDirectory(folder.resolve("successor")));
        configure(own.custodian(), own.program(), "neutral");
        String first = issuerOf(own, desk);
        chipIssuers.make(own.custodian(), 1536);
        assertThat(issuerOf(own, desk)).as("made, and not certified").isEqualTo(first);
        configure(own.custodian(), own.program(), "neutral");
        String next = issuerOf(own, desk);
        assertThat(first).hasSize(2 * 176);
        assertThat(next).hasSize(2 * 192);
    }

    /** The modulus of the issuer's key by which a new run's chips are authenticated. */
    private String issuerOf(IssuerWorld own, OpensslIssuer desk) throws IOException {
        RunOrder run = PreparationStage.run(stage.order(own, desk, TestAccounts.csv(1)), 1);
        stage.preparation.prepare(own.tenant(), run);
        String[] columns = read(own, run, "chip.csv").lines().toList().getLast().split(",", -1);
        IssuedCard card = new IssuedCard(String.join(",", columns[1], columns[2], columns[3]));
        assertThat(authenticated(card)).isNotEmpty();
        return Terminal.issuer(
                        card.value("90"),
                        card.has("92") ? card.value("92") : "",
                        card.value("9F32"),
                        AUTHORITY.modulus())
                .modulus();
    }

    /** Switched on, a run's file says the commands too; all before them stays as it was. */
    @Test
    void saysTheCommandsWhereAProgramHasThem() throws Exception {
        IssuerWorld own = issuers.another("Script Bank");
        OpensslIssuer desk = stage.bank(own, Files.createDirectory(folder.resolve("script")));
        CertifiedKey certified =
                AUTHORITY.certify(chips.issuerKey(own.custodian()), "999900", "9912");
        refused("CHIP_MISSING", () -> chips.writeScripts(own.custodian(), own.program(), true));
        chips.configure(own.custodian(), own.program(), "neutral", 1, AUTHORITY.key(), certified);
        chips.writeScripts(own.custodian(), own.program(), true);
        CardOrderId order = stage.order(own, desk, TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        stage.preparation.prepare(own.tenant(), run);
        List<String> lines = read(own, run, "chip.csv").lines().toList();
        assertThat(lines.getFirst()).isEqualTo("number,aid,encrypted,groupings,script");
        assertThat(lines).hasSize(3);
        for (String line : lines.subList(1, 3)) {
            String[] columns = line.split(",", -1);
            assertThat(columns).hasSize(5);
            IssuedCard card = new IssuedCard(String.join(",", columns[1], columns[2], columns[3]));
            StoredApplication stored = new StoredApplication(columns[4]);
            assertThat(stored.aid()).isEqualTo(columns[1]);
            assertThat(stored.groupings()).as("to the byte").isEqualTo(card.groupings());
            assertThat(stored.groupings().keySet())
                    .containsExactlyElementsOf(card.groupings().keySet());
            assertThat(stored.encrypted()).isEqualTo(List.of(columns[2].split(" ")));
            authenticated(card);
        }
    }

    /** EMV Book 3, Annex A: the track's data without sentinels; here with the chip's own value. */
    @Test
    void tellsOfTheStripeWhatStandsThereWithTheChipsVerificationValue() throws Exception {
        IssuerWorld own = issuers.another("Image Bank");
        OpensslIssuer desk = stage.bank(own, Files.createDirectory(folder.resolve("image")));
        formats.configure(
                own.administrator(),
                own.program(),
                new StripePatterns("{CVV}{PSN}{PVKI}{PVV}7", "{PVKI}{PVV}{CVV}")
                        .with(
                                new PinRule(
                                        PinOrigin.NATURAL, 5, 4, "8351296477461538", 2, 13, 'A')));
        configure(own.custodian(), own.program(), "neutral");
        CardOrderId order = stage.order(own, desk, TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        stage.preparation.prepare(own.tenant(), run);
        Map<Integer, AccountRecord> records = vault.open(own.tenant(), order, List.of(1, 2));
        List<String> lines = read(own, run, "chip.csv").lines().toList();
        for (int number = 1; number <= 2; number++) {
            IssuedCard card =
                    new IssuedCard(lines.get(number).substring(lines.get(number).indexOf(',') + 1));
            TrackData tracks = stage.preparation.tracks(own.tenant(), run.run(), number);
            String chip;
            try (StripeKeys.Verifier verifier = stripeKeys.verifier(own.tenant(), own.program())) {
                chip =
                        verifier.value(
                                VerificationValue.CHIP,
                                Objects.requireNonNull(records.get(number)));
            }
            String second = tracks.track2().replace("=", "D");
            String image = second.substring(1, second.length() - 4) + chip;
            assertThat(card.value("57")).isEqualTo(image.length() % 2 == 0 ? image : image + "F");
            String first = Track1.parse(tracks.track1()).discretionaryData();
            assertThat(
                            new String(
                                    HexFormat.of().parseHex(card.value("9F1F")),
                                    StandardCharsets.US_ASCII))
                    .isEqualTo(chip + first.substring(3));
            assertThat(first).as("key index").matches("[0-9]{5}4[0-9]{4}7");
            authenticated(card);
        }
    }

    /** Drawn once: the card checks what its holder was told. */
    @Test
    void putsThePinOfTheMailerOnTheChip() throws Exception {
        IssuerWorld own = issuers.another("Chip and PIN Bank");
        OpensslIssuer desk = stage.bank(own, Files.createDirectory(folder.resolve("pin")));
        formats.configure(
                own.administrator(),
                own.program(),
                new StripePatterns("", "{PVV}{CVV}")
                        .with(PinRule.of(PinOrigin.DRAWN).withDigits(5)));
        mailers.switchOn(own.administrator(), own.program(), MailerBlock.ISO_4);
        configure(own.custodian(), own.program(), "neutral-pin");
        CardOrderId order = stage.order(own, desk, TestAccounts.csv(3));
        RunOrder run = PreparationStage.run(order, 3);
        stage.preparation.prepare(own.tenant(), run);
        Map<Integer, AccountRecord> records = vault.open(own.tenant(), order, List.of(1, 2, 3));
        List<String> chipLines = read(own, run, "chip.csv").lines().toList();
        List<String> mailed = read(own, run, MailerLines.FILE).lines().toList();
        MailerPrinter printer = mailerKeys.printer(own.tenant(), MailerBlock.ISO_4.format());
        MailerPrinter chip =
                new MailerPrinter(PinBlockFormat.ISO_1, mailerKeys.chipTransport(own.tenant()));
        Set<String> pins = new HashSet<>();
        for (int number = 1; number <= 3; number++) {
            String line = chipLines.get(number);
            IssuedCard card = new IssuedCard(line.substring(line.indexOf(',') + 1));
            String pan = Objects.requireNonNull(records.get(number)).pan().digits();
            String told = printer.pin(MailerPrinter.fields(mailed.get(number))[6], pan);
            assertThat(told).matches("[0-9]{5}");
            assertThat(chip.pin(Objects.requireNonNull(card.groupings().get("8010")), pan))
                    .isEqualTo(told);
            assertThat(card.groupings().get("9010")).isEqualTo("0303");
            assertThat(line.split(",")[2].split(" ")).contains("8010").doesNotContain("9010");
            authenticated(card);
            pins.add(told);
        }
        assertThat(pins).as("each has its own").hasSizeGreaterThan(1);
    }

    private String chipValue(AccountRecord record) {
        try (StripeKeys.Verifier verifier = stripeKeys.verifier(world.tenant(), world.program())) {
            return verifier.value(VerificationValue.CHIP, record);
        }
    }

    /** The other program of the same issuer has no chip. */
    @Test
    void keepsChipsToTheirProgram() {
        assertThat(chips.find(world.tenant(), world.otherProgram())).isEmpty();
        configure(world.custodian(), world.program(), "m-chip-like");
        ChipProgram one = chips.find(world.tenant(), world.program()).orElseThrow();
        assertThat(one.profile().name()).isEqualTo("m-chip-like");
        configure(world.custodian(), world.program(), "neutral");
        ChipProgram other = chips.find(world.tenant(), world.program()).orElseThrow();
        assertThat(other.profile().name()).isEqualTo("neutral");
        assertThat(ApplicationProfiles.SHIPPED).contains(other.profile().name());
    }

    @Test
    void refusesWhoeverKeepsNoKeysAndWhatIsNotThere() {
        refused("PERMISSION_MISSING", () -> chips.issuerKey(world.operator()));
        refused(
                "PERMISSION_MISSING",
                () -> configure(world.operator(), world.program(), "neutral"));
        IssuerWorld other = issuers.b();
        refused("NOT_FOUND", () -> configure(world.custodian(), other.program(), "neutral"));
        refused("NOT_FOUND", () -> configure(world.custodian(), world.program(), "nothing"));
        CertifiedKey foreign =
                AUTHORITY.certify(chips.issuerKey(other.custodian()), "999900", "9912");
        refused(
                "ISSUER_CERTIFICATE",
                () ->
                        chips.configure(
                                world.custodian(),
                                world.program(),
                                "neutral",
                                1,
                                AUTHORITY.key(),
                                foreign));
    }

    private void configure(Actor actor, ProgramId program, String profile) {
        CertifiedKey certified = AUTHORITY.certify(chips.issuerKey(actor), "999900", "9912");
        chips.configure(actor, program, profile, 1, AUTHORITY.key(), certified);
    }

    /** The card's public key, once the chain was followed. */
    private static String authenticated(IssuedCard card) {
        Terminal.Recovered issuer =
                Terminal.issuer(
                        card.value("90"),
                        card.has("92") ? card.value("92") : "",
                        card.value("9F32"),
                        AUTHORITY.modulus());
        return Terminal.icc(
                        card.value("9F46"),
                        card.has("9F48") ? card.value("9F48") : "",
                        card.value("9F47"),
                        card.staticData(),
                        issuer.modulus())
                .modulus();
    }

    private String read(RunOrder run, String name) throws IOException {
        return read(world, run, name);
    }

    private String read(IssuerWorld of, RunOrder run, String name) throws IOException {
        try (InputStream in = stage.preparation.open(of.tenant(), run.run(), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
