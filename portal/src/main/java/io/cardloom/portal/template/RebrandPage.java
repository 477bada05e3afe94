package io.cardloom.portal.template;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.render.Renderer;
import io.cardloom.designer.template.RebrandId;
import io.cardloom.designer.template.RebrandItem;
import io.cardloom.designer.template.RebrandOutcome;
import io.cardloom.designer.template.RebrandProgress;
import io.cardloom.designer.template.Rebrands;
import io.cardloom.designer.template.Template;
import io.cardloom.designer.template.Templates;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.CardFace;
import io.cardloom.portal.component.Counts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.design.DesignNavigation;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A version on its way into the designs that follow its template, live. */
@Route(value = TemplateNavigation.LIST + "/:template/rebrand/:rebrand", layout = PortalFrame.class)
@PermitAll
class RebrandPage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 12;
    private static final int PREVIEW_PX = 480;

    private final CurrentActor current;
    private final Rebrands rebrands;
    private final Templates templates;
    private final Renderer renderer;
    private final TemplateFaces faces;
    private final RebrandNews news;
    private final Div top = new Div();
    private final Select<RebrandOutcome> outcome = new Select<>();
    private @Nullable PagedList<RebrandItem> list;
    private @Nullable RebrandId followed;
    private @Nullable RebrandProgress shown;
    private String title = "Rebrand";

    RebrandPage(
            CurrentActor current,
            Rebrands rebrands,
            Templates templates,
            Renderer renderer,
            TemplateFaces faces,
            RebrandNews news) {
        this.current = current;
        this.rebrands = rebrands;
        this.templates = templates;
        this.renderer = renderer;
        this.faces = faces;
        this.news = news;
        top.addClassName("cl-stack");
        outcome.setLabel("Show");
        outcome.setItems(RebrandOutcome.values());
        outcome.setItemLabelGenerator(RebrandPage::words);
        outcome.setValue(RebrandOutcome.QUEUED);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RebrandId id = Address.id(event, "rebrand", RebrandId::new, "rebrand");
        removeAll();
        Actor actor = current.actor();
        PagedList<RebrandItem> made =
                new PagedList<>(
                        (offset, limit) ->
                                rebrands.list(actor, id, outcome.getValue(), offset, limit),
                        () -> rebrands.progress(actor, id).count(outcome.getValue()),
                        page -> rows(actor, id, page),
                        this::nothing,
                        PAGE);
        list = made;
        outcome.addValueChangeListener(e -> made.restart());
        draw(id);
        Div tools = new Div(outcome);
        tools.addClassName("cl-tools");
        Div all = new Div(top, tools, new Sheet("Designs", made));
        all.addClassName("cl-stack");
        add(all);
        if (!id.equals(followed)) {
            followed = id;
            news.follow(this, id, () -> follow(id));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    /** What is shown already is not drawn anew: a hand may be on its way to a button. */
    private void follow(RebrandId id) {
        if (!rebrands.progress(current.actor(), id).equals(shown)) {
            draw(id);
        }
    }

    private void draw(RebrandId id) {
        Actor actor = current.actor();
        RebrandProgress progress = rebrands.progress(actor, id);
        shown = progress;
        Template template = templates.get(actor, progress.version().template());
        title = template.name() + ", version " + progress.version().number();
        top.removeAll();
        top.add(
                new PageHead(title)
                        .under(TemplateNavigation.page(template.id()), template.name())
                        .saying(
                                "Started "
                                        + Reading.moment(progress.startedAt())
                                        + " by "
                                        + progress.startedBy())
                        .with(TemplatePage.mark(progress)),
                new Sheet("Progress", Sheet.body(gauge(progress)), counts(progress)));
        if (list != null) {
            list.draw();
        }
    }

    private static Component gauge(RebrandProgress progress) {
        Div gauge = new Div();
        gauge.addClassName("cl-gauge");
        gauge.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-label", "Designs that are settled")
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", Long.toString(progress.total()))
                .setAttribute("aria-valuenow", Long.toString(progress.settled()));
        long queued = progress.count(RebrandOutcome.QUEUED);
        part(gauge, "good", progress.settled() - queued, progress.total());
        part(gauge, "care", queued, progress.total());
        return gauge;
    }

    private static void part(Div gauge, String tone, long count, long whole) {
        Element part = new Element("i");
        part.setAttribute("data-tone", tone);
        part.getStyle()
                .set(
                        "width",
                        String.format(Locale.ROOT, "%.2f%%", 100.0 * count / Math.max(1, whole)));
        gauge.getElement().appendChild(part);
    }

    private static Component counts(RebrandProgress progress) {
        Counts counts = new Counts();
        for (RebrandOutcome one : RebrandOutcome.values()) {
            long count = progress.count(one);
            if (count > 0 || one == RebrandOutcome.QUEUED || one == RebrandOutcome.IN_REVIEW) {
                counts.count(
                        words(one),
                        Reading.number(count),
                        one == RebrandOutcome.QUEUED && count > 0 ? Tone.CARE : Tone.QUIET);
            }
        }
        return counts;
    }

    private static String words(RebrandOutcome outcome) {
        return switch (outcome) {
            case PENDING -> "Waiting";
            case UNCHANGED -> "Unchanged";
            case IN_REVIEW -> "Sent to approval";
            case DRAFT -> "Changed drafts";
            case QUEUED -> "To look at";
            case TAKEN -> "Taken over";
            case LEFT -> "Left as they are";
        };
    }

    private Component nothing() {
        return Sheet.body(
                new Paragraph(
                        outcome.getValue() == RebrandOutcome.QUEUED
                                ? "Nothing waits for you here."
                                : "No design of this kind."));
    }

    private Component rows(Actor actor, RebrandId id, List<RebrandItem> page) {
        if (outcome.getValue() != RebrandOutcome.QUEUED) {
            Rows rows = new Rows();
            page.forEach(
                    item ->
                            rows.link(
                                    DesignNavigation.page(item.design()),
                                    Rows.name(item.name(), item.reason()),
                                    Rows.number(Reading.count(item.changes(), "layer", "layers"))));
            return rows;
        }
        UnorderedList queue = new UnorderedList();
        queue.addClassName("cl-queue");
        CardBodyId plastic =
                templates.get(actor, rebrands.progress(actor, id).version().template()).cardBody();
        page.forEach(item -> queue.add(new ListItem(queued(actor, id, plastic, item))));
        return queue;
    }

    private Component queued(Actor actor, RebrandId id, CardBodyId plastic, RebrandItem item) {
        CardFace now =
                faces.blank(actor.tenant(), plastic)
                        .showing(
                                item.name() + " as it is",
                                () ->
                                        renderer.preview(
                                                actor, item.design(), Face.FRONT, PREVIEW_PX));
        CardFace then =
                faces.blank(actor.tenant(), plastic)
                        .showing(
                                item.name() + " with the new version",
                                () -> recomposed(actor, id, item));
        Div words =
                new Div(
                        new Anchor(DesignNavigation.page(item.design()), item.name()),
                        new Paragraph(item.reason()));
        Button take =
                new Button(
                        "Take it over",
                        e ->
                                decide(
                                        id,
                                        "Taken over; it is a draft now.",
                                        () -> rebrands.take(actor, id, item.design())));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button leave =
                new Button(
                        "Leave it as it is",
                        e ->
                                decide(
                                        id,
                                        "Left as it is.",
                                        () -> rebrands.leave(actor, id, item.design())));
        Div actions = new Div(take, leave);
        actions.addClassName("cl-actions");
        Div before = new Div(new StateMark("As it is", Tone.QUIET), now);
        Div after = new Div(new StateMark("New version", Tone.QUIET), then);
        Div row = new Div(before, after, new Div(words, actions));
        row.addClassName("cl-queued");
        return row;
    }

    private byte[] recomposed(Actor actor, RebrandId id, RebrandItem item) {
        DesignDocument document = rebrands.preview(actor, id, item.design());
        return faces.draw(actor.tenant(), document.cardBody(), document, Face.FRONT);
    }

    private void decide(RebrandId id, String said, Runnable decision) {
        if (Attempt.to(decision)) {
            Notice.done(said);
        }
        draw(id);
    }
}
