package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.designer.fixture.SampleDesigns;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class DesignsTest {

    @Autowired ApplicationContext context;
    @Autowired Designs designs;
    @Autowired AuditTrail audit;
    @Autowired CardBodies bodies;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @BeforeEach
    void foundAProgram() {
        brand = CoBrand.found(context);
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private DesignId blank(String name) {
        return designs.create(brand.designer(), brand.program(), brand.body().id(), name);
    }

    private AppliedEdit apply(Actor actor, DesignId design, EditCommand command) {
        return designs.apply(actor, design, 0, command, EditOrigin.once());
    }

    private static EditCommand set(Map<String, Object> changes) {
        return new EditCommand.SetProperties(Layers.id(1), changes);
    }

    @Test
    void keepsTheOutlineOfABodyThatItStandsOn() {
        blank("Upright?");
        CardBody body = brand.body();
        refused(
                "CARD_BODY_OUTLINE_IN_USE",
                () -> bodies.configure(brand.administrator(), body.turned(true)));
        assertThat(bodies.get(brand.tenant(), body.id())).isEqualTo(body);
    }

    private List<String> actions() {
        Actor auditor = brand.ofTheIssuer("Aude Roy", Role.AUDITOR);
        return audit
                .page(auditor, new AuditFilter(null, null, null, null, null, null), 0, 100)
                .stream()
                .map(AuditRecord::action)
                .filter(a -> a.startsWith("design."))
                .toList()
                .reversed();
    }

    @Test
    void opensWhatWasDrawn() {
        DesignId id =
                SampleDesigns.draw(
                        designs, brand.designer(), brand.program(), brand.body(), "Club Card");

        DesignView view = designs.open(brand.marketer(), id);

        assertThat(view.name()).isEqualTo("Club Card");
        assertThat(view.number()).isEqualTo(7);
        assertThat(view.document().layers()).hasSize(7);
        assertThat(view.state()).isEqualTo(DesignState.DRAFT);
        assertThat(view.digest()).isNull();
        assertThat(view.cardBody()).isEqualTo(brand.body());
    }

    @Test
    void givesTheDocumentWhenItsEditsAreReplayed() {
        DesignId id = blank("Replayed");
        apply(brand.designer(), id, new EditCommand.AddLayer(Layers.id(1), Layers.text()));
        apply(brand.marketer(), id, set(Map.of("text", "Zoë's", "x", 7_000)));
        designs.undo(brand.marketer(), id, EditOrigin.once());
        designs.redo(brand.marketer(), id, EditOrigin.once());
        apply(brand.designer(), id, new EditCommand.RemoveLayer(Layers.id(1)));
        designs.undo(brand.designer(), id, EditOrigin.once());

        DesignDocument replayed = DesignDocument.blank(brand.body().id());
        for (AppliedEdit edit : designs.edits(brand.designer(), id, 0)) {
            replayed = EditPlan.of(replayed, edit.command(), EditPlan.Side.ISSUER).document();
        }
        assertThat(replayed).isEqualTo(designs.open(brand.designer(), id).document());
        assertThat(designs.edits(brand.designer(), id, 4))
                .extracting(AppliedEdit::number)
                .containsExactly(5L, 6L);
    }

    @Test
    void appliesAnEditThatIsSentAgainOnlyOnce() {
        DesignId id = blank("Sent again");
        EditOrigin origin = new EditOrigin("tab-1", 1);
        EditCommand add = new EditCommand.AddLayer(Layers.id(1), Layers.text());
        AppliedEdit first = designs.apply(brand.designer(), id, 0, add, origin);
        apply(brand.marketer(), id, set(Map.of("x", 1)));

        assertThat(designs.apply(brand.designer(), id, 0, add, origin)).isEqualTo(first);
        assertThat(designs.open(brand.designer(), id).number()).isEqualTo(2);

        EditOrigin undo = new EditOrigin("tab-2", 2);
        designs.apply(brand.marketer(), id, 2, set(Map.of("y", 9)), new EditOrigin("tab-2", 1));
        AppliedEdit back = designs.undo(brand.marketer(), id, undo);
        assertThat(designs.undo(brand.marketer(), id, undo)).isEqualTo(back);
        assertThat(designs.open(brand.designer(), id).number()).isEqualTo(4);
    }

    @Test
    void refusesAnotherEditOfTheSameOrigin() {
        DesignId id = blank("Reused");
        EditOrigin origin = new EditOrigin("tab-1", 1);
        EditCommand add = new EditCommand.AddLayer(Layers.id(1), Layers.text());
        designs.apply(brand.designer(), id, 0, add, origin);

        refused(
                "ORIGIN_REUSED",
                () -> designs.apply(brand.designer(), id, 1, set(Map.of("x", 1)), origin));
        refused("ORIGIN_REUSED", () -> designs.undo(brand.designer(), id, origin));
        assertThat(designs.apply(brand.marketer(), id, 1, set(Map.of("x", 1)), origin).number())
                .as("another person's sitting may have the same name")
                .isEqualTo(2);
    }

    @Test
    void refusesAnEditFromBeyondTheHead() {
        DesignId id = blank("Ahead");

        refused(
                "BASE_AHEAD",
                () ->
                        designs.apply(
                                brand.designer(),
                                id,
                                1,
                                new EditCommand.AddLayer(Layers.id(1), Layers.text()),
                                EditOrigin.once()));
    }

    @Test
    void letsTheLastOfTwoWinAndKeepsWhatOnlyOneChanged() {
        DesignId id = blank("Two");
        apply(brand.designer(), id, new EditCommand.AddLayer(Layers.id(1), Layers.text()));
        apply(brand.designer(), id, set(Map.of("x", 1, "y", 1)));
        apply(brand.marketer(), id, set(Map.of("x", 2)));

        Layer layer =
                designs.open(brand.designer(), id).document().layers().values().iterator().next();
        assertThat(layer.box().x()).isEqualTo(2);
        assertThat(layer.box().y()).isEqualTo(1);
    }

    @Test
    void refusesAFontThatIsNotShippedAndLeavesTheDesignAsItWas() {
        DesignId id = blank("Fonts");
        apply(brand.designer(), id, new EditCommand.AddLayer(Layers.id(1), Layers.text()));

        refused(
                "FONT_UNKNOWN",
                () -> apply(brand.designer(), id, set(Map.of("font", "comic-neue"))));
        assertThat(designs.open(brand.designer(), id).number()).isEqualTo(1);
    }

    @Test
    void refusesAPictureThatWasNeverUploadedAndALayerThatIsGone() {
        DesignId id = blank("Pictures");

        refused(
                "ASSET_UNKNOWN",
                () ->
                        apply(
                                brand.designer(),
                                id,
                                new EditCommand.AddLayer(Layers.id(4), Layers.image())));
        refused("LAYER_GONE", () -> apply(brand.designer(), id, set(Map.of("x", 1))));
        assertThat(designs.open(brand.designer(), id).number()).isZero();
    }

    @Test
    void refusesToTakeBackWhereNothingIsLeft() {
        DesignId id = blank("Nothing");

        refused("NOTHING_TO_UNDO", () -> designs.undo(brand.designer(), id, EditOrigin.once()));
        refused("NOTHING_TO_REDO", () -> designs.redo(brand.designer(), id, EditOrigin.once()));
    }

    @Test
    void hidesADesignFromAnotherPartnerAndAnotherIssuer() {
        DesignId id = blank("Hidden");
        CoBrand elsewhere = CoBrand.found(context);
        EditCommand add = new EditCommand.AddLayer(Layers.id(1), Layers.text());
        for (Actor actor : List.of(brand.stranger(), elsewhere.designer(), elsewhere.marketer())) {
            refused("NOT_FOUND", () -> designs.open(actor, id));
            refused("NOT_FOUND", () -> designs.edits(actor, id, 0));
            refused("NOT_FOUND", () -> apply(actor, id, add));
            refused("NOT_FOUND", () -> designs.undo(actor, id, EditOrigin.once()));
            refused("NOT_FOUND", () -> designs.redo(actor, id, EditOrigin.once()));
            refused("NOT_FOUND", () -> designs.rename(actor, id, "Mine"));
            refused(
                    "NOT_FOUND",
                    () -> designs.create(actor, brand.program(), brand.body().id(), "Mine"));
            assertThat(designs.list(actor, "", 0, 100)).isEmpty();
            assertThat(designs.count(actor, "")).isZero();
        }
        refused("NOT_FOUND", () -> designs.freeze(elsewhere.designer(), id));
        DesignRevision revision = designs.freeze(brand.designer(), id);
        refused("NOT_FOUND", () -> designs.revision(brand.stranger(), revision.digest()));
        refused("NOT_FOUND", () -> designs.revision(elsewhere.designer(), revision.digest()));
        refused("NOT_FOUND", () -> designs.revision(elsewhere.tenant(), revision.digest()));
        assertThat(designs.open(brand.marketer(), id).number()).isZero();
    }

    @Test
    void refusesWhoHoldsNoPermission() {
        DesignId id = blank("Permissions");
        Actor approver = brand.issuerApprover();
        Actor custodian = brand.ofTheIssuer("Kim Tanaka", Role.KEY_CUSTODIAN);

        refused(
                "PERMISSION_MISSING",
                () -> designs.create(approver, brand.program(), brand.body().id(), "No"));
        refused("PERMISSION_MISSING", () -> apply(approver, id, set(Map.of("x", 1))));
        refused("PERMISSION_MISSING", () -> designs.undo(approver, id, EditOrigin.once()));
        refused("PERMISSION_MISSING", () -> designs.rename(approver, id, "No"));
        refused("PERMISSION_MISSING", () -> designs.freeze(brand.marketer(), id));
        refused("PERMISSION_MISSING", () -> designs.open(custodian, id));
        refused("PERMISSION_MISSING", () -> designs.list(custodian, "", 0, 10));
        refused("PERMISSION_MISSING", () -> designs.count(custodian, ""));
        refused("PERMISSION_MISSING", () -> designs.edits(custodian, id, 0));
        Actor system = Actor.system(brand.tenant(), "Cardloom");
        refused("PERSON_REQUIRED", () -> apply(system, id, set(Map.of("x", 1))));
        assertThat(designs.open(system, id).name()).isEqualTo("Permissions");
    }

    @Test
    void findsByNameInPagesLatestChangeFirst() {
        DesignId first = blank("Summer 100% off");
        blank("Winter");
        DesignId third = blank("Summer_Sale");
        designs.rename(brand.marketer(), first, "Late summer 100% off");

        assertThat(designs.list(brand.designer(), "SUMMER", 0, 100))
                .extracting(DesignSummary::id)
                .containsExactly(first, third);
        assertThat(designs.list(brand.designer(), "0% o", 0, 100))
                .extracting(DesignSummary::changedBy)
                .containsExactly(brand.marketer().name());
        assertThat(designs.list(brand.designer(), "r_s", 0, 100))
                .extracting(DesignSummary::id)
                .containsExactly(third);
        assertThat(designs.count(brand.designer(), "")).isEqualTo(3);
        assertThat(designs.count(brand.designer(), "summer")).isEqualTo(2);
        assertThat(designs.list(brand.designer(), "", 1, 1)).hasSize(1);
        refused("PAGE_OUT_OF_RANGE", () -> designs.list(brand.designer(), "", 0, 101));
        refused("PAGE_OUT_OF_RANGE", () -> designs.list(brand.designer(), "", -1, 10));
    }

    @Test
    void refusesANameThatIsNone() {
        refused("NAME_MISSING", () -> blank("  "));
        refused("TEXT_TOO_LONG", () -> blank("x".repeat(81)));
        refused("TEXT_CONTROL_CHARACTER", () -> blank("a\nb"));
        refused(
                "NOT_FOUND",
                () ->
                        designs.create(
                                brand.designer(),
                                ProgramId.next(Clock.systemUTC()),
                                brand.body().id(),
                                "No program"));
        refused(
                "NOT_FOUND",
                () ->
                        designs.create(
                                brand.designer(),
                                brand.program(),
                                CardBodyId.next(Clock.systemUTC()),
                                "No body"));
    }

    @Test
    void leavesEvidenceOfEachSittingAndOfEachChangeOfState() {
        DesignId id = blank("Evidence");
        EditCommand add = new EditCommand.AddLayer(Layers.id(1), Layers.text());
        designs.apply(brand.designer(), id, 0, add, new EditOrigin("one", 1));
        designs.apply(brand.designer(), id, 1, set(Map.of("x", 1)), new EditOrigin("one", 2));
        designs.apply(brand.designer(), id, 2, set(Map.of("x", 2)), new EditOrigin("two", 1));
        designs.freeze(brand.designer(), id);
        designs.apply(brand.designer(), id, 3, set(Map.of("x", 3)), new EditOrigin("two", 2));
        designs.rename(brand.designer(), id, "Evident");

        assertThat(actions())
                .containsExactly(
                        "design.created",
                        "design.edited",
                        "design.edited",
                        "design.frozen",
                        "design.reopened",
                        "design.renamed");
    }
}
