package io.cardloom.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.dataprep.PreparationStage;
import io.cardloom.production.dataprep.RunOrder;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.CeremonyKind;
import io.cardloom.production.key.life.CeremonyPlan;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.CeremonyState;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.StripeKeys;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.VerificationValue;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a whole order needs in front of a device: custodians who make its keys there, a list, a run,
 * and its files read back. Nothing of it knows which device it is.
 */
public abstract class OrderInFrontOfADevice {

    protected static final int CARDS = 3;

    @TempDir protected static Path folder;

    @Autowired protected TwoIssuers issuers;
    @Autowired protected PreparationStage stage;
    @Autowired protected KeyCeremonies ceremonies;
    @Autowired protected StripeFormats formats;
    @Autowired protected StripeKeys stripeKeys;
    @Autowired protected PinMailers mailers;
    @Autowired protected AccountVault vault;

    /** A run that was prepared, and of what. */
    protected record Prepared(IssuerWorld world, CardOrderId order, RunOrder run) {}

    /** An issuer whose program wants verification values on its stripes, and mailers. */
    protected IssuerWorld issuer(String name, PinOrigin pins, MailerBlock block) {
        IssuerWorld world = issuers.another(name);
        formats.configure(
                world.administrator(),
                world.program(),
                new StripePatterns("", "{PVKI}{PVV}{CVV}").with(PinRule.of(pins)));
        mailers.switchOn(world.administrator(), world.program(), block);
        return world;
    }

    /** Two custodians have the device make a key, and take it into use. */
    protected void bringToLife(IssuerWorld world, Map<KeyUsage, KeyKind> keys) {
        Actor other =
                issuers.person(
                        Actor.system(world.tenant(), "founder"),
                        world.issuer(),
                        "Second custodian",
                        Role.KEY_CUSTODIAN);
        List<Actor> both = List.of(world.custodian(), other);
        List<PersonId> ids = both.stream().map(Actor::requirePerson).toList();
        keys.forEach(
                (usage, kind) -> {
                    NewKey key = new NewKey("Key " + usage.code(), usage, kind);
                    KeyVersionId made =
                            Objects.requireNonNull(
                                    held(both, CeremonyPlan.generate(key, ids)).version());
                    held(both, CeremonyPlan.on(CeremonyKind.ACTIVATE, made, "its time", ids));
                });
    }

    private KeyCeremony held(List<Actor> custodians, CeremonyPlan plan) {
        KeyCeremony ceremony = ceremonies.open(custodians.getFirst(), plan);
        for (Actor custodian : custodians) {
            ceremony = ceremonies.attend(custodian, ceremony.id());
        }
        assertThat(ceremony.state()).as(ceremony.reason()).isEqualTo(CeremonyState.COMPLETED);
        return ceremony;
    }

    protected CardOrderId order(IssuerWorld world) {
        OpensslIssuer bank = stage.bank(world, folder);
        return stage.order(world, bank, TestAccounts.csv(CARDS));
    }

    protected Prepared prepared(IssuerWorld world, CardOrderId order) {
        RunOrder run = PreparationStage.run(order, CARDS);
        stage.preparation.prepare(world.tenant(), run);
        return new Prepared(world, order, run);
    }

    /** The values that the device makes for a card stand on its stripe. */
    protected void requireStripes(Prepared of) {
        Map<Integer, AccountRecord> records =
                vault.open(of.world.tenant(), of.order, List.of(1, 2, 3));
        Set<String> values = new HashSet<>();
        try (StripeKeys.Verifier verifier =
                stripeKeys.verifier(of.world.tenant(), of.world.program())) {
            for (int number = 1; number <= CARDS; number++) {
                TrackData tracks =
                        stage.preparation.tracks(of.world.tenant(), of.run.run(), number);
                AccountRecord record = Objects.requireNonNull(records.get(number));
                String value = verifier.value(VerificationValue.STRIPE, record);
                assertThat(tracks.track2())
                        .matches(
                                ";"
                                        + record.pan().digits()
                                        + "="
                                        + record.expiry().yymm()
                                        + record.serviceCode().digits()
                                        + "1[0-9]{4}"
                                        + value
                                        + "\\?.?");
                values.add(tracks.track2());
            }
        }
        assertThat(values).hasSize(CARDS);
    }

    /** The lines of a run's file without its head. */
    protected List<String> lines(Prepared of, String file) throws IOException {
        try (InputStream in = stage.preparation.open(of.world.tenant(), of.run.run(), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
        }
    }

    protected static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
