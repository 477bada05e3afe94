package io.cardloom.connectors.registry;

import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to the drivers: which there are, and how the destinations they reach are. */
@Component
public class Drivers {

    private final List<Connection> connections;
    private final Destinations destinations;

    Drivers(List<Connection> connections, Destinations destinations) {
        this.connections =
                connections.stream().sorted(Comparator.comparing(Connection::driver)).toList();
        this.destinations = destinations;
    }

    /** Every driver, by its word. */
    public List<Connection> all() {
        return connections;
    }

    /**
     * Checks a destination's settings before it is configured; reaches nothing.
     *
     * @throws Refusal {@code DESTINATION_DRIVER_UNKNOWN}, {@code DESTINATION_CHANNEL}, or what the
     *     driver refuses
     */
    public void judge(Destination destination) {
        connection(destination).judge(destination);
    }

    /**
     * Reaches out to a destination and says how it is; it is given nothing to do.
     *
     * @throws Refusal {@code NOT_FOUND}, {@code PERMISSION_MISSING} or {@code
     *     DESTINATION_DRIVER_UNKNOWN}
     */
    public Health check(Actor actor, DestinationId id) {
        actor.require(Permission.VIEW_PRODUCTION);
        Destination destination = destinations.get(actor.tenant(), id);
        return connection(destination).check(actor.tenant(), destination);
    }

    private Connection connection(Destination destination) {
        Connection connection =
                connections.stream()
                        .filter(c -> c.driver().equals(destination.driver()))
                        .findFirst()
                        .orElseThrow(() -> unknown(destination));
        if (connection.channel() != destination.channel()) {
            throw Refusal.invalid(
                    "DESTINATION_CHANNEL",
                    "The driver "
                            + connection.driver()
                            + (connection.channel() == Destination.Channel.BUREAU
                                    ? " reaches bureaus, not devices."
                                    : " reaches devices, not bureaus."));
        }
        return connection;
    }

    private Refusal unknown(Destination destination) {
        return Refusal.invalid(
                "DESTINATION_DRIVER_UNKNOWN",
                "There is no driver of that name for "
                        + destination.name()
                        + ". There are: "
                        + String.join(", ", connections.stream().map(Connection::driver).toList())
                        + ".");
    }
}
