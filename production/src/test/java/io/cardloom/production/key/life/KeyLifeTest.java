package io.cardloom.production.key.life;

import static io.cardloom.production.key.life.CeremonyStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.life.CeremonyStage.World;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.FreshKey;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(CeremonyStage.class)
class KeyLifeTest {

    private static final Path DIAGRAM = Path.of("../docs/key-states.md");
    private static final byte[] PLAIN = "nobody reads this".getBytes(StandardCharsets.UTF_8);

    @Autowired CeremonyStage stage;
    @Autowired DataKeys dataKeys;
    @Autowired KeyDrivers drivers;
    @Autowired TwoIssuers issuers;
    @Autowired TenantWork work;
    @Autowired Clock clock;

    /** Written anew with {@code -Dcardloom.write.docs=true}. */
    @Test
    void drawsTheDiagramThatTheTablesAre() throws IOException {
        if (Boolean.getBoolean("cardloom.write.docs")) {
            Files.writeString(DIAGRAM, drawn());
        }
        assertThat(DIAGRAM).hasContent(drawn());
    }

    @Test
    void walksEveryArrowOfAVersion() {
        World world = stage.world(2);
        Set<String> walked = new HashSet<>();
        for (KeyTransitions.Arrow arrow : KeyTransitions.ARROWS) {
            KeyVersionId version = in(world, arrow.from());
            assertThat(stage.state(world, version)).isEqualTo(arrow.from());
            KeyCeremony held = stage.on(world, kind(arrow.verb()), version);
            assertThat(held.state()).as(held.reason()).isEqualTo(CeremonyState.COMPLETED);
            assertThat(stage.state(world, version)).isEqualTo(arrow.to());
            walked.add(arrow.from() + " " + arrow.verb() + " " + stage.state(world, version));
        }
        assertThat(walked).hasSameSizeAs(KeyTransitions.ARROWS);
        assertThat(stage.trail(world))
                .extracting(r -> r.action())
                .contains("key.activated", "key.retired", "key.revoked", "key.destroyed");
    }

    @Test
    void refusesEveryOtherStep() {
        World world = stage.world(2);
        for (KeyState from : KeyState.values()) {
            KeyVersionId version = in(world, from);
            for (KeyVerb verb : KeyVerb.values()) {
                boolean arrow =
                        KeyTransitions.ARROWS.stream()
                                .anyMatch(a -> a.from() == from && a.verb() == verb);
                if (!arrow) {
                    KeyCeremony held = stage.on(world, kind(verb), version);
                    assertThat(held.state()).isEqualTo(CeremonyState.FAILED);
                    assertThat(held.reason()).startsWith("KEY_STATE");
                    assertThat(stage.state(world, version)).isEqualTo(from);
                }
            }
        }
    }

    @Test
    void needsASecondPersonForEveryStep() {
        World world = stage.world(3);
        KeyVersionId version =
                stage.made(world, "CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        KeyCeremony open =
                stage.ceremonies.open(
                        world.one(),
                        CeremonyPlan.on(CeremonyKind.DESTROY, version, "because", world.first(2)));
        stage.ceremonies.attend(world.one(), open.id());
        refused("CEREMONY_ALREADY_GIVEN", () -> stage.ceremonies.attend(world.one(), open.id()));
        refused(
                "CEREMONY_NOT_YOURS",
                () -> stage.ceremonies.attend(world.custodians().get(2), open.id()));
        assertThat(stage.state(world, version)).isEqualTo(KeyState.PREPARED);
        stage.ceremonies.abandon(world.one(), open.id(), "not now");
        refused(
                "CEREMONY_STATE",
                () -> stage.ceremonies.attend(world.custodians().get(1), open.id()));
        assertThat(stage.state(world, version)).isEqualTo(KeyState.PREPARED);
    }

    @Test
    void rotatesTheKeyOfDataWithoutLosingOldOnes() {
        World world = stage.world(2);
        TenantId tenant = world.issuer().tenant();
        String zero = CardOrderId.next(clock).value();
        byte[] before = kept(tenant, zero);
        KeyVersionId first = stage.active(world, "Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        String one = CardOrderId.next(clock).value();
        byte[] old = kept(tenant, one);
        KeyVersionId second =
                stage.active(world, "Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        String two = CardOrderId.next(clock).value();
        byte[] fresh = kept(tenant, two);
        assertThat(stage.state(world, first)).isEqualTo(KeyState.RETIRED);
        assertThat(stage.state(world, second)).isEqualTo(KeyState.ACTIVE);
        assertThat(dataKeys.find(tenant, zero).orElseThrow().open(before, "row")).isEqualTo(PLAIN);
        assertThat(dataKeys.find(tenant, one).orElseThrow().open(old, "row")).isEqualTo(PLAIN);
        assertThat(dataKeys.find(tenant, two).orElseThrow().open(fresh, "row")).isEqualTo(PLAIN);
        assertThat(dataKeys.needs(tenant, first)).isTrue();

        KeyCeremony early = stage.on(world, CeremonyKind.DESTROY, first);
        assertThat(early.state()).isEqualTo(CeremonyState.FAILED);
        assertThat(early.reason()).startsWith("KEY_IN_USE");
        dataKeys.destroy(tenant, one);
        assertThat(stage.on(world, CeremonyKind.DESTROY, first).state())
                .isEqualTo(CeremonyState.COMPLETED);
        assertThat(drivers.current().storage().holds(KeyName.of(tenant, first.value()))).isFalse();
        assertThat(dataKeys.find(tenant, two).orElseThrow().open(fresh, "row")).isEqualTo(PLAIN);
        assertThat(stage.keys.list(world.one()).getFirst().versions())
                .extracting(IssuerKeyVersion::state)
                .containsExactly(KeyState.ACTIVE, KeyState.DESTROYED);
    }

    @Test
    void keepsTheDeviceInStepWhenTheWorkFalls() {
        World world = stage.world(2);
        TenantId tenant = world.issuer().tenant();
        KeyVersionId version =
                stage.made(world, "CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        KeyCeremony open =
                stage.ceremonies.open(
                        world.one(),
                        CeremonyPlan.on(CeremonyKind.DESTROY, version, "why", world.first(2)));
        stage.ceremonies.attend(world.one(), open.id());
        try {
            work.run(
                    tenant,
                    () -> {
                        stage.ceremonies.attend(world.custodians().get(1), open.id());
                        throw new IllegalStateException("the lights go out");
                    });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the lights go out");
        }
        assertThat(stage.state(world, version)).isEqualTo(KeyState.PREPARED);
        assertThat(drivers.current().storage().holds(KeyName.of(tenant, version.value()))).isTrue();
    }

    @Test
    void takesAKeyBlockInAndLetsOneOut() {
        World world = stage.world(2);
        KeyVersionId protection =
                stage.active(world, "Bureau", KeyUsage.KEY_BLOCK_PROTECTION, KeyKind.AES_256);
        KeyVersionId cvk =
                stage.active(world, "CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        KeyCeremony out =
                stage.held(
                        world,
                        CeremonyPlan.export(cvk, protection, "for the bureau", world.first(2)));
        assertThat(out.state()).as(out.reason()).isEqualTo(CeremonyState.COMPLETED);
        String block = Objects.requireNonNull(out.keyBlock());
        assertThat(KeyBlocks.claimed(block).usage()).isEqualTo(KeyUsage.CARD_VERIFICATION);

        NewKey same =
                new NewKey(
                        "CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE, out.checkValue());
        KeyCeremony in =
                stage.held(world, CeremonyPlan.block(same, block, protection, world.first(2)));
        assertThat(in.state()).as(in.reason()).isEqualTo(CeremonyState.COMPLETED);
        assertThat(in.checkValue()).isEqualTo(out.checkValue());
        assertThat(in.keyBlock()).isNull();
        assertThat(stage.keys.get(world.one(), keyOf(world, cvk)).versions()).hasSize(2);

        char last = block.charAt(block.length() - 1);
        String changed = block.substring(0, block.length() - 1) + (last == '0' ? '1' : '0');
        KeyCeremony broken =
                stage.held(world, CeremonyPlan.block(same, changed, protection, world.first(2)));
        assertThat(broken.state()).isEqualTo(CeremonyState.FAILED);
        assertThat(broken.reason()).startsWith("KEY_BLOCK_MAC");
        refused(
                "KEY_BLOCK_LENGTH",
                () ->
                        stage.ceremonies.open(
                                world.one(),
                                CeremonyPlan.block(same, block + "0", protection, world.first(2))));
        NewKey other = new NewKey("PVK", KeyUsage.PIN_VERIFICATION_VALUE, KeyKind.TDEA_DOUBLE);
        refused(
                "KEY_BLOCK_USAGE",
                () ->
                        stage.ceremonies.open(
                                world.one(),
                                CeremonyPlan.block(other, block, protection, world.first(2))));
        refused(
                "KEY_NOT_PROTECTING",
                () ->
                        stage.ceremonies.open(
                                world.one(), CeremonyPlan.block(same, block, cvk, world.first(2))));
    }

    @Test
    void showsKeysToTheirIssuerOnly() {
        World world = stage.world(2);
        KeyVersionId version =
                stage.made(world, "CVK", KeyUsage.CARD_VERIFICATION, KeyKind.TDEA_DOUBLE);
        KeyId key = keyOf(world, version);
        refused("NOT_FOUND", () -> stage.keys.get(issuers.b().custodian(), key));
        assertThat(stage.keys.version(issuers.b().tenant(), version)).isEmpty();
        refused("PERMISSION_MISSING", () -> stage.keys.list(world.issuer().administrator()));
        refused("PERMISSION_MISSING", () -> stage.keys.get(world.issuer().operator(), key));
    }

    private KeyId keyOf(World world, KeyVersionId version) {
        return stage.keys.version(world.issuer().tenant(), version).orElseThrow().key();
    }

    private byte[] kept(TenantId tenant, String scope) {
        FreshKey fresh = dataKeys.fresh(tenant, scope);
        dataKeys.keep(fresh);
        return fresh.key().seal(PLAIN, "row");
    }

    private KeyVersionId in(World world, KeyState state) {
        KeyVersionId version =
                stage.made(world, "MAC " + state, KeyUsage.MAC_RETAIL, KeyKind.TDEA_DOUBLE);
        List<CeremonyKind> way =
                switch (state) {
                    case PREPARED -> List.of();
                    case ACTIVE -> List.of(CeremonyKind.ACTIVATE);
                    case RETIRED -> List.of(CeremonyKind.ACTIVATE, CeremonyKind.RETIRE);
                    case COMPROMISED -> List.of(CeremonyKind.REVOKE);
                    case DESTROYED -> List.of(CeremonyKind.DESTROY);
                };
        way.forEach(kind -> stage.on(world, kind, version));
        return version;
    }

    private static CeremonyKind kind(KeyVerb verb) {
        return CeremonyKind.valueOf(verb.name());
    }

    private static String drawn() {
        List<String> lines = new ArrayList<>();
        lines.add("# The life of a key's version, and of a ceremony");
        lines.add("");
        lines.add(
                "Drawn from the tables `KeyTransitions` and `CeremonyTransitions`; a test compares"
                        + " them and walks every arrow.");
        lines.addAll(List.of("", "## A version of a key", ""));
        lines.addAll(
                mermaid(
                        "PREPARED",
                        KeyTransitions.ARROWS.stream()
                                .map(
                                        a ->
                                                a.from()
                                                        + " --> "
                                                        + a.to()
                                                        + ": "
                                                        + a.verb().name().toLowerCase(Locale.ROOT)),
                        Stream.of("DESTROYED")));
        lines.addAll(List.of("", "## A ceremony", ""));
        lines.addAll(
                mermaid(
                        "OPEN",
                        CeremonyTransitions.ARROWS.stream()
                                .map(a -> a.from() + " --> " + a.to() + ": " + a.verb()),
                        Stream.of(CeremonyState.values())
                                .filter(CeremonyState::closed)
                                .map(Enum::name)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> mermaid(String first, Stream<String> arrows, Stream<String> last) {
        List<String> lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2"));
        lines.add("    [*] --> " + first);
        arrows.forEach(a -> lines.add("    " + a));
        last.forEach(s -> lines.add("    " + s + " --> [*]"));
        lines.add("```");
        return lines;
    }

    /** Every arrow of a ceremony is walked by {@link KeyCeremoniesTest}; here it is seen to be. */
    @Test
    void walksEveryArrowOfACeremony() {
        World world = stage.world(2);
        Set<String> walked = new HashSet<>();
        NewKey key = new NewKey("Data", KeyUsage.DATA_ENCRYPTION, KeyKind.AES_256);
        CeremonyPlan shared = CeremonyPlan.shared(key, 2, world.first(2));
        KeyCeremony sharing = stage.held(world, shared);
        walked.add("OPEN " + sharing.state());
        world.custodians().forEach(c -> stage.parts.take(c, sharing.id()).close());
        walked.add("DISTRIBUTING " + stage.ceremonies.get(world.one(), sharing.id()).state());
        KeyCeremony lost = stage.held(world, shared);
        walked.add(
                "DISTRIBUTING " + stage.ceremonies.abandon(world.one(), lost.id(), "lost").state());
        KeyVersionId version = Objects.requireNonNull(sharing.version());
        walked.add("OPEN " + stage.on(world, CeremonyKind.ACTIVATE, version).state());
        walked.add("OPEN " + stage.on(world, CeremonyKind.DESTROY, version).state());
        KeyCeremony open =
                stage.ceremonies.open(
                        world.one(),
                        CeremonyPlan.on(CeremonyKind.RETIRE, version, "why", world.first(2)));
        walked.add("OPEN " + stage.ceremonies.abandon(world.one(), open.id(), "no").state());
        assertThat(walked)
                .isEqualTo(
                        CeremonyTransitions.ARROWS.stream()
                                .map(a -> a.from() + " " + a.to())
                                .collect(Collectors.toSet()));
    }
}
