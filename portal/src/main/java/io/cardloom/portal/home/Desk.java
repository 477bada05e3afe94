package io.cardloom.portal.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignSummary;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.render.Renderer;
import io.cardloom.portal.component.CardFace;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.design.DesignNavigation;
import io.cardloom.portal.key.KeyNavigation;
import io.cardloom.portal.key.KeyNotes;
import io.cardloom.portal.order.OrderNavigation;
import io.cardloom.portal.order.RunMark;
import io.cardloom.portal.run.RunNavigation;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.RunState;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what concerns a person today, by asking the doors she may ask. */
@Component
class Desk {

    private static final int LOOK_BACK = 100;
    private static final int RECENT = 4;
    private static final int PREVIEW_PX = 640;

    private final Designs designs;
    private final CardBodies bodies;
    private final Approvals approvals;
    private final CardOrders orders;
    private final ProductionRuns runs;
    private final Renderer renderer;
    private final KeyNotes keys;

    Desk(
            Designs designs,
            CardBodies bodies,
            Approvals approvals,
            CardOrders orders,
            ProductionRuns runs,
            Renderer renderer,
            KeyNotes keys) {
        this.designs = designs;
        this.bodies = bodies;
        this.approvals = approvals;
        this.orders = orders;
        this.runs = runs;
        this.renderer = renderer;
        this.keys = keys;
    }

    /** One line on the desk, and why it lies there. */
    record Item(String path, String name, String why, StateMark mark) {}

    /** A way to go when nothing waits. */
    record Way(String path, String name) {}

    static Optional<Way> somewhere(Actor actor) {
        if (actor.may(Permission.VIEW_DESIGN)) {
            return Optional.of(new Way("designs", "See the designs"));
        }
        if (actor.may(Permission.KEEP_KEYS)) {
            return Optional.of(new Way(KeyNavigation.LIST, "See the keys"));
        }
        return actor.may(Permission.RECEIVE_RUN)
                ? Optional.of(new Way("runs", "See the runs sent to you"))
                : Optional.empty();
    }

    List<Item> waiting(Actor actor) {
        List<Item> items = new ArrayList<>();
        if (actor.may(Permission.DECIDE_APPROVAL)) {
            approvals
                    .waitingFor(actor)
                    .forEach(
                            round ->
                                    items.add(
                                            new Item(
                                                    DesignNavigation.page(round.design()),
                                                    "Decide on "
                                                            + designs.open(actor, round.design())
                                                                    .name(),
                                                    "Your side has not decided; opened "
                                                            + Reading.moment(round.openedAt()),
                                                    new StateMark("Decide", Tone.LIVE))));
        }
        if (actor.may(Permission.FREEZE_DESIGN)) {
            states(actor, DesignState.CHANGES_REQUIRED)
                    .forEach(
                            d ->
                                    items.add(
                                            item(
                                                    d,
                                                    "Changes were asked for",
                                                    new StateMark("Draw", Tone.CARE))));
        }
        if (actor.may(Permission.PLACE_ORDER)) {
            unordered(actor)
                    .forEach(
                            d ->
                                    items.add(
                                            item(
                                                    d,
                                                    "Both sides approved it; no order names it yet",
                                                    new StateMark("Order", Tone.GOOD))));
        }
        if (actor.may(Permission.RELEASE_RUN)) {
            runs(actor, RunState.PLANNED)
                    .forEach(
                            r ->
                                    items.add(
                                            item(
                                                    r,
                                                    "Planned; waits for its release",
                                                    new StateMark("Release", Tone.LIVE))));
            runs(actor, RunState.PRODUCED)
                    .forEach(
                            r ->
                                    items.add(
                                            item(
                                                    r,
                                                    "Every card has an end; count the plastics",
                                                    new StateMark("Count", Tone.CARE))));
        }
        keys.of(actor).forEach(n -> items.add(new Item(n.path(), n.name(), n.why(), n.mark())));
        return items;
    }

    List<Item> moving(Actor actor) {
        List<Item> items = new ArrayList<>();
        if (actor.may(Permission.VIEW_DESIGN)) {
            states(actor, DesignState.IN_REVIEW)
                    .forEach(
                            d ->
                                    items.add(
                                            item(
                                                    d,
                                                    "In two hands since its round opened",
                                                    new StateMark("In review", Tone.LIVE))));
        }
        all(actor).stream()
                .filter(r -> r.state().moving())
                .forEach(r -> items.add(item(r, progress(r), RunMark.of(r.state()))));
        return items;
    }

    List<Item> stuck(Actor actor) {
        List<Item> items = new ArrayList<>();
        all(actor).stream()
                .filter(r -> r.state() == RunState.ON_HOLD || r.unknown() > 0)
                .forEach(
                        r ->
                                items.add(
                                        item(
                                                r,
                                                r.reason() == null
                                                        ? Reading.count(
                                                                        r.unknown(),
                                                                        "card is",
                                                                        "cards are")
                                                                + " in doubt"
                                                        : r.reason(),
                                                r.unknown() > 0
                                                        ? new StateMark("In doubt", Tone.STOP)
                                                        : RunMark.of(r.state()))));
        if (actor.may(Permission.VIEW_PRODUCTION)) {
            orders.list(actor, 0, LOOK_BACK).stream()
                    .filter(o -> o.state() == OrderState.REFUSED)
                    .limit(RECENT)
                    .forEach(o -> items.add(refused(o)));
        }
        return items;
    }

    /** The cards that were changed last, as cards. */
    com.vaadin.flow.component.Component recent(Actor actor) {
        if (!actor.may(Permission.VIEW_DESIGN)) {
            return new Div();
        }
        List<DesignSummary> latest = designs.list(actor, "", 0, RECENT);
        if (latest.isEmpty()) {
            return new Div();
        }
        Map<CardBodyId, CardBody> plastics =
                bodies.list(actor).stream().collect(Collectors.toMap(CardBody::id, body -> body));
        UnorderedList wall = new UnorderedList();
        wall.addClassName("cl-wall");
        for (DesignSummary design : latest) {
            Element name = new Element("strong");
            name.setText(design.name());
            Div caption = new Div();
            caption.addClassName("cl-caption");
            caption.getElement().appendChild(name);
            CardFace card =
                    CardFace.of(plastics.get(design.cardBody()))
                            .showing(
                                    "",
                                    () ->
                                            renderer.preview(
                                                    actor, design.id(), Face.FRONT, PREVIEW_PX));
            wall.add(new ListItem(new Anchor(DesignNavigation.page(design.id()), card, caption)));
        }
        return new Sheet("On the bench", Sheet.body(wall))
                .doing(new Anchor("designs", "All designs"));
    }

    private static Item refused(CardOrder order) {
        return new Item(
                OrderNavigation.page(order.id()),
                order.name(),
                "Its cardholder list was refused; nothing was kept",
                new StateMark("Refused", Tone.STOP));
    }

    private static Item item(DesignSummary design, String why, StateMark mark) {
        return new Item(DesignNavigation.page(design.id()), design.name(), why, mark);
    }

    private static Item item(ProductionRun run, String why, StateMark mark) {
        return new Item(
                RunNavigation.page(run.id()),
                "Run of "
                        + Reading.count(run.cards(), "card", "cards")
                        + ", "
                        + Reading.moment(run.plannedFor()),
                why,
                mark);
    }

    private static String progress(ProductionRun run) {
        return Reading.number(run.good()) + " of " + Reading.number(run.cards()) + " good";
    }

    private List<DesignSummary> states(Actor actor, DesignState state) {
        return designs.list(actor, "", 0, LOOK_BACK).stream()
                .filter(d -> d.state() == state)
                .toList();
    }

    private List<DesignSummary> unordered(Actor actor) {
        List<CardOrder> placed = orders.list(actor, 0, LOOK_BACK);
        return states(actor, DesignState.APPROVED).stream()
                .filter(d -> placed.stream().noneMatch(o -> o.digest().equals(d.digest())))
                .toList();
    }

    private List<ProductionRun> all(Actor actor) {
        return actor.may(Permission.VIEW_PRODUCTION) || actor.may(Permission.RECEIVE_RUN)
                ? runs.list(actor, 0, LOOK_BACK)
                : List.of();
    }

    private List<ProductionRun> runs(Actor actor, RunState state) {
        return all(actor).stream().filter(r -> r.state() == state).toList();
    }
}
