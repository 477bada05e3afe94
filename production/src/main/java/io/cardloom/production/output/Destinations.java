package io.cardloom.production.output;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door to the places where a tenant's cards are made. */
@Component
public class Destinations {

    /**
     * Adds a destination, or changes the one with this id. Runs released before the change keep
     * what they were released for: they stop instead of going elsewhere.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code DESTINATION_DRIVER_UNKNOWN}, {@code
     *     DESTINATION_NAME_MISSING}, {@code DESTINATION_BUREAU_MISSING}
     */
    public Destination configure(Actor actor, Destination destination) {
        throw new IllegalStateException("not built yet");
    }

    /** All of the tenant's destinations, by name; a bureau sees its own only. */
    public List<Destination> list(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * @throws io.cardloom.tenancy.refusal.Refusal not found
     */
    public Destination get(TenantId tenant, DestinationId id) {
        throw new IllegalStateException("not built yet");
    }
}
