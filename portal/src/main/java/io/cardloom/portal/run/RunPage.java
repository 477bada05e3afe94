package io.cardloom.portal.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Counts;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.order.OrderNavigation;
import io.cardloom.portal.order.RunMark;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.RunId;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One run: where it stands, what the counts say, and each of its cards. */
@Route(value = RunNavigation.LIST + "/:run", layout = PortalFrame.class)
@PermitAll
class RunPage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor current;
    private final ProductionRuns runs;
    private final CardOrders orders;
    private final Destinations destinations;
    private final RunNews news;
    private final Div top = new Div();
    private @Nullable RunCards cards;
    private @Nullable RunId followed;
    private String title = "Run";

    RunPage(
            CurrentActor current,
            ProductionRuns runs,
            CardOrders orders,
            Destinations destinations,
            RunNews news) {
        this.current = current;
        this.runs = runs;
        this.orders = orders;
        this.destinations = destinations;
        this.news = news;
        top.addClassName("cl-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RunId id = Address.id(event, "run", RunId::new, "run");
        removeAll();
        cards = new RunCards(current, runs, id, () -> draw(id));
        draw(id);
        Div all = new Div(top, cards);
        all.addClassName("cl-stack");
        add(all);
        if (!id.equals(followed)) {
            followed = id;
            news.follow(this, id, () -> draw(id));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    private void draw(RunId id) {
        Actor actor = current.actor();
        ProductionRun run = runs.get(actor, id);
        title = "Run of " + Reading.moment(run.plannedFor());
        top.removeAll();
        PageHead head =
                new PageHead(title)
                        .under(RunNavigation.LIST, "Runs")
                        .saying(
                                Reading.count(run.cards(), "card", "cards")
                                        + " at "
                                        + destinations
                                                .get(actor.tenant(), run.destination())
                                                .name())
                        .with(RunMark.of(run.state()));
        head.doing(new RunSteps(current, runs, () -> draw(id)).buttons(run));
        top.add(head);
        @Nullable String reason = run.reason();
        if (reason != null) {
            Div note = new Div(new Paragraph(reason));
            note.addClassName("cl-note");
            note.getElement().setAttribute("data-tone", "stop");
            note.getElement().setAttribute("role", "status");
            top.add(note);
        }
        top.add(new Sheet("Plastics", Sheet.body(gauge(run)), counts(run)), facts(actor, run));
        if (cards != null) {
            cards.refresh();
        }
    }

    private static Component counts(ProductionRun run) {
        Counts counts =
                new Counts()
                        .count("Counted out", Reading.number(run.stock()), Tone.QUIET)
                        .count("Good", Reading.number(run.good()), Tone.QUIET)
                        .count(
                                "Spoiled",
                                Reading.number(run.spoiled()),
                                run.spoiled() == 0 ? Tone.QUIET : Tone.CARE)
                        .count(
                                "Destroyed",
                                Reading.number(run.destroyed()),
                                run.destroyed() == 0 ? Tone.QUIET : Tone.CARE)
                        .count(
                                "In doubt",
                                Reading.number(run.unknown()),
                                run.unknown() == 0 ? Tone.QUIET : Tone.STOP);
        @Nullable Integer left = run.left();
        return counts.count("Left", left == null ? "–" : Reading.number(left), Tone.QUIET);
    }

    private static Component gauge(ProductionRun run) {
        Div gauge = new Div();
        gauge.addClassName("cl-gauge");
        gauge.getElement()
                .setAttribute("role", "img")
                .setAttribute(
                        "aria-label",
                        run.good()
                                + " good, "
                                + (run.spoiled() + run.destroyed())
                                + " lost and "
                                + run.unknown()
                                + " in doubt, of "
                                + run.cards()
                                + " cards");
        int whole = Math.max(1, Math.max(run.cards(), run.stock()));
        part(gauge, "good", run.good(), whole);
        part(gauge, "care", run.spoiled() + run.destroyed(), whole);
        part(gauge, "stop", run.unknown(), whole);
        return gauge;
    }

    private static void part(Div gauge, String tone, int count, int whole) {
        Element part = new Element("i");
        part.setAttribute("data-tone", tone);
        part.getStyle().set("width", String.format(Locale.ROOT, "%.2f%%", 100.0 * count / whole));
        gauge.getElement().appendChild(part);
    }

    private Component facts(Actor actor, ProductionRun run) {
        Facts facts = new Facts();
        if (actor.may(Permission.VIEW_PRODUCTION)) {
            facts.fact(
                    "Order",
                    new Anchor(
                            OrderNavigation.page(run.order()),
                            orders.get(actor, run.order()).name()));
        }
        facts.fact("Digest", DigestText.whole(run.digest().hex64()));
        @Nullable String released = run.releasedBy();
        if (released != null) {
            facts.fact("Released by", released);
        }
        @Nullable String packageName = run.packageName();
        if (packageName != null) {
            facts.fact("Package", packageName);
        }
        if (run.nextTry() != null) {
            facts.fact("Next try", Reading.moment(run.nextTry()));
        }
        facts.fact("Changed", Reading.moment(run.changedAt()));
        return new Sheet("Run", Sheet.body(facts));
    }
}
