package io.cardloom.portal.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.approval.Decision;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.proof.Proof;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.designer.template.Template;
import io.cardloom.designer.template.Templates;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One design on its way from draft to approved: the card, what was found, and who said what. */
@Route(value = DesignNavigation.LIST + "/:design", layout = PortalFrame.class)
@PermitAll
class DesignPage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor current;
    private final Designs designs;
    private final Preflight preflight;
    private final Proofs proofs;
    private final Approvals approvals;
    private final Programs programs;
    private final Templates templates;
    private final DesignSheets sheets;
    private final Downloads downloads;
    private String title = "Design";

    DesignPage(
            CurrentActor current,
            Designs designs,
            Preflight preflight,
            Proofs proofs,
            Approvals approvals,
            Programs programs,
            Templates templates,
            DesignSheets sheets,
            Downloads downloads) {
        this.current = current;
        this.designs = designs;
        this.preflight = preflight;
        this.proofs = proofs;
        this.approvals = approvals;
        this.programs = programs;
        this.templates = templates;
        this.sheets = sheets;
        this.downloads = downloads;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(Address.id(event, "design", DesignId::new, "design"));
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    private void draw(DesignId id) {
        removeAll();
        Actor actor = current.actor();
        DesignView design = designs.open(actor, id);
        title = design.name();
        add(head(actor, design));
        @Nullable Digest digest = design.digest();
        PreflightReport report =
                digest == null
                        ? preflight.inspect(actor, id)
                        : preflight
                                .find(actor.tenant(), digest)
                                .orElseGet(() -> preflight.inspect(actor, id));
        Optional<Proof> proof =
                digest == null ? Optional.empty() : proofs.find(actor.tenant(), digest);
        Div left = new Div(sheets.bench(actor, design, proof, report), sheets.findings(report));
        left.addClassName("cl-stack");
        Div right = new Div();
        right.addClassName("cl-stack");
        if (digest != null) {
            right.add(
                    sheets.approval(actor, approvals.round(actor.tenant(), digest), design.state()),
                    sheets.revision(actor, digest, proof));
        } else {
            right.add(sheets.nextForDraft(report));
        }
        right.add(HistorySheet.of(designs.edits(actor, id, 0), design));
        Div columns = new Div(left, right);
        columns.addClassName("cl-columns");
        add(columns);
    }

    private PageHead head(Actor actor, DesignView design) {
        PageHead head =
                new PageHead(design.name())
                        .under(DesignNavigation.LIST, "Designs")
                        .saying(
                                programs.get(actor, design.program()).name()
                                        + " on "
                                        + design.cardBody().name())
                        .with(DesignStates.mark(design.state()));
        head.doing(downloads.button(actor, design));
        if (actor.may(Permission.EDIT_DESIGN)) {
            Button edit =
                    new Button(
                            "Open in the editor",
                            e -> UI.getCurrent().navigate(DesignNavigation.editor(design.id())));
            head.doing(edit);
        }
        if (actor.may(Permission.FREEZE_DESIGN)) {
            template(actor, design).ifPresent(head::doing);
        }
        @Nullable Digest digest = design.digest();
        if (digest != null && actor.may(Permission.PLACE_ORDER)) {
            head.doing(new Anchor("dry-run/" + digest.hex64(), "Dry run"));
        }
        steps(actor, design).forEach(head::doing);
        return head;
    }

    /** The way to the template this design is the master of, or to making it one. */
    private Optional<Component> template(Actor actor, DesignView design) {
        Optional<Template> own = templates.of(actor, design.id());
        if (own.isPresent()) {
            return own.map(template -> new Anchor("templates/" + template.id(), "Its template"));
        }
        return templates.follows(actor, design.id())
                ? Optional.empty()
                : Optional.of(new Button("Make a template", e -> publish(actor, design)));
    }

    private void publish(Actor actor, DesignView design) {
        new Ask(
                        "Make a template of " + design.name(),
                        "Publish",
                        () ->
                                Attempt.to(
                                        () ->
                                                UI.getCurrent()
                                                        .navigate(
                                                                "templates/"
                                                                        + templates
                                                                                .publish(
                                                                                        actor,
                                                                                        design.id())
                                                                                .template())))
                .saying(
                        "The design as it stands becomes version 1. New designs can start from it;"
                                + " a later version is carried into all of them.")
                .open();
    }

    private List<Component> steps(Actor actor, DesignView design) {
        @Nullable Digest digest = design.digest();
        if (digest == null) {
            return actor.may(Permission.FREEZE_DESIGN)
                    ? List.of(primary("Freeze for approval", () -> freeze(design)))
                    : List.of();
        }
        return switch (design.state()) {
            case FROZEN ->
                    actor.may(Permission.FREEZE_DESIGN)
                            ? List.of(primary("Send to approval", () -> openRound(design, digest)))
                            : List.of();
            case IN_REVIEW ->
                    actor.may(Permission.DECIDE_APPROVAL)
                            ? DecideDialog.buttons(
                                    (decision, reason) ->
                                            decide(design.id(), digest, decision, reason))
                            : List.of();
            case APPROVED ->
                    actor.may(Permission.PLACE_ORDER) ? List.of(placeOrder(digest)) : List.of();
            case DRAFT, CHANGES_REQUIRED -> List.of();
        };
    }

    private static Anchor placeOrder(Digest digest) {
        Button place = new Button("Order cards");
        place.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        place.getElement().setAttribute("tabindex", "-1");
        return new Anchor("orders?place=" + digest.hex64(), place);
    }

    private static Button primary(String label, Runnable act) {
        Button button = new Button(label, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(e -> button.setEnabled(true));
        return button;
    }

    private void freeze(DesignView design) {
        Actor actor = current.actor();
        new Ask(
                        "Freeze " + design.name(),
                        "Freeze",
                        () -> {
                            boolean done =
                                    Attempt.to(
                                            () -> {
                                                Digest digest =
                                                        designs.freeze(actor, design.id()).digest();
                                                PreflightReport report =
                                                        preflight.judge(actor, digest);
                                                if (report.passes()) {
                                                    proofs.issue(actor, digest);
                                                }
                                            });
                            draw(design.id());
                            return done;
                        })
                .saying(
                        "Freezing makes an immutable revision with a digest, judges it, and issues"
                                + " a proof. Everything after it names that digest; one changed"
                                + " stroke makes a new revision.")
                .open();
    }

    private void openRound(DesignView design, Digest digest) {
        Actor actor = current.actor();
        boolean done =
                Attempt.to(
                        () -> {
                            if (proofs.find(actor.tenant(), digest).isEmpty()
                                    && preflight.judge(actor, digest).passes()) {
                                proofs.issue(actor, digest);
                            }
                            approvals.open(actor, digest);
                        });
        if (done) {
            Notice.done("Both sides are asked to decide.");
        }
        draw(design.id());
    }

    private boolean decide(DesignId id, Digest digest, Decision decision, String reason) {
        boolean done =
                Attempt.to(() -> approvals.decide(current.actor(), digest, decision, reason));
        if (done) {
            Notice.done(
                    designs.open(current.actor(), id).state() == DesignState.APPROVED
                            ? "Approved by both sides."
                            : "Your decision is recorded.");
        }
        draw(id);
        return done;
    }
}
