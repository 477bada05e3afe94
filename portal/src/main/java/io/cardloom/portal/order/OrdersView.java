package io.cardloom.portal.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.design.Digest;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every order, newest first. */
@Route(value = OrderNavigation.LIST, layout = PortalFrame.class)
@PageTitle("Orders · Cardloom")
@PermitAll
class OrdersView extends PageBody implements BeforeEnterObserver {

    private static final int PAGE = 25;

    private final Actor actor;
    private final PlaceOrder placeOrder;
    private final Map<ProgramId, String> programs;

    OrdersView(CurrentActor current, CardOrders orders, Programs programs, PlaceOrder placeOrder) {
        this.actor = current.actor();
        this.placeOrder = placeOrder;
        this.programs =
                programs.list(actor).stream().collect(Collectors.toMap(Program::id, Program::name));
        PageHead head =
                new PageHead("Orders")
                        .saying("So many cards of one approved digest, and who they are for.");
        if (actor.may(Permission.PLACE_ORDER)) {
            Button place = placeButton();
            place.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(place);
        }
        add(
                head,
                new Sheet(
                        "All orders",
                        new PagedList<>(
                                (offset, limit) -> orders.list(actor, offset, limit),
                                () -> orders.count(actor),
                                this::rows,
                                this::nothing,
                                PAGE)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address.query(event, OrderNavigation.PLACE, Digest::new)
                .ifPresent(digest -> placeOrder.ask(actor, digest));
    }

    private Button placeButton() {
        return new Button("Place an order", e -> placeOrder.ask(actor, null));
    }

    private Component nothing() {
        return actor.may(Permission.PLACE_ORDER)
                ? new EmptyState(
                        "No orders yet",
                        "Choose an approved design and hand in the cardholder file that the issuer"
                                + " signed and encrypted.",
                        placeButton())
                : new EmptyState(
                        "No orders yet",
                        "An approver places the first one when both sides have approved a design.",
                        new Anchor("designs", "See the designs"));
    }

    private Component rows(List<CardOrder> page) {
        Rows rows = new Rows("minmax(0, 2fr) minmax(0, 1.2fr) 7rem max-content");
        for (CardOrder order : page) {
            rows.link(
                    OrderNavigation.page(order.id()),
                    Rows.name(
                            order.name(),
                            order.placedBy() + ", " + Reading.moment(order.placedAt())),
                    Rows.wide(programs.getOrDefault(order.program(), "")),
                    Rows.number(Reading.count(order.cards(), "card", "cards")),
                    OrderStates.mark(order.state()));
        }
        return rows;
    }
}
