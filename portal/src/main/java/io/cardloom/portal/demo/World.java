package io.cardloom.portal.demo;

import io.cardloom.connectors.simulator.EmbeddedBureau;
import io.cardloom.connectors.simulator.SimulatedEncoder;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.program.ProductKind;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Founds the demo's two issuers with their partners, people, card bodies, bureau and encoder. */
@Component
@Profile({"demo", "line", "bench"})
class World {

    /** One co-brand partner, the program with it, and the marketer's address. */
    private record Partner(String name, String program, String marketer) {}

    private final Tenants tenants;
    private final Organizations organizations;
    private final Programs programs;
    private final DemoPeople people;
    private final CardBodies bodies;
    private final Destinations destinations;
    private final EmbeddedBureau bureau;
    private final SimulatedEncoder encoder;
    private final Clock clock;

    World(
            Tenants tenants,
            Organizations organizations,
            Programs programs,
            DemoPeople people,
            CardBodies bodies,
            Destinations destinations,
            EmbeddedBureau bureau,
            SimulatedEncoder encoder,
            Clock clock) {
        this.tenants = tenants;
        this.organizations = organizations;
        this.programs = programs;
        this.people = people;
        this.bodies = bodies;
        this.destinations = destinations;
        this.bureau = bureau;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean isFounded() {
        return !tenants.all().isEmpty();
    }

    Cast nordlys() {
        return found(
                "Nordlys Bank",
                "petrol",
                "nordlys.example",
                List.of("anders", "ingrid", "henrik", "marit", "solveig", "kari", "eirik"),
                List.of(
                        new Partner("Fjellsport", "Fjellsport Card", "jonas@fjellsport.example"),
                        new Partner("Kino Aurora", "Kino Aurora Club", "emma@kinoaurora.example")));
    }

    Cast meridiana() {
        return found(
                "Banca Meridiana",
                "madder",
                "meridiana.example",
                List.of("marco", "giulia", "paolo", "lucia", "sara", "rosa", "tullio"),
                List.of(new Partner("Olivo & Figli", "Olivo Famiglia", "nico@olivo.example")));
    }

    /**
     * The names are the administrator's, designer's, approver's, operator's, auditor's and the two
     * custodians'.
     */
    private Cast found(
            String name, String skin, String domain, List<String> names, List<Partner> partners) {
        TenantId tenant = tenants.found(name, skin);
        Actor founder = Actor.system(tenant, "Demo");
        OrganizationId issuer = organizations.issuer(tenant);
        List<Role> roles =
                List.of(
                        Role.ADMINISTRATOR,
                        Role.ISSUER_DESIGNER,
                        Role.APPROVER,
                        Role.PRODUCTION_OPERATOR,
                        Role.AUDITOR,
                        Role.KEY_CUSTODIAN,
                        Role.KEY_CUSTODIAN);
        List<Actor> staff = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            staff.add(people.join(founder, names.get(i) + "@" + domain, issuer, roles.get(i)));
        }
        Actor administrator = staff.getFirst();
        List<Actor> marketers = new ArrayList<>();
        List<ProgramId> with = new ArrayList<>();
        for (Partner partner : partners) {
            OrganizationId organization =
                    organizations.add(administrator, OrganizationKind.PARTNER, partner.name());
            marketers.add(
                    people.join(founder, partner.marketer(), organization, Role.PARTNER_MARKETER));
            with.add(
                    programs.create(
                            administrator, partner.program(), organization, ProductKind.BRAND));
        }
        OrganizationId press =
                organizations.add(administrator, OrganizationKind.BUREAU, "Westgate Card Bureau");
        people.join(founder, "bo@bureau.example", press, Role.BUREAU_OPERATOR);
        return new Cast(
                tenant,
                administrator,
                staff.get(1),
                staff.get(2),
                staff.get(3),
                staff.get(4),
                staff.get(5),
                marketers,
                with,
                bodies(administrator),
                press,
                bureau(administrator, staff.get(5), press),
                encoder(administrator));
    }

    private List<CardBodyId> bodies(Actor administrator) {
        List<CardBodyId> ids = new ArrayList<>();
        for (CardBody preset : bodies.presets()) {
            CardBodyId id = bodies.configure(administrator, preset).id();
            bodies.restock(administrator, id, 5_000);
            ids.add(id);
        }
        return ids;
    }

    private DestinationId bureau(Actor administrator, Actor custodian, OrganizationId press) {
        bureau.introduce(custodian, press);
        return configure(
                administrator,
                "Westgate Card Bureau",
                Channel.BUREAU,
                "sftp",
                press,
                bureau.destinationSettings());
    }

    private DestinationId encoder(Actor administrator) {
        return configure(
                administrator,
                "Desk encoder, print room",
                Channel.DEVICE,
                "msr605",
                null,
                encoder.destinationSettings());
    }

    private DestinationId configure(
            Actor administrator,
            String name,
            Channel channel,
            String driver,
            @org.jspecify.annotations.Nullable OrganizationId organization,
            Map<String, String> settings) {
        DestinationId id = DestinationId.next(clock);
        return destinations
                .configure(
                        administrator,
                        new Destination(id, name, channel, driver, organization, settings))
                .id();
    }
}
