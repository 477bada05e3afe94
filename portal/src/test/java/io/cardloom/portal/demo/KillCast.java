package io.cardloom.portal.demo;

import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.identity.Member;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo's first issuer, found again after each start. */
@Component
@Profile("kill")
class KillCast {

    private static final String ISSUER = "Nordlys Bank";

    private final Tenants tenants;
    private final Memberships memberships;
    private final Destinations destinations;
    private final Series series;
    private final DataSource database;
    private final Clock clock;
    private @Nullable Cast found;
    private @Nullable IssuerDesk open;

    KillCast(
            Tenants tenants,
            Memberships memberships,
            Destinations destinations,
            Series series,
            DataSource database,
            Clock clock) {
        this.tenants = tenants;
        this.memberships = memberships;
        this.destinations = destinations;
        this.series = series;
        this.database = database;
        this.clock = clock;
    }

    synchronized Cast cast() {
        if (found == null) {
            TenantId tenant =
                    tenants.all().stream()
                            .filter(issuer -> issuer.name().equals(ISSUER))
                            .findFirst()
                            .map(Issuer::id)
                            .orElseThrow();
            Actor administrator = actor(tenant, "anders");
            Destination bureau = destination(administrator, "Westgate Card Bureau");
            found =
                    new Cast(
                            tenant,
                            administrator,
                            actor(tenant, "ingrid"),
                            actor(tenant, "henrik"),
                            actor(tenant, "marit"),
                            actor(tenant, "solveig"),
                            actor(tenant, "kari"),
                            List.of(),
                            List.of(),
                            List.of(),
                            Objects.requireNonNull(bureau.bureau()),
                            bureau.id(),
                            destination(administrator, "Desk encoder, print room").id());
        }
        return found;
    }

    private Actor actor(TenantId tenant, String name) {
        Member member =
                memberships.members(Actor.system(tenant, "Kill")).stream()
                        .filter(m -> m.person().email().equals(name + "@nordlys.example"))
                        .findFirst()
                        .orElseThrow();
        return memberships.actor(member.person().id(), member.id());
    }

    Destination destination(Actor administrator, String name) {
        return destinations.list(administrator).stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The issuer's desk, which has another key after each start. */
    synchronized IssuerDesk desk() {
        if (open == null) {
            open = IssuerDesk.open(ISSUER, clock);
            series.register(cast(), open);
        }
        return open;
    }

    /** How many sealed account and personalization records each order and run still has. */
    List<String> sealedRecords() {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select order_id, count(*) from account_record group by order_id"
                                        + " union all select run_id, count(*) from prepared_card"
                                        + " group by run_id")) {
            while (row.next()) {
                lines.add("sealed " + row.getString(1) + " " + row.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }
}
