package io.cardloom.production.output;

import io.cardloom.production.output.Destination.Channel;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door to the places where a tenant's cards are made. */
@Component
public class Destinations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final int LONGEST_NAME = 120;

    private final TenantWork work;
    private final DestinationRepository rows;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final ObjectProvider<BureauGateway> gateways;
    private final ObjectProvider<PersonalizationDevice> devices;

    Destinations(
            TenantWork work,
            DestinationRepository rows,
            Organizations organizations,
            AuditTrail audit,
            ObjectProvider<BureauGateway> gateways,
            ObjectProvider<PersonalizationDevice> devices) {
        this.work = work;
        this.rows = rows;
        this.organizations = organizations;
        this.audit = audit;
        this.gateways = gateways;
        this.devices = devices;
    }

    /**
     * Adds a destination, or changes the one with this id; needs ADMINISTER. Runs released before
     * the change keep what they were released for: they stop instead of going elsewhere.
     *
     * @throws Refusal {@code DESTINATION_DRIVER_UNKNOWN}, {@code DESTINATION_NAME_WRONG}, {@code
     *     DESTINATION_NAME_TAKEN}, {@code DESTINATION_BUREAU_MISSING}, {@code
     *     DESTINATION_CHANNEL_FIXED}
     */
    public Destination configure(Actor actor, Destination wish) {
        actor.require(Permission.ADMINISTER);
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid(
                    "DESTINATION_NAME_WRONG",
                    "Give the destination a name of 1 to 120 characters.");
        }
        requireDriver(wish);
        return work.call(
                actor.tenant(),
                () -> {
                    requireBureau(actor, wish);
                    requireFreeName(actor, wish.id(), name);
                    DestinationRow row =
                            rows.find(actor.tenant(), wish.id())
                                    .orElseGet(() -> added(actor.tenant(), wish));
                    if (!row.channel.equals(wish.channel().name())) {
                        throw Refusal.conflict(
                                "DESTINATION_CHANNEL_FIXED",
                                "A destination stays a bureau or a device. Add another one.");
                    }
                    row.name = name;
                    row.driver = wish.driver();
                    row.bureauId = value(wish);
                    row.settings = JSON.writeValueAsString(wish.settings());
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "destination.configured",
                                    wish.id().value(),
                                    null,
                                    Map.of("name", name, "driver", wish.driver())));
                    return told(row);
                });
    }

    /** By name: all of them for the issuer's people, its own for a bureau. */
    public List<Destination> list(Actor actor) {
        boolean bureau =
                !actor.may(Permission.VIEW_PRODUCTION) && !actor.may(Permission.ADMINISTER);
        if (bureau) {
            actor.require(Permission.RECEIVE_RUN);
        }
        return work.read(
                actor.tenant(),
                () ->
                        rows.all(actor.tenant()).stream()
                                .map(Destinations::told)
                                .filter(d -> !bureau || isFor(actor, d))
                                .toList());
    }

    /**
     * @throws Refusal not found
     */
    public Destination get(TenantId tenant, DestinationId id) {
        return work.read(
                tenant,
                () ->
                        rows.find(tenant, id)
                                .map(Destinations::told)
                                .orElseThrow(() -> Refusal.notFound("destination")));
    }

    /** The gateway that reaches this bureau; empty when its driver is not installed here. */
    public Optional<BureauGateway> gateway(Destination to) {
        return gateways.orderedStream().filter(g -> g.driver().equals(to.driver())).findFirst();
    }

    /** The driver of this device; empty when it is not installed here. */
    public Optional<PersonalizationDevice> device(Destination at) {
        return devices.orderedStream().filter(d -> d.driver().equals(at.driver())).findFirst();
    }

    private void requireDriver(Destination wish) {
        boolean known =
                wish.channel() == Channel.BUREAU
                        ? gateway(wish).isPresent()
                        : device(wish).isPresent();
        if (!known) {
            throw Refusal.invalid(
                    "DESTINATION_DRIVER_UNKNOWN",
                    "No driver of that name is installed for this channel. Installed are: "
                            + String.join(", ", drivers(wish.channel()))
                            + ".");
        }
    }

    private List<String> drivers(Channel channel) {
        return channel == Channel.BUREAU
                ? gateways.orderedStream().map(BureauGateway::driver).toList()
                : devices.orderedStream().map(PersonalizationDevice::driver).toList();
    }

    private void requireBureau(Actor actor, Destination wish) {
        OrganizationId bureau = wish.bureau();
        if (bureau == null) {
            if (wish.channel() == Channel.BUREAU) {
                throw Refusal.invalid(
                        "DESTINATION_BUREAU_MISSING",
                        "Say which bureau receives the runs that are sent there.");
            }
            return;
        }
        if (organizations.get(actor.tenant(), bureau).kind() != OrganizationKind.BUREAU) {
            throw Refusal.invalid(
                    "DESTINATION_BUREAU_MISSING", "That organization is not a bureau.");
        }
    }

    private void requireFreeName(Actor actor, DestinationId id, String name) {
        boolean taken =
                rows.all(actor.tenant()).stream()
                        .anyMatch(d -> d.name.equalsIgnoreCase(name) && !d.id.equals(id.value()));
        if (taken) {
            throw Refusal.conflict(
                    "DESTINATION_NAME_TAKEN", "Another destination has that name. Choose another.");
        }
    }

    private DestinationRow added(TenantId tenant, Destination wish) {
        DestinationRow row = new DestinationRow();
        row.id = wish.id().value();
        row.name = wish.name().strip();
        row.channel = wish.channel().name();
        row.driver = wish.driver();
        row.bureauId = value(wish);
        row.settings = "{}";
        rows.add(tenant, row);
        return row;
    }

    @SuppressWarnings("NullAway") // the column is nullable, the row unmarked
    private static String value(Destination wish) {
        return wish.bureau() == null ? null : wish.bureau().value();
    }

    private static boolean isFor(Actor actor, Destination destination) {
        return destination.bureau() != null && destination.bureau().equals(actor.organization());
    }

    private static Destination told(DestinationRow row) {
        return new Destination(
                new DestinationId(row.id),
                row.name,
                Channel.valueOf(row.channel),
                row.driver,
                row.bureauId == null ? null : new OrganizationId(row.bureauId),
                JSON.readValue(row.settings, STRINGS));
    }
}
