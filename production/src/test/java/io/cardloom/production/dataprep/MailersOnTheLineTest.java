package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.MailerKeys;
import io.cardloom.production.key.store.MailerPrinter;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/** What the printer of PIN mailers is given, and opens. */
@SpringBootTest
class MailersOnTheLineTest {

    private static final StripePatterns WITH_PIN = new StripePatterns("{PVV}", "{PVKI}{PVV}{CVV}");
    private static final String HEADER =
            "number,record_id,name,second_line,masked_pan,pin_block_format,pin_block,"
                    + "key_check_value";
    private static final int CARDS = 12;

    @TempDir Path folder;

    @Autowired PreparationStage stage;
    @Autowired StripeFormats formats;
    @Autowired PinMailers mailers;
    @Autowired MailerKeys keys;
    @Autowired CardPinRepository cardPins;
    @Autowired TenantWork work;
    @Autowired AccountVault vault;
    @Autowired TwoIssuers issuers;

    @Value("${cardloom.data.folder}")
    Path data;

    @Test
    void carriesThePinOfEachCardsStripeToThePrinterAndNowhereElse() throws IOException {
        IssuerWorld world = issuers.another("Mailer Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_0);
        mailers.switchOn(world.administrator(), world.otherProgram(), MailerBlock.ISO_4);
        RunOrder zero = prepared(world, bank, world.program());
        opens(world, zero, MailerBlock.ISO_0);
        opens(world, prepared(world, bank, world.otherProgram()), MailerBlock.ISO_4);

        mailers.switchOff(world.administrator(), world.program());
        RunOrder without = prepared(world, bank, world.program());
        refused("NOT_FOUND", () -> lines(world, without, MailerLines.FILE));
        assertThat(String.join("", lines(world, without, "manifest.json")))
                .doesNotContain("mailers", "pin-transport");
        assertThat(lines(world, zero, MailerLines.FILE)).as("stays as it was").hasSize(CARDS + 1);
    }

    private RunOrder prepared(IssuerWorld world, OpensslIssuer bank, ProgramId program) {
        formats.configure(world.administrator(), program, WITH_PIN);
        CardOrderId order = stage.order(world, program, bank, TestAccounts.csv(CARDS));
        RunOrder run = PreparationStage.run(order, CARDS);
        stage.preparation.prepare(world.tenant(), run);
        return run;
    }

    private void opens(IssuerWorld world, RunOrder run, MailerBlock block) throws IOException {
        List<String> mailed = lines(world, run, MailerLines.FILE);
        List<String> records = lines(world, run, RecordLines.FILE);
        String checkValue = keys.checkValue(world.tenant(), block.format());
        MailerPrinter printer = keys.printer(world.tenant(), block.format());
        assertThat(mailed).hasSize(CARDS + 1).first().isEqualTo(HEADER);
        for (int number = 1; number <= CARDS; number++) {
            AccountRecord card = card(world, run, number);
            String[] fields = MailerPrinter.fields(mailed.get(number));
            assertThat(fields[0]).isEqualTo(Integer.toString(number));
            assertThat(records.get(number)).startsWith(number + "," + fields[1] + ",");
            assertThat(fields[2]).isEqualTo(card.name().printed());
            assertThat(fields[3]).isEqualTo(card.secondLine());
            assertThat(fields[4]).isEqualTo(card.pan().masked());
            assertThat(fields[5]).isEqualTo(block.word());
            assertThat(fields[6]).matches("[0-9A-F]{" + 2 * block.format().bytes() + "}");
            assertThat(fields[7]).isEqualTo(checkValue);
            String pin = printer.pin(fields[6], card.pan().digits());
            assertThat(pin).hasSize(4);
            String stripe =
                    Track2.parse(
                                    stage.preparation
                                            .tracks(world.tenant(), run.run(), number)
                                            .track2())
                            .discretionaryData();
            assertThat(stripe.substring(1, 5))
                    .as("the PIN of the mailer is the stripe's")
                    .isEqualTo(keys.pinVerificationValue(world.tenant(), card.pan().digits(), pin));
            keepsClearDataOut(mailed.get(number), fields, card.pan().digits(), pin);
        }
        assertThat(
                        JsonMapper.builder()
                                .build()
                                .readTree(String.join("", lines(world, run, "manifest.json")))
                                .at("/keyCheckValues/pin-transport")
                                .asString())
                .isEqualTo(checkValue);
    }

    @Test
    void drawsAPinOnceForACardAndPutsTheSameInEveryFile() throws IOException {
        IssuerWorld world = issuers.another("Drawn Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        pinsAre(world, PinRule.of(PinOrigin.DRAWN));
        CardOrderId order = stage.order(world, bank, TestAccounts.csv(CARDS));
        RunOrder first = PreparationStage.run(order, CARDS);
        refused("PIN_UNTOLD", () -> stage.preparation.prepare(world.tenant(), first));
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        List<String> drawn = pins(world, first);
        assertThat(Set.copyOf(drawn)).as("each card has its own").hasSizeGreaterThan(1);
        stage.preparation.prepare(world.tenant(), first);
        assertThat(pins(world, first)).as("asked again").isEqualTo(drawn);
        stage.preparation.discard(world.tenant(), first.run());
        RunOrder again = PreparationStage.run(order, CARDS);
        assertThat(pins(world, again)).as("another run of the same cards").isEqualTo(drawn);

        pinsAre(world, PinRule.USUAL);
        RunOrder natural = PreparationStage.run(order, CARDS);
        List<String> derived = pins(world, natural);
        assertThat(derived).isNotEqualTo(drawn);
        for (int number = 1; number <= CARDS; number++) {
            String pan = card(world, again, number).pan().digits();
            String stripe = discretionary(world, again, number);
            String pin = drawn.get(number - 1);
            assertThat(stripe.substring(0, 4))
                    .as("verification value of the drawn PIN")
                    .isEqualTo(keys.pinVerificationValue(world.tenant(), pan, pin));
            StringBuilder sum = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                int offset = stripe.charAt(4 + i) - '0';
                sum.append((derived.get(number - 1).charAt(i) - '0' + offset) % 10);
            }
            assertThat(sum).as("natural PIN and offset").hasToString(pin);
            assertThat(discretionary(world, natural, number).substring(4)).isEqualTo("0000");
        }
        stage.preparation.purge(world.tenant(), order);
        assertThat(
                        work.<Integer>read(
                                world.tenant(),
                                () -> cardPins.find(world.tenant(), order, 1, CARDS).size()))
                .isZero();
    }

    @Test
    void makesPinsAsTheProgramsRuleSays() throws IOException {
        IssuerWorld world = issuers.another("Six Digits Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        PinRule six = new PinRule(PinOrigin.DRAWN, 6, 3, "8351296477461538", 4, 11, 'C');
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        pinsAre(world, six);
        CardOrderId order = stage.order(world, bank, TestAccounts.csv(CARDS));
        RunOrder run = PreparationStage.run(order, CARDS);
        List<String> drawn = pins(world, run);
        pinsAre(world, new PinRule(PinOrigin.NATURAL, 6, 3, six.table(), 4, 11, 'C'));
        List<String> natural = pins(world, PreparationStage.run(order, CARDS));
        for (int number = 1; number <= CARDS; number++) {
            String pin = drawn.get(number - 1);
            assertThat(pin).matches("[0-9]{6}");
            String stripe = discretionary(world, run, number);
            assertThat(stripe.substring(0, 4))
                    .isEqualTo(
                            keys.pinVerificationValue(
                                    world.tenant(),
                                    card(world, run, number).pan().digits(),
                                    pin,
                                    3));
            StringBuilder sum = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                sum.append((natural.get(number - 1).charAt(i) + stripe.charAt(4 + i) - 96) % 10);
            }
            assertThat(sum).as("natural PIN and offset").hasToString(pin);
        }
        pinsAre(world, PinRule.of(PinOrigin.DRAWN));
        RunOrder shorter = PreparationStage.run(order, CARDS);
        refused(
                "PIN_DRAWN_LONGER_OR_SHORTER",
                () -> stage.preparation.prepare(world.tenant(), shorter));
        pinsAre(world, six);
        assertThat(pins(world, shorter)).as("prepared after all").isEqualTo(drawn);
    }

    /** What the printer finds in the blocks of a run's mailers. */
    private List<String> pins(IssuerWorld world, RunOrder run) throws IOException {
        stage.preparation.prepare(world.tenant(), run);
        MailerPrinter printer = keys.printer(world.tenant(), MailerBlock.ISO_4.format());
        List<String> mailed = lines(world, run, MailerLines.FILE);
        List<String> pins = new ArrayList<>();
        for (int number = 1; number <= CARDS; number++) {
            String block = MailerPrinter.fields(mailed.get(number))[6];
            pins.add(printer.pin(block, card(world, run, number).pan().digits()));
        }
        return pins;
    }

    private String discretionary(IssuerWorld world, RunOrder run, int number) {
        return Track2.parse(stage.preparation.tracks(world.tenant(), run.run(), number).track2())
                .discretionaryData();
    }

    private void pinsAre(IssuerWorld world, PinRule pins) {
        formats.configure(
                world.administrator(),
                world.program(),
                new StripePatterns("", "{PVV}{OFFSET}", null, SuppliedTracks.NONE, pins));
    }

    /** The first six digits and the last four may be shown; six others are the number's own. */
    private static void keepsClearDataOut(String line, String[] fields, String pan, String pin) {
        assertThat(line).doesNotContain(pan, pan.substring(6, 12));
        for (int i : new int[] {0, 2, 3, 5}) {
            assertThat(fields[i]).doesNotContain(pin);
        }
        assertThat(fields).doesNotContain(pin);
    }

    @Test
    void refusesWithoutTheRightKeysAndLeavesNothingBehind() throws IOException {
        IssuerWorld world = issuers.another("Keyless Bank");
        OpensslIssuer bank = stage.bank(world, folder);
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_0);
        CardOrderId order = stage.order(world, world.program(), bank, TestAccounts.csv(2));
        RunOrder run = PreparationStage.run(order, 2);
        leavesNothing("KEY_MISSING", "PIN encryption key", world, run, Map.of());
        leavesNothing(
                "PIN_KEY_KIND",
                "a triple DES key",
                world,
                run,
                Map.of(KeyUsage.PIN_ENCRYPTION, KeyKind.AES_128));
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        Map<KeyUsage, KeyKind> des = Map.of(KeyUsage.PIN_ENCRYPTION, KeyKind.TDEA_DOUBLE);
        leavesNothing("PIN_KEY_KIND", "an AES key", world, run, des);
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_0);
        // Found at the first card, when files are already there.
        leavesNothing("KEY_MISSING", KeyUsage.PIN_OFFSET.words(), world, run, des);

        with(
                        world,
                        Map.of(
                                KeyUsage.PIN_ENCRYPTION,
                                KeyKind.TDEA_DOUBLE,
                                KeyUsage.PIN_OFFSET,
                                KeyKind.TDEA_DOUBLE))
                .prepare(world.tenant(), run);
        byte[] key = MailerKeys.broughtKey(KeyUsage.PIN_ENCRYPTION);
        MailerPrinter printer = new MailerPrinter(MailerBlock.ISO_0.format(), key);
        String[] fields = MailerPrinter.fields(lines(world, run, MailerLines.FILE).get(2));
        assertThat(fields[7]).isEqualTo(KeyCheckValue.ofTdea(key).hex6());
        assertThat(printer.pin(fields[6], card(world, run, 2).pan().digits())).hasSize(4);
    }

    private void leavesNothing(
            String code,
            String words,
            IssuerWorld world,
            RunOrder run,
            Map<KeyUsage, KeyKind> brought) {
        assertThatThrownBy(() -> with(world, brought).prepare(world.tenant(), run))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.sentence()).contains(words);
                        });
        refused("NOT_FOUND", () -> lines(world, run, RecordLines.FILE));
        assertThat(
                        data.resolve("prepared")
                                .resolve(world.tenant().value())
                                .resolve(run.run().value()))
                .doesNotExist();
    }

    private DataPreparation with(IssuerWorld world, Map<KeyUsage, KeyKind> brought) {
        return stage.with(new RunMailers(vault, mailers, keys.inHardware(world.tenant(), brought)));
    }

    private AccountRecord card(IssuerWorld world, RunOrder run, int number) {
        return vault.open(world.tenant(), run.order(), List.of(number)).values().iterator().next();
    }

    private List<String> lines(IssuerWorld world, RunOrder run, String name) throws IOException {
        try (InputStream in = stage.preparation.open(world.tenant(), run.run(), name)) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\r\n", 0));
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
