package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.VerificationValues;
import io.cardloom.production.key.life.CeremonyKind;
import io.cardloom.production.key.life.CeremonyPlan;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.life.ProgramKeys;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.magstripe.Track2;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.PersonId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs of two programs of one issuer, whose cards are made with other keys. */
@SpringBootTest
class ProgramKeysOnTheLineTest {

    private static final int CARDS = 3;

    @TempDir Path folder;

    @Autowired PreparationStage stage;
    @Autowired StripeFormats formats;
    @Autowired KeyCeremonies ceremonies;
    @Autowired IssuerKeys keys;
    @Autowired ProgramKeys programKeys;
    @Autowired KeyDrivers drivers;
    @Autowired AccountVault vault;
    @Autowired TwoIssuers issuers;

    @Test
    void verifiesEachProgramsCardsWithItsOwnKey() {
        IssuerWorld world = issuers.another("Two Schemes Bank");
        IssuerKeyVersion standard = active(world, "First scheme");
        IssuerKeyVersion own = active(world, "Second scheme");
        programKeys.choose(
                world.custodian(),
                world.otherProgram(),
                Map.of(KeyUsage.CARD_VERIFICATION, Optional.of(own.key())));
        OpensslIssuer bank = stage.bank(world, folder);
        verified(world, bank, world.program(), standard);
        verified(world, bank, world.otherProgram(), own);
    }

    private void verified(
            IssuerWorld world, OpensslIssuer bank, ProgramId program, IssuerKeyVersion key) {
        formats.configure(world.administrator(), program, new StripePatterns("{CVV}", "{CVV}"));
        CardOrderId order = stage.order(world, program, bank, TestAccounts.csv(CARDS));
        RunOrder run = PreparationStage.run(order, CARDS);
        PreparedRun prepared = stage.preparation.prepare(world.tenant(), run);
        assertThat(prepared.keyCheckValues()).containsEntry("stripe-cvk", key.checkValue().hex6());
        Map<Integer, AccountRecord> records = vault.open(world.tenant(), order, List.of(1, 2, 3));
        try (VerificationValues.Key device =
                drivers.current()
                        .verification()
                        .open(KeyName.of(world.tenant(), key.id().value()))) {
            records.forEach(
                    (number, card) ->
                            assertThat(
                                            Track2.parse(
                                                            stage.preparation
                                                                    .tracks(
                                                                            world.tenant(),
                                                                            run.run(),
                                                                            number)
                                                                    .track2())
                                                    .discretionaryData())
                                    .isEqualTo(
                                            device.value(
                                                    card.pan().digits(),
                                                    card.expiry().yymm(),
                                                    card.serviceCode().digits())));
        }
        assertThat(records).hasSize(CARDS);
    }

    private IssuerKeyVersion active(IssuerWorld world, String name) {
        Actor second =
                issuers.person(
                        Actor.system(world.tenant(), "founder"),
                        world.issuer(),
                        "Second of " + name,
                        Role.KEY_CUSTODIAN);
        List<PersonId> both = List.of(world.custodian().requirePerson(), second.requirePerson());
        KeyVersionId made =
                held(
                        world,
                        second,
                        CeremonyPlan.generate(
                                new CeremonyPlan.NewKey(
                                        name, KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE),
                                both));
        held(world, second, CeremonyPlan.on(CeremonyKind.ACTIVATE, made, "for cards", both));
        return keys.version(world.tenant(), made).orElseThrow();
    }

    private KeyVersionId held(IssuerWorld world, Actor second, CeremonyPlan plan) {
        KeyCeremony open = ceremonies.open(world.custodian(), plan);
        ceremonies.attend(world.custodian(), open.id());
        return Objects.requireNonNull(ceremonies.attend(second, open.id()).version());
    }
}
