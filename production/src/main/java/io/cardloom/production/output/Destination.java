package io.cardloom.production.output;

import io.cardloom.tenancy.tenant.OrganizationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where cards are made.
 *
 * @param id its name for programs
 * @param name what people call it, 1 to 120 characters
 * @param channel whether it takes a whole package or one card at a time
 * @param driver the {@link BureauGateway#driver()} or {@link PersonalizationDevice#driver()} that
 *     reaches it
 * @param bureau the organization that sees the runs sent here; null for a device of one's own
 * @param settings what the driver needs (host, port, folder ...); secrets only by reference
 */
public record Destination(
        DestinationId id,
        String name,
        Channel channel,
        String driver,
        @Nullable OrganizationId bureau,
        Map<String, String> settings) {

    /** How cards get there. */
    public enum Channel {
        /** A sealed package, answered by an acknowledgement. */
        BUREAU,
        /** One card after the other, each answered at once. */
        DEVICE
    }

    public Destination {
        settings = Map.copyOf(settings);
    }
}
