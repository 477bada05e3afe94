package io.cardloom.portal.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.design.DesignNavigation;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.Intake;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.OrderState;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.retention.Retentions;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.schedule.ProductionSchedule;
import io.cardloom.production.schedule.ProductionSchedules;
import io.cardloom.production.schedule.Timing;
import io.cardloom.production.traveldocument.ProgramDocuments;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One order: what was found in its file, when it is made, and its runs. */
@Route(value = OrderNavigation.LIST + "/:order", layout = PortalFrame.class)
@PermitAll
class OrderPage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor current;
    private final CardOrders orders;
    private final ProductionRuns runs;
    private final ProductionSchedules schedules;
    private final Destinations destinations;
    private final Designs designs;
    private final Clock clock;
    private final Intake intake;
    private final OrderNews news;
    private final Retentions retentions;
    private final ProgramDocuments documents;
    private @Nullable ReceivingSheet receiving;
    private @Nullable CardOrderId followed;
    private String title = "Order";

    OrderPage(
            CurrentActor current,
            CardOrders orders,
            ProductionRuns runs,
            ProductionSchedules schedules,
            Destinations destinations,
            Designs designs,
            Clock clock,
            Intake intake,
            OrderNews news,
            Retentions retentions,
            ProgramDocuments documents) {
        this.documents = documents;
        this.current = current;
        this.orders = orders;
        this.runs = runs;
        this.schedules = schedules;
        this.destinations = destinations;
        this.designs = designs;
        this.clock = clock;
        this.intake = intake;
        this.news = news;
        this.retentions = retentions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CardOrderId id = Address.id(event, "order", CardOrderId::new, "order");
        draw(id);
        if (!id.equals(followed)) {
            followed = id;
            news.follow(this, id, () -> followed(id));
            // What came between the drawing and the following.
            addAttachListener(e -> followed(id));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    /** Only the taking in moves by itself; what people do here draws itself. */
    private void followed(CardOrderId id) {
        if (receiving == null) {
            return;
        }
        Actor actor = current.actor();
        if (orders.get(actor, id).state() == OrderState.RECEIVING) {
            receiving.show(intake.progress(actor, id));
        } else {
            draw(id);
        }
    }

    private void draw(CardOrderId id) {
        removeAll();
        Actor actor = current.actor();
        CardOrder order = orders.get(actor, id);
        Optional<String> format = documents.format(actor, id);
        title = order.name();
        PageHead head =
                new PageHead(order.name())
                        .under(OrderNavigation.LIST, "Orders")
                        .saying(
                                order.state() == OrderState.RECEIVING
                                        ? ""
                                        : format.isPresent()
                                                ? Reading.count(
                                                        order.cards(), "document", "documents")
                                                : Reading.count(order.cards(), "card", "cards"))
                        .with(OrderStates.mark(order.state()));
        receiving = order.state() == OrderState.RECEIVING ? receiving(actor, id) : null;
        if (receiving != null) {
            add(head, receiving, facts(actor, order, format));
            return;
        }
        if (order.state().isOpen() && actor.may(Permission.SCHEDULE_RUN)) {
            Button schedule = new Button("Schedule", e -> ask(order));
            schedule.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(schedule);
        }
        Div left = new Div(runs(actor, order), schedules(actor, order));
        left.addClassName("cl-stack");
        Div right = new Div(facts(actor, order, format));
        right.addClassName("cl-stack");
        Div columns = new Div(left, right);
        columns.addClassName("cl-columns");
        add(head, new IntakeSheet(orders.report(actor, id), format.isPresent()), columns);
    }

    private ReceivingSheet receiving(Actor actor, CardOrderId id) {
        ReceivingSheet sheet =
                new ReceivingSheet(
                        actor.may(Permission.PLACE_ORDER),
                        () -> Attempt.to(() -> intake.cancel(current.actor(), id)));
        sheet.show(intake.progress(actor, id));
        return sheet;
    }

    private void ask(CardOrder order) {
        ScheduleDialog.open(
                destinations.list(current.actor()),
                order.cards(),
                LocalDateTime.now(clock.withZone(Reading.zone())).truncatedTo(ChronoUnit.MINUTES),
                (destination, timing) -> {
                    boolean done =
                            Attempt.to(
                                    () ->
                                            schedules.schedule(
                                                    current.actor(),
                                                    order.id(),
                                                    destination.id(),
                                                    timing));
                    if (done) {
                        Notice.done("Scheduled. The run waits for its release when it is planned.");
                        draw(order.id());
                    }
                    return done;
                });
    }

    private Component facts(Actor actor, CardOrder order, Optional<String> format) {
        Facts facts =
                new Facts()
                        .fact("Placed", Reading.moment(order.placedAt()))
                        .fact("By", order.placedBy())
                        .fact("Digest", DigestText.whole(order.digest().hex64()));
        format.ifPresent(of -> facts.fact("Made as", "Identity documents, " + of));
        retentions
                .due(actor, order.id())
                .ifPresent(at -> facts.fact("Account data until", Reading.moment(at)));
        retentions
                .gone(actor, order.id())
                .ifPresent(
                        gone -> {
                            facts.fact("Account data destroyed", Reading.moment(gone.at()));
                            facts.fact(
                                    "Certificate",
                                    Reading.count(gone.records(), "record", "records")
                                            + ", key "
                                            + gone.keyCheckValue());
                        });
        if (actor.may(Permission.VIEW_DESIGN)) {
            DesignRevision revision = designs.revision(actor, order.digest());
            facts.fact(
                    "Design",
                    new Anchor(DesignNavigation.page(revision.design()), revision.name()));
        }
        return new Sheet("Order", Sheet.body(facts));
    }

    private Component runs(Actor actor, CardOrder order) {
        List<ProductionRun> list = runs.ofOrder(actor, order.id());
        if (list.isEmpty()) {
            return new Sheet(
                    "Runs",
                    new EmptyState(
                                    "No runs yet",
                                    "A schedule plans the first run; an operator who did not"
                                            + " approve the design releases it.")
                            .small());
        }
        Rows rows = new Rows();
        for (ProductionRun run : list) {
            rows.link(
                    "runs/" + run.id(),
                    Rows.name(
                            Reading.count(run.cards(), "card", "cards"),
                            Reading.moment(run.plannedFor())),
                    RunMark.of(run.state()));
        }
        return new Sheet("Runs", rows);
    }

    private Component schedules(Actor actor, CardOrder order) {
        List<ProductionSchedule> list = schedules.ofOrder(actor, order.id());
        if (list.isEmpty()) {
            return new Div();
        }
        Rows rows = new Rows();
        for (ProductionSchedule schedule : list) {
            Destination to = destinations.get(actor.tenant(), schedule.destination());
            rows.line(
                    Rows.name(to.name(), words(schedule)),
                    schedule.ended() || !actor.may(Permission.SCHEDULE_RUN)
                            ? new Span(schedule.ended() ? "Ended" : "")
                            : new Button("End", e -> end(order, schedule)));
        }
        return new Sheet("Schedules", rows);
    }

    private void end(CardOrder order, ProductionSchedule schedule) {
        if (Attempt.to(() -> schedules.end(current.actor(), schedule.id()))) {
            draw(order.id());
        }
    }

    private static String words(ProductionSchedule schedule) {
        String when =
                switch (schedule.timing()) {
                    case Timing.Once once -> "once, " + Reading.moment(once.at());
                    case Timing.Repeating again ->
                            again.cron()
                                    + " in "
                                    + again.zone()
                                    + ", "
                                    + Reading.count(again.cardsPerRun(), "card", "cards")
                                    + " a run";
                };
        return schedule.next() == null ? when : when + "; next " + Reading.moment(schedule.next());
    }
}
