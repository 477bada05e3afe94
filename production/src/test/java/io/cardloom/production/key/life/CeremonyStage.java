package io.cardloom.production.key.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.life.CeremonyPlan.NewKey;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.test.context.TestComponent;

/** An issuer with some custodians, and ceremonies walked from end to end. */
@TestComponent
class CeremonyStage {

    private final TwoIssuers issuers;
    private final AuditTrail trail;
    final CeremonyParts parts;
    final KeyCeremonies ceremonies;
    final IssuerKeys keys;

    CeremonyStage(
            TwoIssuers issuers,
            AuditTrail trail,
            CeremonyParts parts,
            KeyCeremonies ceremonies,
            IssuerKeys keys) {
        this.issuers = issuers;
        this.trail = trail;
        this.parts = parts;
        this.ceremonies = ceremonies;
        this.keys = keys;
    }

    /** The custodians of a fresh issuer. */
    record World(IssuerWorld issuer, List<Actor> custodians) {

        Actor one() {
            return custodians.getFirst();
        }

        List<PersonId> first(int count) {
            return custodians.subList(0, count).stream().map(Actor::requirePerson).toList();
        }
    }

    World world(int custodians) {
        IssuerWorld issuer = issuers.another("Key Bank");
        List<Actor> all = new ArrayList<>(List.of(issuer.custodian()));
        Actor founder = Actor.system(issuer.tenant(), "founder");
        while (all.size() < custodians) {
            all.add(
                    issuers.person(
                            founder,
                            issuer.issuer(),
                            "Custodian" + all.size(),
                            Role.KEY_CUSTODIAN));
        }
        return new World(issuer, all);
    }

    /** Everybody who is needed attends. */
    KeyCeremony held(World world, CeremonyPlan plan) {
        KeyCeremony ceremony = ceremonies.open(world.one(), plan);
        for (Actor custodian : world.custodians()) {
            if (ceremony.state() == CeremonyState.OPEN) {
                ceremony = ceremonies.attend(custodian, ceremony.id());
            }
        }
        return ceremony;
    }

    /** Enters a part and says that its check value is the right one. */
    KeyCeremony contribute(Actor actor, CeremonyId id, byte[] part) {
        parts.enter(actor, id, HexFormat.of().formatHex(part).toCharArray());
        return parts.confirm(actor, id);
    }

    /** A key that the device made, prepared. */
    KeyVersionId made(World world, String name, KeyUsage usage, KeyKind kind) {
        KeyCeremony held =
                held(world, CeremonyPlan.generate(new NewKey(name, usage, kind), world.first(2)));
        assertThat(held.state()).as(held.reason()).isEqualTo(CeremonyState.COMPLETED);
        return Objects.requireNonNull(held.version());
    }

    KeyCeremony on(World world, CeremonyKind kind, KeyVersionId version) {
        return held(world, CeremonyPlan.on(kind, version, "because", world.first(2)));
    }

    KeyVersionId active(World world, String name, KeyUsage usage, KeyKind kind) {
        KeyVersionId version = made(world, name, usage, kind);
        assertThat(on(world, CeremonyKind.ACTIVATE, version).state())
                .isEqualTo(CeremonyState.COMPLETED);
        return version;
    }

    KeyState state(World world, KeyVersionId version) {
        return keys.version(world.issuer().tenant(), version).orElseThrow().state();
    }

    List<AuditRecord> trail(World world) {
        List<AuditRecord> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            List<AuditRecord> some =
                    trail.page(world.issuer().auditor(), AuditFilter.all(), page * 100, 100);
            all.addAll(some);
            if (some.size() < 100) {
                return all;
            }
        }
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    static boolean holds(byte[] haystack, byte[] needle) {
        for (int i = 0; i + needle.length <= haystack.length; i++) {
            if (Arrays.equals(haystack, i, i + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }
}
