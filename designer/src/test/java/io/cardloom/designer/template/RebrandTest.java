package io.cardloom.designer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.approval.Decision;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.design.TemplateVersion;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A template's next version is carried into designs in every state. */
@SpringBootTest
class RebrandTest {

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired Templates templates;
    @Autowired Rebrands rebrands;
    @Autowired RebrandRepository rows;
    @Autowired RebrandWork one;
    @Autowired RebrandWorker worker;
    @Autowired Approvals approvals;
    @Autowired Preflight preflight;
    @Autowired Proofs proofs;
    @Autowired TenantWork work;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId master;

    @SuppressWarnings("NullAway.Init")
    private TemplateId template;

    @BeforeEach
    void publishATemplate() {
        brand = CoBrand.found(context);
        master =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "House style");
        template = templates.publish(brand.designer(), master).template();
    }

    @AfterEach
    void letTheWorkerLive() {
        worker.start();
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private DesignId follower(Actor actor, String name) {
        return templates.start(actor, brand.program(), template, name);
    }

    private LayerId layer(DesignId design, String name) {
        return designs.open(brand.designer(), design).document().layers().entrySet().stream()
                .filter(e -> e.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void set(Actor actor, DesignId design, String layer, Map<String, Object> changes) {
        designs.apply(
                actor,
                design,
                0,
                new EditCommand.SetProperties(layer(design, layer), changes),
                EditOrigin.once());
    }

    private Digest approved(DesignId design) {
        Digest digest = designs.freeze(brand.designer(), design).digest();
        preflight.judge(brand.designer(), digest);
        proofs.issue(brand.designer(), digest);
        approvals.open(brand.designer(), digest);
        approvals.decide(brand.partnerApprover(), digest, Decision.APPROVED, "");
        approvals.decide(brand.issuerApprover(), digest, Decision.APPROVED, "");
        return digest;
    }

    private TemplateVersion next(Map<String, Object> band) {
        set(brand.designer(), master, "Band", band);
        return templates.publish(brand.designer(), master);
    }

    private RebrandProgress ended(RebrandId id) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        RebrandProgress progress = rebrands.progress(brand.designer(), id);
        while (progress.finishedAt() == null && Instant.now().isBefore(patience)) {
            Thread.sleep(50);
            progress = rebrands.progress(brand.designer(), id);
        }
        assertThat(progress.finishedAt()).as("ended").isNotNull();
        return progress;
    }

    private DesignView open(DesignId design) {
        return designs.open(brand.designer(), design);
    }

    private Layer band(DesignId design) {
        return Objects.requireNonNull(open(design).document().layers().get(layer(design, "Band")));
    }

    @Test
    void movesCleanDesignsToReviewAndKeepsTheApprovalOfWhatDoesNotChange() throws Exception {
        DesignId draft = follower(brand.marketer(), "Draft");
        DesignId approved = follower(brand.designer(), "Approved");
        DesignId own = follower(brand.designer(), "Own band");
        set(brand.marketer(), own, "Band", Map.of("fill", "#123456"));
        Digest before = approved(approved);
        Digest kept = approved(own);
        TemplateVersion second = next(Map.of("fill", "#e8590c"));

        RebrandProgress progress = ended(rebrands.start(brand.designer(), template));

        assertThat(progress.version()).isEqualTo(second);
        assertThat(progress.counts())
                .isEqualTo(
                        Map.of(
                                RebrandOutcome.DRAFT, 1L,
                                RebrandOutcome.IN_REVIEW, 1L,
                                RebrandOutcome.UNCHANGED, 1L));
        assertThat(band(draft).properties()).containsEntry("fill", "#e8590c");
        assertThat(open(draft).state()).isEqualTo(DesignState.DRAFT);
        assertThat(band(approved).properties()).containsEntry("fill", "#e8590c");
        assertThat(open(approved).state()).isEqualTo(DesignState.IN_REVIEW);
        assertThat(approvals.approved(brand.tenant(), before)).as("void").isFalse();
        assertThat(band(own).properties()).containsEntry("fill", "#123456");
        assertThat(open(own).state()).isEqualTo(DesignState.APPROVED);
        assertThat(approvals.approved(brand.tenant(), kept)).as("stands").isTrue();
        refused("REBRAND_NOTHING", () -> rebrands.start(brand.designer(), template));
    }

    @Test
    void queuesADesignWithTheReasonAndLetsAPersonDecide() throws Exception {
        DesignId first = follower(brand.designer(), "First");
        DesignId other = follower(brand.designer(), "Other");
        Digest approved = approved(first);
        set(
                brand.designer(),
                master,
                "Program name",
                Map.of("x", -3_000, "text", "Out of the safe area"));
        templates.publish(brand.designer(), master);
        set(brand.designer(), other, "Program name", Map.of("x", 6_100));

        RebrandId id = rebrands.start(brand.designer(), template);
        RebrandProgress progress = ended(id);

        assertThat(progress.count(RebrandOutcome.QUEUED)).isEqualTo(1);
        RebrandItem queued =
                rebrands.list(brand.designer(), id, RebrandOutcome.QUEUED, 0, 10).getFirst();
        assertThat(queued.design()).isEqualTo(first);
        assertThat(queued.changes()).isEqualTo(1);
        assertThat(queued.reason()).contains("safe area");
        assertThat(open(first).digest()).as("untouched").isEqualTo(approved);
        assertThat(rebrands.preview(brand.designer(), id, first))
                .isNotEqualTo(open(first).document());
        refused("PERMISSION_MISSING", () -> rebrands.take(brand.marketer(), id, first));

        rebrands.take(brand.designer(), id, first);

        assertThat(open(first).state()).isEqualTo(DesignState.DRAFT);
        assertThat(open(first).document().layers().values())
                .anySatisfy(l -> assertThat(l.box().x()).isEqualTo(-3_000));
        refused("REBRAND_SETTLED", () -> rebrands.take(brand.designer(), id, first));
        refused("REBRAND_SETTLED", () -> rebrands.leave(brand.designer(), id, first));
        designs.undo(brand.designer(), first, EditOrigin.once());
        assertThat(open(first).document().layers().values())
                .noneSatisfy(l -> assertThat(l.box().x()).isEqualTo(-3_000));
    }

    @Test
    void leavesAQueuedDesignAsItIs() throws Exception {
        DesignId design = follower(brand.designer(), "Left");
        set(brand.designer(), master, "Program name", Map.of("x", -3_000));
        templates.publish(brand.designer(), master);
        RebrandId id = rebrands.start(brand.designer(), template);
        ended(id);
        DesignView before = open(design);

        rebrands.leave(brand.designer(), id, design);

        assertThat(open(design)).isEqualTo(before);
        assertThat(rebrands.progress(brand.designer(), id).counts())
                .isEqualTo(Map.of(RebrandOutcome.LEFT, 1L));
    }

    @Test
    void goesOnWhereItWasStoppedAndSettlesEachDesignOnce() throws Exception {
        List<DesignId> followers =
                java.util.stream.IntStream.range(0, 6)
                        .mapToObj(i -> follower(brand.designer(), "Follower " + i))
                        .toList();
        next(Map.of("fill", "#e8590c"));
        worker.stop();
        RebrandId id = rebrands.start(brand.designer(), template);
        refused("REBRAND_RUNNING", () -> rebrands.start(brand.designer(), template));
        RebrandRow rebrand =
                work.read(brand.tenant(), () -> rows.find(brand.tenant(), id)).orElseThrow();
        one.settle(rebrand, followers.get(3));
        one.settle(rebrand, followers.get(3));
        assertThat(rebrands.progress(brand.designer(), id).settled()).isEqualTo(1);

        worker.start();

        assertThat(ended(id).counts()).isEqualTo(Map.of(RebrandOutcome.DRAFT, 6L));
        for (DesignId follower : followers) {
            assertThat(designs.edits(brand.designer(), follower, 0))
                    .as("composed once, rebranded once")
                    .hasSize(2);
        }
    }

    @Test
    void refusesToCarryWhatWasComposedBeforeSomebodyEdited() {
        DesignId design = follower(brand.designer(), "Moved");
        next(Map.of("fill", "#e8590c"));
        worker.stop();
        RebrandId id = rebrands.start(brand.designer(), template);
        RebrandRow rebrand =
                work.read(brand.tenant(), () -> rows.find(brand.tenant(), id)).orElseThrow();
        RebrandWork.Composed composed = one.compose(brand.designer(), design, rebrand.version());
        set(brand.marketer(), design, "Band", Map.of("y", 35_000));
        DesignView edited = open(design);

        refused("DESIGN_MOVED", () -> one.apply(brand.designer(), rebrand, composed));

        assertThat(open(design)).as("untouched").isEqualTo(edited);
    }

    @Test
    void letsAPartnerStartFromATemplateButNotMoveWhatIsMandatory() {
        set(brand.designer(), master, "Program name", Map.of("mandatory", true));
        templates.publish(brand.designer(), master);
        DesignId design = follower(brand.marketer(), "Partner's own");

        assertThat(open(design).document()).isEqualTo(open(master).document());
        refused(
                "LAYER_MANDATORY",
                () -> set(brand.marketer(), design, "Program name", Map.of("x", 1)));
        set(brand.marketer(), design, "Band", Map.of("y", 35_000));
        assertThat(templates.get(brand.marketer(), template).followers()).isEqualTo(1);
    }

    @Test
    void refusesToPublishWhatIsNoTemplate() {
        DesignId blank =
                designs.create(brand.designer(), brand.program(), brand.body().id(), "Blank");

        refused("TEMPLATE_EMPTY", () -> templates.publish(brand.designer(), blank));
        refused("TEMPLATE_UNCHANGED", () -> templates.publish(brand.designer(), master));
        refused(
                "TEMPLATE_FOLLOWS",
                () -> templates.publish(brand.designer(), follower(brand.designer(), "Follows")));
        refused("PERMISSION_MISSING", () -> templates.publish(brand.marketer(), master));
        refused("PERMISSION_MISSING", () -> rebrands.start(brand.marketer(), template));
        refused("PAGE_OUT_OF_RANGE", () -> templates.list(brand.designer(), "", 0, 101));
    }

    @Test
    void showsAnotherTenantNothing() {
        CoBrand other = CoBrand.found(context);

        refused("NOT_FOUND", () -> templates.get(other.designer(), template));
        refused("NOT_FOUND", () -> rebrands.start(other.designer(), template));
        assertThat(templates.list(other.designer(), "", 0, 10)).isEmpty();
        assertThat(templates.count(brand.designer(), "house")).isEqualTo(1);
    }
}
