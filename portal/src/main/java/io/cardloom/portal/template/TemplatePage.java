package io.cardloom.portal.template;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.template.RebrandOutcome;
import io.cardloom.designer.template.RebrandProgress;
import io.cardloom.designer.template.Rebrands;
import io.cardloom.designer.template.Template;
import io.cardloom.designer.template.Templates;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.design.DesignNavigation;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One template: its newest version, who follows it, and how its versions were carried on. */
@Route(value = TemplateNavigation.LIST + "/:template", layout = PortalFrame.class)
@PermitAll
class TemplatePage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor current;
    private final Templates templates;
    private final Rebrands rebrands;
    private final TemplateFaces faces;
    private final StartFrom startFrom;
    private String title = "Template";

    TemplatePage(
            CurrentActor current,
            Templates templates,
            Rebrands rebrands,
            TemplateFaces faces,
            StartFrom startFrom) {
        this.current = current;
        this.templates = templates;
        this.rebrands = rebrands;
        this.faces = faces;
        this.startFrom = startFrom;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(Address.id(event, "template", TemplateId::new, "template"));
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    private void draw(TemplateId id) {
        removeAll();
        Actor actor = current.actor();
        Template template = templates.get(actor, id);
        title = template.name();
        Div left = new Div(cards(actor, template));
        left.addClassName("cl-stack");
        Div right = new Div(facts(template));
        right.addClassName("cl-stack");
        if (actor.may(Permission.FREEZE_DESIGN)) {
            right.add(carried(actor, template));
        }
        Div columns = new Div(left, right);
        columns.addClassName("cl-columns");
        add(head(actor, template), columns);
    }

    private PageHead head(Actor actor, Template template) {
        PageHead head =
                new PageHead(template.name())
                        .under(TemplateNavigation.LIST, "Templates")
                        .with(new StateMark("Version " + template.latest(), Tone.QUIET));
        if (actor.may(Permission.FREEZE_DESIGN)) {
            head.doing(
                    new Button("Open its master", e -> openMaster(template)),
                    new Button("Publish next version", e -> publish(actor, template)));
        }
        if (actor.may(Permission.EDIT_DESIGN)) {
            Button start = new Button("New design from it", e -> startFrom.ask(actor, template));
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(start);
        }
        return head;
    }

    private static void openMaster(Template template) {
        UI.getCurrent().navigate(DesignNavigation.editor(template.master()));
    }

    private void publish(Actor actor, Template template) {
        new Ask(
                        "Publish version " + (template.latest() + 1),
                        "Publish",
                        () -> {
                            boolean done =
                                    Attempt.to(() -> templates.publish(actor, template.master()));
                            if (done) {
                                Notice.done("Published. Designs follow it once it is carried on.");
                                draw(template.id());
                            }
                            return done;
                        })
                .saying(
                        "The master as it stands becomes the next version. Designs that follow the"
                                + " template stay as they are until you carry the version into"
                                + " them.")
                .open();
    }

    private Component cards(Actor actor, Template template) {
        Div body = Sheet.body();
        DesignDocument document = templates.document(actor.tenant(), template.version());
        for (Face face : Face.values()) {
            if (document.stack(face).isEmpty()) {
                continue;
            }
            body.add(faces.of(actor.tenant(), template, face).onTheBench());
        }
        return new Sheet("Version " + template.latest(), body);
    }

    private static Component facts(Template template) {
        return new Sheet(
                "About",
                Sheet.body(
                        new Facts()
                                .fact("Published", Reading.moment(template.publishedAt()))
                                .fact("By", template.publishedBy())
                                .fact("Followed by", designs(template.followers()))
                                .fact(
                                        "Master",
                                        new Anchor(
                                                DesignNavigation.page(template.master()),
                                                template.name()))));
    }

    private static String designs(long count) {
        return Reading.count(count, "design", "designs");
    }

    private Component carried(Actor actor, Template template) {
        Button carry = new Button("Carry into its designs", e -> carry(actor, template));
        List<RebrandProgress> all = rebrands.of(actor, template.id());
        Sheet sheet =
                all.isEmpty()
                        ? new Sheet(
                                "Carried on",
                                Sheet.body(
                                        new Paragraph(
                                                "No version was carried on yet. After you publish"
                                                        + " one, carry it into the designs that"
                                                        + " follow an earlier version.")))
                        : new Sheet("Carried on", rows(template, all));
        return sheet.doing(carry);
    }

    private static Component rows(Template template, List<RebrandProgress> all) {
        Rows rows = new Rows();
        for (RebrandProgress one : all) {
            rows.link(
                    TemplateNavigation.rebrand(template.id(), one.id()),
                    Rows.name(
                            "Version " + one.version().number(),
                            Reading.moment(one.startedAt()) + " by " + one.startedBy()),
                    mark(one));
        }
        return rows;
    }

    static StateMark mark(RebrandProgress one) {
        long queued = one.count(RebrandOutcome.QUEUED);
        if (one.finishedAt() == null) {
            return new StateMark(
                    Reading.number(one.settled()) + " of " + Reading.number(one.total()),
                    Tone.LIVE);
        }
        return queued > 0
                ? new StateMark(Reading.number(queued) + " to look at", Tone.CARE)
                : new StateMark("Done, " + designs(one.total()), Tone.GOOD);
    }

    private void carry(Actor actor, Template template) {
        new Ask(
                        "Carry version " + template.latest() + " into its designs",
                        "Carry on",
                        () ->
                                Attempt.to(
                                        () ->
                                                UI.getCurrent()
                                                        .navigate(
                                                                TemplateNavigation.rebrand(
                                                                        template.id(),
                                                                        rebrands.start(
                                                                                actor,
                                                                                template.id())))))
                .saying(
                        "Each design keeps what it has changed itself. One that changes without a"
                                + " new finding is frozen and sent to approval, if it was frozen"
                                + " before; one with a finding waits for you with the reason. What"
                                + " does not change keeps its approval.")
                .open();
    }
}
