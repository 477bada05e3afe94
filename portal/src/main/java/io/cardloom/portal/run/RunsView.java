package io.cardloom.portal.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.order.RunMark;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every run the actor may see, newest first, live. */
@Route(value = RunNavigation.LIST, layout = PortalFrame.class)
@PageTitle("Runs · Cardloom")
@PermitAll
class RunsView extends PageBody {

    private static final int PAGE = 25;

    private final boolean bureau;
    private final Map<DestinationId, String> destinations;

    RunsView(CurrentActor current, ProductionRuns runs, Destinations destinations, RunNews news) {
        Actor actor = current.actor();
        this.bureau = !actor.may(Permission.VIEW_PRODUCTION);
        this.destinations =
                destinations.list(actor).stream()
                        .collect(Collectors.toMap(Destination::id, Destination::name));
        PagedList<ProductionRun> list =
                new PagedList<>(
                        (offset, limit) -> runs.list(actor, offset, limit),
                        () -> runs.count(actor),
                        this::rows,
                        this::nothing,
                        PAGE);
        add(
                new PageHead(bureau ? "Runs sent to us" : "Runs")
                        .saying(
                                bureau
                                        ? "Sealed packages that issuers handed over to your bureau,"
                                                + " and what was acknowledged."
                                        : "One occurrence in which an order's cards are made."
                                                + " Released, moving, stuck or counted."),
                new Sheet(bureau ? "Packages" : "All runs", list));
        news.follow(this, actor.tenant(), list::draw);
    }

    private Component nothing() {
        return bureau
                ? new EmptyState(
                        "Nothing was sent to you yet",
                        "A run appears here when an issuer's operator releases it to your bureau.")
                : new EmptyState(
                        "No runs yet",
                        "Schedule an order, and its run is planned for that time.",
                        new Anchor("orders", "See the orders"));
    }

    private Component rows(List<ProductionRun> page) {
        Rows rows = new Rows("minmax(0, 1.6fr) minmax(0, 1.3fr) 8rem minmax(8.5rem, max-content)");
        for (ProductionRun run : page) {
            rows.link(
                    RunNavigation.page(run.id()),
                    Rows.name(
                            Reading.moment(run.plannedFor()),
                            run.reason() == null ? "digest " + run.digest().brief() : run.reason()),
                    Rows.wide(destinations.getOrDefault(run.destination(), "")),
                    Rows.number(
                            Reading.number(run.good())
                                    + " of "
                                    + Reading.count(run.cards(), "card", "cards")),
                    RunMark.of(run.state()));
        }
        return rows;
    }
}
