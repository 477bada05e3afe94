package io.cardloom.portal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.run.RunNews;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.identity.Membership;
import io.cardloom.tenancy.permission.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Supplier;

/** The first page after sign-in: what waits for me, what is moving, what is stuck. */
@Route(value = "", layout = PortalFrame.class)
@PageTitle("Home · Cardloom")
@PermitAll
class HomeView extends PageBody {

    private final CurrentActor current;
    private final Desk desk;
    private final Div sheets = new Div();

    HomeView(CurrentActor current, Desk desk, RunNews news) {
        this.current = current;
        this.desk = desk;
        Membership place = current.membership();
        sheets.addClassName("cl-stack");
        add(
                new PageHead("Today at " + place.issuerName())
                        .saying("What waits for you, what is moving, and what is stuck."),
                sheets);
        draw();
        news.follow(this, place.tenant(), this::draw);
    }

    private void draw() {
        Actor actor = current.actor();
        sheets.removeAll();
        Div beside =
                new Div(
                        sheet(
                                "Moving",
                                desk.moving(actor),
                                () ->
                                        new EmptyState(
                                                        "Nothing moves",
                                                        "Released runs and open rounds of approval"
                                                                + " show their progress here.")
                                                .small()),
                        sheet(
                                "Stuck",
                                desk.stuck(actor),
                                () ->
                                        new EmptyState(
                                                        "Nothing is stuck",
                                                        "Cards in doubt, runs on hold and refused"
                                                                + " files would be named here.")
                                                .small()));
        beside.addClassName("cl-pair");
        sheets.add(
                sheet("Waits for you", desk.waiting(actor), () -> calm(actor)),
                desk.recent(actor),
                beside);
    }

    private static Component sheet(
            String title, List<Desk.Item> items, Supplier<Component> nothing) {
        if (items.isEmpty()) {
            return new Sheet(title, nothing.get());
        }
        Rows rows = new Rows("minmax(0, 1fr) max-content");
        items.forEach(i -> rows.link(i.path(), Rows.name(i.name(), i.why()), i.mark()));
        Span count = new Span(Integer.toString(items.size()));
        count.addClassNames("cl-soft", "cl-small");
        return new Sheet(title, rows).doing(count);
    }

    private static Component calm(Actor actor) {
        return new EmptyState(
                        "Nothing waits for you",
                        "Decisions, releases and counts that need you will be listed here, each"
                                + " with its reason.",
                        Desk.somewhere(actor)
                                .map(way -> new Anchor(way.path(), way.name()))
                                .map(a -> new Component[] {a})
                                .orElse(new Component[0]))
                .small();
    }
}
