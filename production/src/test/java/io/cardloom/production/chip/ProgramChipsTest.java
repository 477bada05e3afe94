package io.cardloom.production.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.emv.CertifiedKey;
import io.cardloom.production.emv.ChipPublicKey;
import io.cardloom.production.emv.TestAuthority;
import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ProgramChipsTest {

    @Autowired ProgramChips chips;
    @Autowired TwoIssuers issuers;
    @Autowired AuditTrail trail;

    private final TestAuthority authority = new TestAuthority();

    @Test
    void takesWhatAnAuthoritySentForTheKeyThatItWasShown() {
        IssuerWorld world = issuers.another("Chips Bank");
        assertThat(chips.find(world.custodian(), world.program())).isEmpty();
        AuthorityAnswer answer = answer(world);
        chips.setUp(world.custodian(), world.program(), "neutral", answer);
        assertThat(chips.find(world.custodian(), world.program()))
                .contains(new ChipSetting("neutral", "999900", 0xF1, "12/31", false));
    }

    @Test
    void switchesTheCommandsOfAProgramOnAndOff() {
        IssuerWorld world = issuers.another("Commands Bank");
        refused("CHIP_MISSING", () -> chips.writeScripts(world.custodian(), world.program(), true));
        chips.setUp(world.custodian(), world.program(), "neutral", answer(world));
        assertThat(scripts(world)).isFalse();
        chips.writeScripts(world.custodian(), world.program(), true);
        chips.writeScripts(world.custodian(), world.program(), true);
        chips.setUp(world.custodian(), world.program(), "vis-like", answer(world));
        assertThat(scripts(world)).as("another profile leaves it").isTrue();
        chips.writeScripts(world.custodian(), world.program(), false);
        assertThat(scripts(world)).isFalse();
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .extracting(r -> r.action())
                .filteredOn(action -> action.startsWith("chip.scripts"))
                .as("each change once")
                .containsExactlyInAnyOrder("chip.scripts-on", "chip.scripts-off");
        refused(
                "PERMISSION_MISSING",
                () -> chips.writeScripts(world.administrator(), world.program(), true));
        refused(
                "NOT_FOUND",
                () -> chips.writeScripts(world.custodian(), issuers.b().program(), true));
    }

    private boolean scripts(IssuerWorld world) {
        return chips.find(world.custodian(), world.program()).orElseThrow().scripts();
    }

    @Test
    void refusesWhatIsMistypedOrForAnotherKey() {
        IssuerWorld world = issuers.a();
        AuthorityAnswer good = answer(world);
        refused("CHIP_HEXADECIMAL", world, with(good, "F", good.modulus(), good.certificate()));
        refused("CHIP_HEXADECIMAL", world, with(good, "F1F1", good.modulus(), good.certificate()));
        refused("CHIP_HEXADECIMAL", world, with(good, "F1", good.modulus(), "6A 0"));
        refused("CHIP_HEXADECIMAL", world, with(good, "F1", "modulus", good.certificate()));
        refused("CHIP_AUTHORITY_KEY", world, with(good, "F1", "AB CD", good.certificate()));
        refused("CHIP_AUTHORITY_KEY", world, with(good, "F1", "", good.certificate()));
        refused("ISSUER_CERTIFICATE", world, with(good, "F1", good.modulus(), ""));
        refused("ISSUER_CERTIFICATE", world, answer(issuers.b()));
        refused(
                "NOT_FOUND",
                () -> chips.setUp(world.custodian(), world.program(), "missing", good));
        refused(
                "NOT_FOUND",
                () -> chips.setUp(world.custodian(), issuers.b().program(), "neutral", good));
    }

    @Test
    void letsEachProgramGoOverToTheNextKeyByItself() {
        IssuerWorld world = issuers.another("Two Schemes Bank");
        chips.setUp(world.custodian(), world.program(), "neutral", answer(world));
        chips.setUp(world.custodian(), world.otherProgram(), "neutral", answer(world));
        AuthorityAnswer first = answer(world);
        chips.makeIssuerKey(world.custodian(), 1536);
        assertThat(uses(world)).containsExactly("2 of 1536 bits: 0", "1 of 1408 bits: 2");
        chips.setUp(world.custodian(), world.program(), "neutral", answer(world));
        assertThat(uses(world)).containsExactly("2 of 1536 bits: 1", "1 of 1408 bits: 1");
        assertThat(chips.find(world.custodian(), world.otherProgram()))
                .as("stays with its own")
                .isPresent();
        chips.setUp(world.custodian(), world.program(), "neutral", first);
        assertThat(uses(world)).containsExactly("2 of 1536 bits: 0", "1 of 1408 bits: 2");
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .extracting(r -> r.action())
                .containsOnlyOnce("chip.issuer-key");
    }

    @Test
    void makesNoKeyOfALengthThatIsNotOfferedAndNoneForOthers() {
        IssuerWorld world = issuers.another("Short Key Bank");
        refused("ISSUER_KEY_BITS", () -> chips.makeIssuerKey(world.custodian(), 1400));
        refused("PERMISSION_MISSING", () -> chips.makeIssuerKey(world.operator(), 1152));
        assertThat(uses(world)).hasSize(1);
    }

    @Test
    void givesTwoCustodiansWhoAskAtOnceAKeyEachOrSaysWhoWasFaster() throws Exception {
        IssuerWorld world = issuers.another("Hasty Custodians Bank");
        chips.issuerKeys(world.custodian());
        Callable<String> ask =
                () -> {
                    try {
                        chips.makeIssuerKey(world.custodian(), 1152);
                        return "made";
                    } catch (Refusal refusal) {
                        return refusal.code();
                    }
                };
        List<String> told = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<String> one : both.invokeAll(List.of(ask, ask))) {
                told.add(one.get());
            }
        }
        assertThat(told).contains("made").isSubsetOf("made", "ISSUER_KEY_TAKEN");
        long made = told.stream().filter("made"::equals).count();
        assertThat(uses(world)).hasSize(1 + (int) made);
    }

    @Test
    void destroysAKeyOfNoProgramWhenAnotherCustodianConfirms() {
        IssuerWorld world = issuers.another("Shredding Chips Bank");
        chips.setUp(world.custodian(), world.program(), "neutral", answer(world));
        AuthorityAnswer former = answer(world);
        refused("ISSUER_KEY_IN_USE", () -> chips.askToDestroyIssuerKey(world.custodian(), 1));
        chips.makeIssuerKey(world.custodian(), 1152);
        chips.setUp(world.custodian(), world.program(), "neutral", answer(world));
        refused("SIGNING_KEY_SETTLED", () -> chips.destroyIssuerKey(world.anotherCustodian(), 1));
        chips.askToDestroyIssuerKey(world.custodian(), 1);
        refused(
                "SIGNING_KEY_SETTLED",
                () -> chips.askToDestroyIssuerKey(world.anotherCustodian(), 1));
        refused("SIGNING_KEY_SAME_PERSON", () -> chips.destroyIssuerKey(world.custodian(), 1));
        chips.keepIssuerKey(world.anotherCustodian(), 1);
        refused("SIGNING_KEY_SETTLED", () -> chips.keepIssuerKey(world.custodian(), 1));
        chips.askToDestroyIssuerKey(world.custodian(), 1);
        chips.destroyIssuerKey(world.anotherCustodian(), 1);
        IssuerPublicKey first = chips.issuerKeys(world.custodian()).getLast();
        assertThat(first.state()).isEqualTo(KeyEndState.DESTROYED);
        assertThat(first.modulus()).isEmpty();
        assertThat(first.endedAt()).isNotNull();
        refused("SIGNING_KEY_SETTLED", () -> chips.destroyIssuerKey(world.anotherCustodian(), 1));
        refused(
                "ISSUER_CERTIFICATE",
                () -> chips.setUp(world.custodian(), world.program(), "neutral", former));
        assertThat(chips.find(world.custodian(), world.program())).as("goes on").isPresent();
        assertThat(trail.page(world.auditor(), AuditFilter.all(), 0, 100))
                .extracting(r -> r.action())
                .containsSubsequence(
                        "chip.issuer-key.destroyed",
                        "chip.issuer-key.destructionConfirmed",
                        "chip.issuer-key.destructionAsked",
                        "chip.issuer-key.destructionAbandoned",
                        "chip.issuer-key.destructionAsked",
                        "chip.issuer-key");
    }

    /** A certificate that comes after all is stronger than the wish to destroy its key. */
    @Test
    void takesAKeyIntoUseWhoseDestructionIsOnlyAskedFor() {
        IssuerWorld world = issuers.another("Second Thought Bank");
        AuthorityAnswer answer = answer(world);
        chips.askToDestroyIssuerKey(world.custodian(), 1);
        chips.setUp(world.custodian(), world.program(), "neutral", answer);
        refused("SIGNING_KEY_SETTLED", () -> chips.destroyIssuerKey(world.anotherCustodian(), 1));
        refused(
                "ISSUER_KEY_IN_USE",
                () -> chips.askToDestroyIssuerKey(world.anotherCustodian(), 1));
    }

    /** The first key is made when it is first asked for: once destroyed it is not made again. */
    @Test
    void makesNoDestroyedKeyAgain() {
        IssuerWorld world = issuers.another("Empty Handed Bank");
        AuthorityAnswer former = answer(world);
        chips.askToDestroyIssuerKey(world.custodian(), 1);
        chips.destroyIssuerKey(world.anotherCustodian(), 1);
        refused(
                "ISSUER_KEY_NONE",
                () -> chips.setUp(world.custodian(), world.program(), "neutral", former));
        chips.makeIssuerKey(world.custodian(), 1152);
        chips.setUp(world.custodian(), world.program(), "neutral", answer(world));
        assertThat(uses(world)).containsExactly("2 of 1152 bits: 1", "1 of 1408 bits: 0");
    }

    @Test
    void letsOnlyCustodiansDestroyAndNothingOfOtherIssuers() {
        IssuerWorld world = issuers.a();
        refused("PERMISSION_MISSING", () -> chips.askToDestroyIssuerKey(world.operator(), 1));
        refused("PERMISSION_MISSING", () -> chips.destroyIssuerKey(world.operator(), 1));
        refused("PERMISSION_MISSING", () -> chips.keepIssuerKey(world.operator(), 1));
        refused("NOT_FOUND", () -> chips.askToDestroyIssuerKey(world.custodian(), 99));
        refused("NOT_FOUND", () -> chips.destroyIssuerKey(world.custodian(), 99));
    }

    private List<String> uses(IssuerWorld world) {
        return chips.issuerKeys(world.custodian()).stream()
                .map(k -> k.number() + " of " + k.bits() + " bits: " + k.programs().size())
                .toList();
    }

    @Test
    void letsOnlyCustodiansSetChipsUp() {
        IssuerWorld world = issuers.a();
        AuthorityAnswer good = answer(world);
        refused(
                "PERMISSION_MISSING",
                () -> chips.setUp(world.administrator(), world.program(), "neutral", good));
        refused("PERMISSION_MISSING", () -> chips.find(world.administrator(), world.program()));
        refused("PERMISSION_MISSING", () -> chips.issuerKeys(world.approver()));
    }

    private AuthorityAnswer answer(IssuerWorld world) {
        IssuerPublicKey key = chips.issuerKeys(world.custodian()).getFirst();
        CertifiedKey certified =
                authority.certify(
                        new ChipPublicKey(new BigInteger(key.modulus(), 16), key.exponent()),
                        "999900",
                        "3112");
        HexFormat hex = HexFormat.ofDelimiter(" ");
        return new AuthorityAnswer(
                "f1",
                authority.modulus(),
                3,
                hex.formatHex(certified.certificate()),
                hex.formatHex(certified.remainder()));
    }

    private static AuthorityAnswer with(
            AuthorityAnswer good, String index, String modulus, String certificate) {
        return new AuthorityAnswer(index, modulus, 3, certificate, good.remainder());
    }

    private void refused(String code, IssuerWorld world, AuthorityAnswer answer) {
        refused(code, () -> chips.setUp(world.custodian(), world.program(), "neutral", answer));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
