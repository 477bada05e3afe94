package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.CeremonyStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.CeremonyStage.World;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.identity.Person;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(CeremonyStage.class)
class CeremonyPartsTest {

    private static final String FIRST = "0123456789ABCDEF0123456789ABCDEF";
    private static final String SECOND = "98BADCFE1032547689ABCDEF01234567";

    @Autowired CeremonyStage stage;
    @Autowired KeyCeremonies ceremonies;
    @Autowired CeremonyParts parts;
    @Autowired CeremonyClock ticking;
    @Autowired CeremonyRepository repository;
    @Autowired CeremonyDesk desk;
    @Autowired CeremonyEnd end;
    @Autowired SealedParts sealed;
    @Autowired KeyDrivers drivers;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;
    @Autowired Clock clock;

    @Test
    void countsAPartOnlyOnceItsCheckValueWasCompared() {
        World world = stage.world(2);
        Actor one = world.one();
        Actor two = world.custodians().get(1);
        CeremonyId id = components(world);
        refused("KEY_COMPONENT_MISSING", () -> parts.confirm(one, id));
        String shown = parts.enter(one, id, "0000-0000 0000-0001".repeat(2).toCharArray()).hex6();
        KeyCeremony.Custodian entered = ceremonies.get(one, id).custodians().getFirst();
        assertThat(entered.came()).isFalse();
        assertThat(Objects.requireNonNull(entered.checkValue()).hex6()).isEqualTo(shown);
        parts.takeBack(one, id);
        assertThat(ceremonies.get(one, id).custodians().getFirst().checkValue()).isNull();
        refused("KEY_COMPONENT_MISSING", () -> parts.confirm(one, id));
        parts.enter(one, id, SECOND.toCharArray());
        assertThat(parts.enter(one, id, FIRST.toLowerCase().toCharArray()).hex6())
                .as("entered again, it replaces the one before")
                .isNotEqualTo(shown);
        assertThat(parts.confirm(one, id).state()).isEqualTo(CeremonyState.OPEN);
        refused("CEREMONY_ALREADY_GIVEN", () -> parts.takeBack(one, id));
        parts.enter(two, id, SECOND.toCharArray());
        assertThat(ceremonies.get(two, id).state()).isEqualTo(CeremonyState.OPEN);
        assertThat(parts.confirm(two, id).state()).isEqualTo(CeremonyState.COMPLETED);
        assertThat(ceremonies.history(two, id))
                .extracting(AuditRecord::action)
                .containsSubsequence(
                        "ceremony.opened",
                        "ceremony.partEntered",
                        "ceremony.partTakenBack",
                        "ceremony.contributed",
                        "ceremony.completed");
        assertThat(ceremonies.history(two, id).toString())
                .doesNotContainIgnoringCase(FIRST)
                .doesNotContainIgnoringCase(SECOND);
    }

    @Test
    void refusesWhatIsNotHexadecimalAndWipesIt() {
        World world = stage.world(2);
        CeremonyId id = components(world);
        char[] letter = (FIRST.substring(1) + "G").toCharArray();
        refused("KEY_COMPONENT_CHARACTERS", () -> parts.enter(world.one(), id, letter));
        assertThat(letter).containsOnly('\0');
        char[] odd = FIRST.substring(1).toCharArray();
        refused("KEY_COMPONENT_LENGTH", () -> parts.enter(world.one(), id, odd));
        assertThat(odd).containsOnly('\0');
        refused(
                "KEY_COMPONENT_CHARACTERS",
                () -> parts.enter(world.one(), id, "\u0660".repeat(32).toCharArray()));
        assertThat(ceremonies.get(world.one(), id).custodians().getFirst().checkValue()).isNull();
    }

    @Test
    void takesNothingAfterItsTimeAndIsAbandonedOnce() {
        World world = stage.world(2);
        Actor one = world.one();
        CeremonyId id = components(world);
        parts.enter(one, id, FIRST.toCharArray());
        Clock later = Clock.offset(clock, Duration.ofHours(24).plusMinutes(1));
        CeremonyParts late =
                new CeremonyParts(
                        repository,
                        new CeremonySteps(repository, desk, end, work, later),
                        sealed,
                        desk,
                        work,
                        later);
        refused("CEREMONY_EXPIRED", () -> late.confirm(one, id));
        refused("CEREMONY_EXPIRED", () -> late.enter(one, id, FIRST.toCharArray()));
        assertThat(ticking.tick(one.tenant())).isZero();
        CeremonyClock ticked = new CeremonyClock(repository, desk, work, later);
        assertThat(ticked.tick(one.tenant())).isOne();
        assertThat(ticked.tick(one.tenant())).isZero();
        KeyCeremony over = ceremonies.get(one, id);
        assertThat(over.state()).isEqualTo(CeremonyState.ABANDONED);
        assertThat(over.reason()).startsWith("It ran out of time");
        assertThat(drivers.current().storage().holds(KeyName.of(one.tenant(), id.value())))
                .as("what sealed the part is gone")
                .isFalse();
        refused("CEREMONY_STATE", () -> parts.confirm(one, id));
    }

    @Test
    void destroysAKeyWhoseSharesWereNotTakenInTimeUnlessItIsInUse() {
        World world = stage.world(2);
        KeyVersionId left = Objects.requireNonNull(shared(world, "Left").version());
        KeyVersionId used = Objects.requireNonNull(shared(world, "Used").version());
        stage.on(world, CeremonyKind.ACTIVATE, used);
        Clock later = Clock.offset(clock, Duration.ofHours(25));
        assertThat(new CeremonyClock(repository, desk, work, later).tick(world.one().tenant()))
                .isOne();
        assertThat(stage.state(world, left)).isEqualTo(KeyState.DESTROYED);
        assertThat(stage.state(world, used)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    void tellsCustodiansWhomTheyCanNameAndWhenAKeyIsToBeReplaced() {
        World world = stage.world(3);
        assertThat(ceremonies.custodians(world.one()))
                .extracting(Person::id)
                .containsExactlyInAnyOrderElementsOf(world.first(3));
        refused("PERMISSION_MISSING", () -> ceremonies.custodians(world.issuer().administrator()));
        stage.made(world, "Block", KeyUsage.KEY_BLOCK_PROTECTION, KeyKind.AES_256);
        IssuerKey key = stage.keys.list(world.one()).getFirst();
        IssuerKeyVersion version = key.versions().getFirst();
        assertThat(version.replaceBy()).isEqualTo(version.madeAt().plus(Duration.ofDays(730)));
        assertThat(stage.keys.history(world.one(), key.id()))
                .extracting(AuditRecord::action)
                .containsExactly("key.prepared");
        Actor stranger = issuers.b().custodian();
        refused("NOT_FOUND", () -> stage.keys.history(stranger, key.id()));
        refused("NOT_FOUND", () -> ceremonies.history(stranger, components(world)));
        assertThat(ceremonies.count(world.one())).isEqualTo(2);
    }

    private KeyCeremony shared(World world, String name) {
        return stage.held(
                world,
                CeremonyPlan.shared(
                        new NewKey(name, KeyUsage.KEY_BLOCK_PROTECTION, KeyKind.AES_256),
                        2,
                        world.first(2)));
    }

    private CeremonyId components(World world) {
        return ceremonies
                .open(
                        world.one(),
                        CeremonyPlan.components(
                                new NewKey("CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE),
                                world.first(2)))
                .id();
    }
}
