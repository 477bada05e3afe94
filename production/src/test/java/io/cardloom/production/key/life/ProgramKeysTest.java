package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.CeremonyStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.accountdata.PanSequenceNumber;
import io.cardloom.production.emv.CardKeyDerivation;
import io.cardloom.production.emv.ChipIssuer;
import io.cardloom.production.emv.ChipKeyUse;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.CeremonyStage.World;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.ChipKeys;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.verification.PinBlockFormat;
import io.cardloom.production.verification.SealedPin;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Several keys of one use, and which program's cards are made with which. */
@SpringBootTest
@Import(CeremonyStage.class)
class ProgramKeysTest {

    private static final Pan PAN = Pan.withCheckDigit("999900123456789");

    @Autowired CeremonyStage stage;
    @Autowired ProgramKeys programKeys;
    @Autowired IssuerKeys keys;
    @Autowired StripeKeys stripes;
    @Autowired PinKeys pins;
    @Autowired ChipKeys chips;

    @Test
    void makesAProgramsCardsWithTheKeysThatWereChosenForIt() {
        World world = stage.world(2);
        TenantId tenant = world.issuer().tenant();
        ProgramId program = world.issuer().program();
        ProgramId other = world.issuer().otherProgram();
        for (KeyUsage usage : ProgramKeys.USAGES) {
            IssuerKey first = active(world, "First " + usage, usage);
            IssuerKey second = active(world, "Second " + usage, usage);
            assertThat(first.standard()).as("the first is the standard one").isTrue();
            assertThat(second.standard()).isFalse();
            assertThat(inUse(tenant, program, usage)).isEqualTo(checkValue(first));
            choose(world.one(), program, second);
            assertThat(inUse(tenant, program, usage)).isEqualTo(checkValue(second));
            assertThat(inUse(tenant, other, usage)).isEqualTo(checkValue(first));
        }
        SealedPin pin = pins.session(tenant, program).drawn(PAN, 4);
        assertThat(pins.session(tenant, program).pinVerificationValue(pin, PAN, 1))
                .as("a PIN opens for each program, and its value follows the key")
                .isNotEqualTo(pins.session(tenant, other).pinVerificationValue(pin, PAN, 1));
        assertThat(cardKey(tenant, program)).isNotEqualTo(cardKey(tenant, other));
        assertThat(
                        chips.session(tenant)
                                .cardKey(
                                        ChipKeyUse.APPLICATION_CRYPTOGRAM,
                                        CardKeyDerivation.OPTION_A,
                                        PAN,
                                        PanSequenceNumber.NONE)
                                .checkValue())
                .isEqualTo(cardKey(tenant, other));
    }

    @Test
    void goesBackToTheStandardKeyAndMakesAnotherOneStandard() {
        World world = stage.world(2);
        TenantId tenant = world.issuer().tenant();
        ProgramId program = world.issuer().program();
        ProgramId other = world.issuer().otherProgram();
        IssuerKey first = active(world, "First", KeyUsage.CARD_VERIFICATION);
        IssuerKey second = active(world, "Second", KeyUsage.CARD_VERIFICATION);
        IssuerKey third = active(world, "Third", KeyUsage.CARD_VERIFICATION);
        choose(world.one(), program, second);
        choose(world.one(), program, second);
        assertThat(programKeys.of(world.one(), second.id())).containsExactly(program);
        programKeys.makeStandard(world.one(), third.id());
        programKeys.makeStandard(world.one(), third.id());
        assertThat(stripe(tenant, program)).isEqualTo(checkValue(second));
        assertThat(stripe(tenant, other)).isEqualTo(checkValue(third));
        assertThat(keys.list(world.one()).stream().filter(IssuerKey::standard))
                .extracting(IssuerKey::id)
                .containsExactly(third.id());
        ProgramKey told = told(world, program);
        assertThat(told.own()).map(IssuerKey::name).contains("Second");
        assertThat(told.ready()).isTrue();
        assertThat(told.offered())
                .extracting(IssuerKey::name)
                .containsExactlyInAnyOrder("First", "Second", "Third");
        programKeys.choose(
                world.one(), program, Map.of(KeyUsage.CARD_VERIFICATION, Optional.empty()));
        programKeys.choose(
                world.one(), program, Map.of(KeyUsage.CARD_VERIFICATION, Optional.empty()));
        assertThat(stripe(tenant, program)).isEqualTo(checkValue(third));
        assertThat(told(world, program).own()).isEmpty();
        assertThat(programKeys.of(world.one(), second.id())).isEmpty();
        assertThat(
                        stage.trail(world).stream()
                                .map(AuditRecord::action)
                                .filter(
                                        a ->
                                                a.startsWith("program.key")
                                                        || a.equals("key.madeStandard")))
                .as("each change once")
                .containsExactlyInAnyOrder(
                        "program.keyChosen", "key.madeStandard", "program.keyStandard");
        assertThat(first.standard()).isTrue();
    }

    /** Falling back to another key would make cards that their host refuses. */
    @Test
    void takesNoOtherKeyInPlaceOfAProgramsOwn() {
        World world = stage.world(2);
        TenantId tenant = world.issuer().tenant();
        ProgramId program = world.issuer().program();
        active(world, "First", KeyUsage.CARD_VERIFICATION);
        IssuerKey second = active(world, "Second", KeyUsage.CARD_VERIFICATION);
        choose(world.one(), program, second);
        stage.on(world, CeremonyKind.RETIRE, second.active().orElseThrow().id());
        refused("KEY_MISSING", () -> stripes.verifier(tenant, program));
        assertThat(told(world, program).ready()).isFalse();
        assertThat(told(world, program).offered())
                .extracting(IssuerKey::name)
                .containsExactly("First");
        IssuerKey renewed = active(world, "Second", KeyUsage.CARD_VERIFICATION);
        assertThat(renewed.id()).isEqualTo(second.id());
        assertThat(stripe(tenant, program))
                .as("its next version")
                .isEqualTo(checkValue(renewed))
                .isNotEqualTo(checkValue(second));
    }

    @Test
    void refusesKeysThatMakeNoCardsOrAreNotThere() {
        World world = stage.world(2);
        Actor one = world.one();
        ProgramId program = world.issuer().program();
        IssuerKey data = active(world, "Data", KeyUsage.DATA_ENCRYPTION);
        refused("KEY_NOT_FOR_CARDS", () -> choose(one, program, data));
        refused("KEY_NOT_FOR_CARDS", () -> programKeys.makeStandard(one, data.id()));
        IssuerKey first = active(world, "First", KeyUsage.PIN_OFFSET);
        stage.made(world, "Second", KeyUsage.PIN_OFFSET, KeyKind.TDEA_DOUBLE);
        IssuerKey prepared = named(world, "Second");
        refused("KEY_NOT_ACTIVE", () -> choose(one, program, prepared));
        refused("KEY_NOT_ACTIVE", () -> programKeys.makeStandard(one, prepared.id()));
        refused(
                "KEY_NOT_FOR_CARDS",
                () ->
                        programKeys.choose(
                                one,
                                program,
                                Map.of(KeyUsage.CARD_VERIFICATION, Optional.of(first.id()))));
        World others = stage.world(2);
        refused("NOT_FOUND", () -> choose(others.one(), program, first));
        refused("NOT_FOUND", () -> choose(others.one(), others.issuer().program(), first));
        refused("NOT_FOUND", () -> programKeys.makeStandard(others.one(), first.id()));
        for (Actor actor : List.of(world.issuer().administrator(), world.issuer().operator())) {
            refused("PERMISSION_MISSING", () -> programKeys.list(actor, program));
            refused("PERMISSION_MISSING", () -> choose(actor, program, first));
            refused("PERMISSION_MISSING", () -> programKeys.makeStandard(actor, first.id()));
            refused("PERMISSION_MISSING", () -> programKeys.of(actor, first.id()));
            refused(
                    "PERMISSION_MISSING",
                    () ->
                            programKeys.choose(
                                    actor, program, Map.of(KeyUsage.PIN_OFFSET, Optional.empty())));
        }
        refused(
                "KEY_NAME_TAKEN",
                () -> stage.made(world, "Data 2", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256));
    }

    @Test
    void hasOneStandardKeyHoweverManyAreMadeItAtOnce() throws Exception {
        World world = stage.world(2);
        List<IssuerKey> all =
                List.of(
                        active(world, "First", KeyUsage.PIN_VERIFICATION_VALUE),
                        active(world, "Second", KeyUsage.PIN_VERIFICATION_VALUE),
                        active(world, "Third", KeyUsage.PIN_VERIFICATION_VALUE));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                CyclicBarrier start = new CyclicBarrier(2);
                IssuerKey one = all.get(round % 3);
                IssuerKey other = all.get((round + 1) % 3);
                List<Future<?>> wishes =
                        List.of(
                                both.submit(() -> wish(start, world.one(), one)),
                                both.submit(() -> wish(start, world.custodians().get(1), other)));
                for (Future<?> wish : wishes) {
                    wish.get();
                }
                assertThat(keys.list(world.one()).stream().filter(IssuerKey::standard))
                        .extracting(IssuerKey::name)
                        .hasSize(1)
                        .containsAnyOf(one.name(), other.name());
            }
        }
    }

    private void choose(Actor actor, ProgramId program, IssuerKey key) {
        programKeys.choose(actor, program, Map.of(key.usage(), Optional.of(key.id())));
    }

    private void wish(CyclicBarrier start, Actor actor, IssuerKey key) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        programKeys.makeStandard(actor, key.id());
    }

    private IssuerKey active(World world, String name, KeyUsage usage) {
        KeyKind kind = usage == KeyUsage.DATA_ENCRYPTION ? KeyKind.AES_256 : KeyKind.TDEA_DOUBLE;
        stage.active(world, name, usage, kind);
        return named(world, name);
    }

    private IssuerKey named(World world, String name) {
        return keys.list(world.one()).stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ProgramKey told(World world, ProgramId program) {
        return programKeys.list(world.one(), program).stream()
                .filter(k -> k.usage() == KeyUsage.CARD_VERIFICATION)
                .findFirst()
                .orElseThrow();
    }

    private Optional<KeyCheckValue> inUse(TenantId tenant, ProgramId program, KeyUsage usage) {
        return switch (usage) {
            case CARD_VERIFICATION -> stripe(tenant, program);
            case CHIP_PERSONALIZATION ->
                    Optional.of(
                            chips.session(tenant, program, ChipIssuer.FIRST).transportCheckValue());
            case PIN_ENCRYPTION ->
                    Optional.of(
                            pins.session(tenant, program)
                                    .transportCheckValue(PinBlockFormat.ISO_0));
            default -> keys.of(tenant, program).active(usage).map(IssuerKeyVersion::checkValue);
        };
    }

    private Optional<KeyCheckValue> stripe(TenantId tenant, ProgramId program) {
        try (StripeKeys.Verifier verifier = stripes.verifier(tenant, program)) {
            return Optional.of(verifier.checkValue());
        }
    }

    private static Optional<KeyCheckValue> checkValue(IssuerKey key) {
        return key.active().map(IssuerKeyVersion::checkValue);
    }

    private String cardKey(TenantId tenant, ProgramId program) {
        return chips.session(tenant, program, ChipIssuer.FIRST)
                .cardKey(
                        ChipKeyUse.APPLICATION_CRYPTOGRAM,
                        CardKeyDerivation.OPTION_A,
                        PAN,
                        PanSequenceNumber.NONE)
                .checkValue();
    }
}
