package io.cardloom.designer.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.program.Side;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class ApprovalsTest {

    @Autowired ApplicationContext context;
    @Autowired Approvals approvals;
    @Autowired Designs designs;
    @Autowired Preflight preflight;
    @Autowired Proofs proofs;
    @Autowired CardBodies bodies;
    @Autowired AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void drawADesign() {
        brand = CoBrand.found(context);
        design =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club Card");
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private Digest ready() {
        Digest digest = designs.freeze(brand.designer(), design).digest();
        preflight.judge(brand.designer(), digest);
        proofs.issue(brand.designer(), digest);
        return digest;
    }

    private Digest opened() {
        Digest digest = ready();
        approvals.open(brand.designer(), digest);
        return digest;
    }

    private ApprovalRound approve(Actor actor, Digest digest) {
        return approvals.decide(actor, digest, Decision.APPROVED, "");
    }

    private void set(Actor actor, String property, Object value) {
        LayerId layer = designs.open(actor, design).document().layers().keySet().iterator().next();
        designs.apply(
                actor,
                design,
                0,
                new EditCommand.SetProperties(layer, Map.of(property, value)),
                EditOrigin.once());
    }

    private DesignState state() {
        return designs.open(brand.designer(), design).state();
    }

    private List<String> story(Digest digest) {
        Actor auditor = brand.ofTheIssuer("Aude Roy", Role.AUDITOR);
        return audit.story(auditor, digest.hex64()).stream()
                .map(AuditRecord::action)
                .filter(a -> a.startsWith("approval."))
                .toList();
    }

    @Test
    void isApprovedWhenBothSidesApprovedThatDigest() {
        Digest digest = opened();
        assertThat(state()).isEqualTo(DesignState.IN_REVIEW);
        assertThat(approvals.approved(brand.tenant(), digest)).isFalse();

        ApprovalRound half = approve(brand.partnerApprover(), digest);
        assertThat(half.state()).isEqualTo(ApprovalRound.State.OPEN);
        assertThat(approvals.approved(brand.tenant(), digest)).isFalse();

        ApprovalRound whole = approve(brand.issuerApprover(), digest);
        assertThat(whole.state()).isEqualTo(ApprovalRound.State.APPROVED);
        assertThat(whole.decisions())
                .extracting(ApprovalRound.Decided::side)
                .containsExactly(Side.PARTNER, Side.ISSUER);
        assertThat(approvals.approved(brand.tenant(), digest)).isTrue();
        assertThat(state()).isEqualTo(DesignState.APPROVED);
        assertThat(approvals.round(brand.marketer(), digest)).contains(whole);
        assertThat(story(digest))
                .containsExactly(
                        "approval.opened",
                        "approval.decided",
                        "approval.decided",
                        "approval.approved");
    }

    @Test
    void opensOneRoundForADigest() {
        Digest digest = opened();

        ApprovalRound again = approvals.open(brand.designer(), digest);

        assertThat(approvals.round(brand.tenant(), digest)).contains(again);
        approve(brand.partnerApprover(), digest);
        approve(brand.issuerApprover(), digest);
        refused("APPROVAL_ALREADY_DECIDED", () -> approvals.open(brand.designer(), digest));
    }

    @Test
    void refusesToOpenWithoutAReportAndAProof() {
        Digest digest = designs.freeze(brand.designer(), design).digest();

        refused("PREFLIGHT_MISSING", () -> approvals.open(brand.designer(), digest));
        preflight.judge(brand.designer(), digest);
        refused("PROOF_MISSING", () -> approvals.open(brand.designer(), digest));
        refused("APPROVAL_NOT_OPEN", () -> approve(brand.issuerApprover(), digest));
        proofs.issue(brand.designer(), digest);
        assertThat(approvals.open(brand.designer(), digest).state())
                .isEqualTo(ApprovalRound.State.OPEN);
    }

    @Test
    void refusesToOpenWherePreflightFoundAnError() {
        designs.apply(
                brand.designer(),
                design,
                0,
                new EditCommand.AddLayer(
                        LayerId.next(Clock.systemUTC()),
                        Layer.of(
                                Face.FRONT,
                                "z",
                                "Over the chip",
                                new Box(9_000, 22_000, 12_000, 3_000, 0),
                                new TextContent(
                                        "CHIP", "plex-sans", 700, 3_000, "#ffffff", Align.LEFT))),
                EditOrigin.once());
        Digest digest = designs.freeze(brand.designer(), design).digest();
        assertThat(preflight.judge(brand.designer(), digest).passes()).isFalse();

        refused("PREFLIGHT_FAILED", () -> approvals.open(brand.designer(), digest));
        assertThat(state()).isEqualTo(DesignState.FROZEN);
    }

    @Test
    void isVoidedByAnyEdit() {
        Digest open = opened();
        set(brand.marketer(), "name", "Renamed layer");
        assertThat(approvals.round(brand.tenant(), open).orElseThrow().state())
                .isEqualTo(ApprovalRound.State.VOIDED);
        assertThat(state()).isEqualTo(DesignState.DRAFT);
        refused("APPROVAL_STALE", () -> approve(brand.issuerApprover(), open));
        refused("APPROVAL_STALE", () -> approvals.open(brand.designer(), open));
        assertThat(story(open)).containsExactly("approval.opened", "approval.voided");

        Digest approved = opened();
        approve(brand.partnerApprover(), approved);
        approve(brand.issuerApprover(), approved);
        set(brand.marketer(), "opacity", 999);
        assertThat(approvals.approved(brand.tenant(), approved)).isFalse();
        assertThat(story(approved)).endsWith("approval.approved", "approval.voided");
    }

    @Test
    void asksAnewWhenTheSameContentComesBack() {
        Digest digest = opened();
        approve(brand.partnerApprover(), digest);
        approve(brand.issuerApprover(), digest);
        set(brand.designer(), "opacity", 999);
        set(brand.designer(), "opacity", 1000);
        assertThat(designs.freeze(brand.designer(), design).digest()).isEqualTo(digest);

        assertThat(approvals.approved(brand.tenant(), digest)).isFalse();
        refused("APPROVAL_STALE", () -> approve(brand.issuerApprover(), digest));
        assertThat(approvals.open(brand.designer(), digest).decisions()).isEmpty();
        approve(brand.partnerApprover(), digest);
        approve(brand.issuerApprover(), digest);
        assertThat(approvals.approved(brand.tenant(), digest)).isTrue();
    }

    @Test
    void isVoidedByFreezingOnANewerCardBody() {
        Digest digest = opened();
        CardBody body = bodies.get(brand.tenant(), brand.body().id());
        bodies.configure(
                brand.administrator(),
                new CardBody(
                        body.id(),
                        body.version(),
                        body.name(),
                        body.material(),
                        "#fdfdfd",
                        body.finish(),
                        body.width(),
                        body.height(),
                        body.cornerRadius(),
                        body.bleed(),
                        body.safeMargin(),
                        body.zones(),
                        body.printMethod(),
                        body.dpi(),
                        body.stock()));

        assertThat(designs.freeze(brand.designer(), design).digest()).isNotEqualTo(digest);
        assertThat(approvals.round(brand.tenant(), digest).orElseThrow().state())
                .isEqualTo(ApprovalRound.State.VOIDED);
        assertThat(state()).isEqualTo(DesignState.FROZEN);
        refused("APPROVAL_STALE", () -> approve(brand.issuerApprover(), digest));
    }

    @Test
    void asksForAReasonWhereChangesAreRequiredAndEndsTheRound() {
        Digest digest = opened();
        Actor iris = brand.issuerApprover();

        refused(
                "REASON_REQUIRED",
                () -> approvals.decide(iris, digest, Decision.CHANGES_REQUIRED, " \n"));
        refused(
                "REASON_TOO_LONG",
                () -> approvals.decide(iris, digest, Decision.CHANGES_REQUIRED, "x".repeat(1_001)));
        refused(
                "REASON_CONTROL_CHARACTER",
                () -> approvals.decide(iris, digest, Decision.CHANGES_REQUIRED, "a\u0007b"));
        refused(
                "REASON_LOOKS_REAL",
                () ->
                        approvals.decide(
                                iris,
                                digest,
                                Decision.CHANGES_REQUIRED,
                                "Not " + looksReal() + " please"));

        ApprovalRound round =
                approvals.decide(iris, digest, Decision.CHANGES_REQUIRED, "The band is too pale.");
        assertThat(round.state()).isEqualTo(ApprovalRound.State.CHANGES_REQUIRED);
        assertThat(round.decisions())
                .extracting(ApprovalRound.Decided::reason)
                .containsExactly("The band is too pale.");
        assertThat(state()).isEqualTo(DesignState.CHANGES_REQUIRED);
        refused("APPROVAL_ALREADY_DECIDED", () -> approve(brand.partnerApprover(), digest));
        refused("APPROVAL_ALREADY_DECIDED", () -> approvals.open(brand.designer(), digest));
    }

    /** A number of sixteen digits with a right check digit, made here and nobody's. */
    private static String looksReal() {
        String start = "400000000000000";
        for (int check = 0; ; check++) {
            int sum = 8 + check;
            if (sum % 10 == 0) {
                return start + check;
            }
        }
    }

    @Test
    void leavesEvidenceOfADecisionThatWasRefused() {
        Digest digest = opened();
        approve(brand.partnerApprover(), digest);
        refused("APPROVAL_ALREADY_DECIDED", () -> approve(brand.marketer(), digest));
        Actor auditor = brand.ofTheIssuer("Aude Roy", Role.AUDITOR);

        assertThat(
                        audit.page(
                                auditor,
                                new AuditFilter(null, null, digest.hex64(), null, null, null),
                                0,
                                10))
                .extracting(AuditRecord::action)
                .contains("approval.refused");
    }

    @Test
    void refusesASecondDecisionOfASide() {
        Digest digest = opened();
        approve(brand.partnerApprover(), digest);

        refused("APPROVAL_ALREADY_DECIDED", () -> approve(brand.partnerApprover(), digest));
        refused("APPROVAL_ALREADY_DECIDED", () -> approve(brand.marketer(), digest));
    }

    @Test
    void refusesOnePersonForBothSides() {
        Digest digest = opened();
        Actor pal = brand.partnerApprover();
        Actor issuer = brand.issuerApprover();
        Actor palForTheIssuer =
                new Actor(
                        pal.tenant(),
                        pal.person(),
                        issuer.organization(),
                        pal.name(),
                        issuer.roles());
        approve(pal, digest);

        refused("APPROVAL_SAME_PERSON", () -> approve(palForTheIssuer, digest));
        assertThat(approvals.waitingFor(palForTheIssuer)).isEmpty();
    }

    @Test
    void refusesWhereBothWhoApproveHaveDrawnIt() {
        Actor drawsAndDecides = brand.ofTheIssuer("Bo Sundt", Role.ISSUER_DESIGNER, Role.APPROVER);
        set(drawsAndDecides, "opacity", 990);
        set(brand.marketer(), "opacity", 995);
        Digest digest = opened();
        approve(brand.marketer(), digest);

        refused("APPROVAL_BY_DESIGNER_ONLY", () -> approve(drawsAndDecides, digest));
        assertThat(approve(brand.issuerApprover(), digest).state())
                .isEqualTo(ApprovalRound.State.APPROVED);
    }

    @Test
    void hidesARoundFromThoseWhoTakeNoPart() {
        Digest digest = opened();
        CoBrand elsewhere = CoBrand.found(context);

        refused("NOT_FOUND", () -> approve(brand.stranger(), digest));
        refused("NOT_FOUND", () -> approve(elsewhere.issuerApprover(), digest));
        refused("NOT_FOUND", () -> approvals.round(brand.stranger(), digest));
        refused("NOT_FOUND", () -> approvals.open(elsewhere.designer(), digest));
        assertThat(approvals.round(elsewhere.tenant(), digest)).isEmpty();
        assertThat(approvals.approved(elsewhere.tenant(), digest)).isFalse();
        refused("PERMISSION_MISSING", () -> approve(brand.designer(), digest));
        refused("PERMISSION_MISSING", () -> approvals.open(brand.issuerApprover(), digest));
        refused("PERSON_REQUIRED", () -> approve(Actor.system(brand.tenant(), "Cardloom"), digest));
    }

    @Test
    void waitsForTheSideThatHasNotDecided() {
        Digest digest = opened();
        assertThat(approvals.waitingFor(brand.issuerApprover()))
                .extracting(ApprovalRound::digest)
                .containsExactly(digest);
        assertThat(approvals.waitingFor(brand.marketer())).hasSize(1);
        assertThat(approvals.waitingFor(brand.designer())).isEmpty();
        assertThat(approvals.waitingFor(brand.stranger())).isEmpty();

        approve(brand.partnerApprover(), digest);
        assertThat(approvals.waitingFor(brand.marketer())).isEmpty();
        assertThat(approvals.waitingFor(brand.issuerApprover())).hasSize(1);
        approve(brand.issuerApprover(), digest);
        assertThat(approvals.waitingFor(brand.issuerApprover())).isEmpty();
    }

    @Test
    void letsOneOfTwoWinWhoDecideForOneSideAtTheSameMoment() throws Exception {
        for (int i = 0; i < 5; i++) {
            set(brand.designer(), "opacity", 900 + i);
            Digest digest = opened();
            List<String> ends =
                    atOnce(
                            () -> approve(brand.issuerApprover(), digest),
                            () ->
                                    approvals.decide(
                                            brand.ofTheIssuer("Una Berg", Role.APPROVER),
                                            digest,
                                            Decision.CHANGES_REQUIRED,
                                            "The other way."));

            assertThat(ends).containsExactlyInAnyOrder("done", "APPROVAL_ALREADY_DECIDED");
            assertThat(approvals.round(brand.tenant(), digest).orElseThrow().decisions())
                    .hasSize(1);
        }
    }

    @Test
    void isApprovedOnceWhenBothSidesDecideAtTheSameMoment() throws Exception {
        for (int i = 0; i < 5; i++) {
            set(brand.designer(), "opacity", 900 + i);
            Digest digest = opened();
            List<String> ends =
                    atOnce(
                            () -> approve(brand.issuerApprover(), digest),
                            () -> approve(brand.partnerApprover(), digest));

            assertThat(ends).containsExactly("done", "done");
            assertThat(approvals.approved(brand.tenant(), digest)).isTrue();
            assertThat(story(digest)).containsOnlyOnce("approval.approved");
        }
    }

    @Test
    void neverApprovesWhatAnEditAtTheSameMomentHasChanged() throws Exception {
        for (int i = 0; i < 5; i++) {
            set(brand.designer(), "opacity", 900 + i);
            Digest digest = opened();
            approve(brand.partnerApprover(), digest);
            int next = 950 + i;
            List<String> ends =
                    atOnce(
                            () -> approve(brand.issuerApprover(), digest),
                            () -> {
                                set(brand.designer(), "opacity", next);
                                return next;
                            });

            assertThat(ends.getFirst()).isIn("done", "APPROVAL_STALE");
            assertThat(ends.getLast()).isEqualTo("done");
            assertThat(approvals.approved(brand.tenant(), digest)).isFalse();
            assertThat(state()).isEqualTo(DesignState.DRAFT);
        }
    }

    /** How each ended: {@code done}, or the code of its refusal. */
    private static List<String> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<String> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> each : List.of(one, other)) {
                running.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return each.call();
                                }));
            }
            for (Future<Object> each : running) {
                try {
                    each.get();
                    ends.add("done");
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof Refusal refusal) {
                        ends.add(refusal.code());
                    } else {
                        throw e;
                    }
                }
            }
        }
        return ends;
    }
}
