package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.CeremonyStage.hex;
import static io.cardloom.production.key.life.CeremonyStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.CeremonyStage.World;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.share.Share;
import io.cardloom.production.key.share.Sharing;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(CeremonyStage.class)
class KeyCeremoniesTest {

    /** psec, tests/test_cvv.py; the components add up to it. */
    private static final String KEY = "99999999999999998888888888888888";

    private static final String FIRST = "0123456789ABCDEF0123456789ABCDEF";
    private static final String SECOND = "98BADCFE1032547689ABCDEF01234567";

    @Autowired CeremonyStage stage;
    @Autowired KeyCeremonies ceremonies;
    @Autowired CeremonyParts parts;
    @Autowired KeyCustody custody;
    @Autowired KeyDrivers drivers;
    @Autowired TwoIssuers issuers;

    @Test
    void takesAKeyInFromComponentsOfTwoCustodians() {
        World world = stage.world(2);
        KeyCeremony open = ceremonies.open(world.one(), components(world, checkValue(KEY)));
        char[] first = FIRST.toCharArray();
        parts.enter(world.one(), open.id(), first);
        assertThat(first).containsOnly('\0');
        KeyCeremony half = parts.confirm(world.one(), open.id());
        assertThat(half.state()).isEqualTo(CeremonyState.OPEN);
        assertThat(half.custodians().getFirst().checkValue()).isEqualTo(checkValue(FIRST));
        KeyCeremony done = stage.contribute(world.custodians().get(1), open.id(), hex(SECOND));
        assertThat(done.state()).as(done.reason()).isEqualTo(CeremonyState.COMPLETED);
        assertThat(done.checkValue()).isEqualTo(checkValue(KEY));
        KeyVersionId version = Objects.requireNonNull(done.version());
        assertThat(stage.state(world, version)).isEqualTo(KeyState.PREPARED);
        assertThat(custody.holders(world.one(), version))
                .containsEntry(1, world.one().requirePerson())
                .hasSize(2);
        assertThat(drivers.current().storage().holds(name(world, open.id().value()))).isFalse();
        assertThat(stage.trail(world))
                .extracting(r -> r.action())
                .contains(
                        "ceremony.opened",
                        "ceremony.contributed",
                        "ceremony.completed",
                        "key.prepared");
        assertThat(stage.trail(world))
                .allSatisfy(
                        r ->
                                assertThat(r.details().toString())
                                        .doesNotContainIgnoringCase(FIRST)
                                        .doesNotContainIgnoringCase(SECOND)
                                        .doesNotContainIgnoringCase(KEY));
    }

    @Test
    void failsAndForgetsWhenTheCheckValueIsAnother() {
        World world = stage.world(2);
        KeyCeremony open =
                ceremonies.open(world.one(), components(world, new KeyCheckValue("ABCDEF")));
        stage.contribute(world.one(), open.id(), hex(FIRST));
        KeyCeremony failed = stage.contribute(world.custodians().get(1), open.id(), hex(SECOND));
        assertThat(failed.state()).isEqualTo(CeremonyState.FAILED);
        assertThat(failed.reason()).startsWith("KEY_CHECK_VALUE");
        assertThat(failed.version()).isNull();
        assertThat(stage.keys.list(world.one())).isEmpty();
        assertThat(drivers.current().storage().holds(name(world, open.id().value()))).isFalse();
        refused("CEREMONY_STATE", () -> ceremonies.abandon(world.one(), open.id(), "again"));
    }

    @Test
    void failsOnAKeyWhoseHalvesAreTheSame() {
        World world = stage.world(2);
        KeyCeremony open = ceremonies.open(world.one(), components(world, null));
        stage.contribute(world.one(), open.id(), hex(FIRST));
        KeyCeremony failed =
                stage.contribute(
                        world.custodians().get(1), open.id(), hex("1111111111111111".repeat(2)));
        assertThat(failed.reason()).startsWith("KEY_WEAK");
    }

    @Test
    void refusesPartsThatAreNone() {
        World world = stage.world(3);
        KeyCeremony open = ceremonies.open(world.one(), components(world, null));
        Actor one = world.one();
        Actor two = world.custodians().get(1);
        char[] few = "0102".toCharArray();
        refused("KEY_COMPONENT_LENGTH", () -> parts.enter(one, open.id(), few));
        assertThat(few).containsOnly('\0');
        refused("KEY_COMPONENT_WEAK", () -> stage.contribute(one, open.id(), new byte[16]));
        refused("CEREMONY_TAKES_PARTS", () -> ceremonies.attend(one, open.id()));
        stage.contribute(one, open.id(), hex(FIRST));
        refused("CEREMONY_ALREADY_GIVEN", () -> stage.contribute(one, open.id(), hex(SECOND)));
        refused("KEY_COMPONENT_REPEATED", () -> stage.contribute(two, open.id(), hex(FIRST)));
        refused(
                "CEREMONY_NOT_YOURS",
                () -> stage.contribute(world.custodians().get(2), open.id(), hex(SECOND)));
        KeyCeremony attended =
                ceremonies.open(
                        one,
                        CeremonyPlan.generate(
                                new NewKey("CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE),
                                world.first(2)));
        refused("CEREMONY_TAKES_NO_PARTS", () -> stage.contribute(one, attended.id(), hex(FIRST)));
        refused("CEREMONY_STATE", () -> parts.take(one, attended.id()));
    }

    @Test
    void refusesPlansThatAreNone() {
        World world = stage.world(3);
        Actor one = world.one();
        NewKey key = new NewKey("CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        PersonId person = one.requirePerson();
        refused("CEREMONY_CUSTODIANS", () -> open(one, CeremonyPlan.generate(key, world.first(1))));
        refused(
                "CEREMONY_CUSTODIAN_TWICE",
                () -> open(one, CeremonyPlan.components(key, List.of(person, person))));
        refused("CEREMONY_QUORUM", () -> open(one, CeremonyPlan.shared(key, 1, world.first(3))));
        refused("CEREMONY_QUORUM", () -> open(one, CeremonyPlan.shared(key, 4, world.first(3))));
        PersonId operator = world.issuer().operator().requirePerson();
        PersonId stranger = issuers.b().custodian().requirePerson();
        for (PersonId other : List.of(operator, stranger)) {
            refused(
                    "CUSTODIAN_UNKNOWN",
                    () -> open(one, CeremonyPlan.generate(key, List.of(person, other))));
        }
        refused(
                "KEY_KIND",
                () ->
                        open(
                                one,
                                CeremonyPlan.generate(
                                        new NewKey(
                                                "A", KeyUsage.CARD_VERIFICATION, KeyKind.AES_128),
                                        world.first(2))));
        refused(
                "KEY_NAME",
                () ->
                        open(
                                one,
                                CeremonyPlan.generate(
                                        new NewKey(
                                                " ",
                                                KeyUsage.CARD_VERIFICATION,
                                                KeyKind.TDEA_DOUBLE),
                                        world.first(2))));
        KeyVersionId version =
                stage.made(world, "CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        refused(
                "KEY_NAME_TAKEN",
                () ->
                        open(
                                one,
                                CeremonyPlan.generate(
                                        new NewKey(
                                                "CVK", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256),
                                        world.first(2))));
        refused("REASON_REQUIRED", () -> open(one, on(world, CeremonyKind.ACTIVATE, version, "")));
        refused(
                "REASON_TOO_LONG",
                () -> open(one, on(world, CeremonyKind.ACTIVATE, version, "x".repeat(401))));
        refused("KEY_NOT_SHARED", () -> open(one, on(world, CeremonyKind.RESTORE, version, "why")));
        for (Actor other :
                List.of(
                        world.issuer().administrator(),
                        world.issuer().operator(),
                        world.issuer().auditor())) {
            refused(
                    "PERMISSION_MISSING",
                    () -> open(other, CeremonyPlan.generate(key, world.first(2))));
            refused("PERMISSION_MISSING", () -> ceremonies.list(other, 0, 10));
        }
        refused(
                "PERSON_REQUIRED",
                () ->
                        open(
                                Actor.system(world.issuer().tenant(), "job"),
                                CeremonyPlan.generate(key, world.first(2))));
    }

    @Test
    void sharesAKeyAndRestoresItFromAnyQuorum() {
        World world = stage.world(5);
        KeyCeremony ceremony =
                stage.held(
                        world,
                        CeremonyPlan.shared(
                                new NewKey("Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256),
                                3,
                                world.first(5)));
        assertThat(ceremony.state()).isEqualTo(CeremonyState.DISTRIBUTING);
        List<Share> shares = new ArrayList<>();
        for (Actor custodian : world.custodians()) {
            Share share = parts.take(custodian, ceremony.id());
            assertThat(share.toString()).isEqualTo("Share[REDACTED]");
            shares.add(share);
            refused("SHARE_TAKEN", () -> parts.take(custodian, ceremony.id()));
        }
        KeyCeremony done = ceremonies.get(world.one(), ceremony.id());
        assertThat(done.state()).isEqualTo(CeremonyState.COMPLETED);
        KeyVersionId version = Objects.requireNonNull(done.version());
        byte[] made = Sharing.combine(shares.subList(1, 4));
        assertThat(KeyCheckValue.ofAes(made)).isEqualTo(done.checkValue());

        KeyName name = name(world, version.value());
        drivers.current().storage().destroy(name);
        List<Actor> three = world.custodians().subList(2, 5);
        List<PersonId> people = three.stream().map(Actor::requirePerson).toList();
        KeyCeremony restoring =
                open(
                        world.one(),
                        CeremonyPlan.on(CeremonyKind.RESTORE, version, "new device", people));
        for (int i = 0; i < 3; i++) {
            restoring = stage.contribute(three.get(i), restoring.id(), shares.get(i + 2).bytes());
        }
        assertThat(restoring.state()).as(restoring.reason()).isEqualTo(CeremonyState.COMPLETED);
        byte[] sealed = drivers.current().protection().seal(name, new byte[] {1}, "there");
        assertThat(drivers.current().protection().open(name, sealed, "there")).containsExactly(1);
        assertThat(stage.keys.list(world.one()).getFirst().versions()).hasSize(1);
        refused(
                "KEY_NOT_SHARED",
                () -> open(world.one(), on(world, CeremonyKind.RESTORE, version, "two do not do")));
    }

    @Test
    void failsToRestoreFromAForeignShare() {
        World world = stage.world(3);
        KeyCeremony ceremony =
                stage.held(
                        world,
                        CeremonyPlan.shared(
                                new NewKey("Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256),
                                2,
                                world.first(2)));
        Share one = parts.take(world.one(), ceremony.id());
        parts.take(world.custodians().get(1), ceremony.id()).close();
        KeyVersionId version = Objects.requireNonNull(ceremony.version());
        refused(
                "CUSTODIAN_WITHOUT_SHARE",
                () ->
                        open(
                                world.one(),
                                CeremonyPlan.on(
                                        CeremonyKind.RESTORE,
                                        version,
                                        "why",
                                        List.of(
                                                world.one().requirePerson(),
                                                world.custodians().get(2).requirePerson()))));
        KeyCeremony restoring = open(world.one(), on(world, CeremonyKind.RESTORE, version, "why"));
        stage.contribute(world.one(), restoring.id(), one.bytes());
        KeyCeremony failed =
                stage.contribute(world.custodians().get(1), restoring.id(), hex("5A".repeat(32)));
        assertThat(failed.state()).isEqualTo(CeremonyState.FAILED);
        assertThat(failed.reason()).startsWith("KEY_CHECK_VALUE");
    }

    @Test
    void destroysAKeyWhoseSharesWereNotAllTakenAway() {
        World world = stage.world(2);
        KeyCeremony ceremony =
                stage.held(
                        world,
                        CeremonyPlan.shared(
                                new NewKey("Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256),
                                2,
                                world.first(2)));
        parts.take(world.one(), ceremony.id()).close();
        refused("REASON_REQUIRED", () -> ceremonies.abandon(world.one(), ceremony.id(), " "));
        Actor outsider = outsider(world);
        refused("CEREMONY_NOT_YOURS", () -> ceremonies.abandon(outsider, ceremony.id(), "mine"));
        KeyCeremony abandoned =
                ceremonies.abandon(world.one(), ceremony.id(), "an envelope was lost");
        assertThat(abandoned.state()).isEqualTo(CeremonyState.ABANDONED);
        KeyVersionId version = Objects.requireNonNull(abandoned.version());
        assertThat(stage.state(world, version)).isEqualTo(KeyState.DESTROYED);
        assertThat(drivers.current().storage().holds(name(world, version.value()))).isFalse();
        refused("CEREMONY_STATE", () -> parts.take(world.custodians().get(1), ceremony.id()));
    }

    /** PCI Card Production, Logical, 8.4: a custodian is never moved into a second component. */
    @Test
    void neverGivesACustodianASecondPartHoweverTheyAreHandedOver() {
        World world = stage.world(6);
        KeyCeremony ceremony =
                stage.held(
                        world,
                        CeremonyPlan.shared(
                                new NewKey("Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256),
                                2,
                                world.first(3)));
        KeyVersionId version = Objects.requireNonNull(ceremony.version());
        Map<PersonId, Integer> ever = new HashMap<>();
        custody.holders(world.one(), version).forEach((n, p) -> ever.put(p, n));
        Random random = new Random(8);
        int handed = 0;
        for (int i = 0; i < 60; i++) {
            Actor from = world.custodians().get(random.nextInt(6));
            PersonId to = world.custodians().get(random.nextInt(6)).requirePerson();
            Map<Integer, PersonId> before = custody.holders(world.one(), version);
            if (!before.containsValue(from.requirePerson())) {
                refused("COMPONENT_NOT_HELD", () -> custody.handOver(from, version, to));
            } else if (ever.containsKey(to)) {
                refused("CUSTODIAN_SECOND_COMPONENT", () -> custody.handOver(from, version, to));
            } else {
                custody.handOver(from, version, to);
                handed++;
                ever.put(to, Objects.requireNonNull(ever.get(from.requirePerson())));
            }
            custody.holders(world.one(), version)
                    .forEach((n, p) -> assertThat(ever).containsEntry(p, n));
        }
        assertThat(handed).isEqualTo(3);
        PersonId operator = world.issuer().operator().requirePerson();
        refused("CUSTODIAN_UNKNOWN", () -> custody.handOver(world.one(), version, operator));
    }

    @Test
    void letsOneOfTwoWinWhoDoTheSameAtOnce() throws Exception {
        World world = stage.world(2);
        KeyCeremony open = ceremonies.open(world.one(), components(world, checkValue(KEY)));
        stage.contribute(world.one(), open.id(), hex(FIRST));
        Actor two = world.custodians().get(1);
        List<Callable<KeyCeremony>> same = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            same.add(() -> stage.contribute(two, open.id(), hex(SECOND)));
        }
        int won = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<KeyCeremony> each : threads.invokeAll(same)) {
                try {
                    assertThat(each.get().state()).isEqualTo(CeremonyState.COMPLETED);
                    won++;
                } catch (java.util.concurrent.ExecutionException e) {
                    refused("CEREMONY_ALREADY_GIVEN", () -> throwing(e.getCause()));
                }
            }
        }
        assertThat(won).isOne();
        assertThat(stage.keys.list(world.one()).getFirst().versions()).hasSize(1);
    }

    @Test
    void showsACeremonyToItsIssuerOnly() {
        World world = stage.world(2);
        KeyCeremony open = ceremonies.open(world.one(), components(world, null));
        Actor other = issuers.b().custodian();
        refused("NOT_FOUND", () -> ceremonies.get(other, open.id()));
        refused("NOT_FOUND", () -> stage.contribute(other, open.id(), hex(FIRST)));
        refused("NOT_FOUND", () -> ceremonies.abandon(other, open.id(), "mine"));
        refused("NOT_FOUND", () -> parts.take(other, open.id()));
        assertThat(ceremonies.list(other, 0, 100)).extracting(KeyCeremony::id).isEmpty();
        assertThat(ceremonies.list(world.one(), 0, 100))
                .extracting(KeyCeremony::id)
                .containsExactly(open.id());
    }

    private Actor outsider(World world) {
        return issuers.person(
                Actor.system(world.issuer().tenant(), "founder"),
                world.issuer().issuer(),
                "Olaf",
                io.cardloom.tenancy.permission.Role.KEY_CUSTODIAN);
    }

    private KeyCeremony open(Actor actor, CeremonyPlan plan) {
        return ceremonies.open(actor, plan);
    }

    private static CeremonyPlan on(
            World world, CeremonyKind kind, KeyVersionId version, String reason) {
        return CeremonyPlan.on(kind, version, reason, world.first(2));
    }

    private static CeremonyPlan components(
            World world, @org.jspecify.annotations.Nullable KeyCheckValue expected) {
        return CeremonyPlan.components(
                new NewKey("CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE, expected),
                world.first(2));
    }

    private static KeyName name(World world, String id) {
        return KeyName.of(world.issuer().tenant(), id);
    }

    private static KeyCheckValue checkValue(String key) {
        try (ClearKey clear = new ClearKey(KeyKind.TDEA_DOUBLE, HexFormat.of().parseHex(key))) {
            return clear.checkValue();
        }
    }

    private static void throwing(@org.jspecify.annotations.Nullable Throwable cause)
            throws Throwable {
        throw Objects.requireNonNull(cause);
    }
}
