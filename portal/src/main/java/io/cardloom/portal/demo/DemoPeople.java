package io.cardloom.portal.demo;

import io.cardloom.portal.provider.DemonstrationSignIns;
import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.LocalAccounts;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The people of the demo. Anyone may be any of them: that is what a demo is for. */
@Component
@Profile({"demo", "line", "bench"})
class DemoPeople implements DemonstrationSignIns {

    /** Long enough for the rule, and no secret. */
    private static final String PASSWORD = "a demo, no secret";

    private static final List<One> ALL =
            List.of(
                    one("ingrid@nordlys.example", "Ingrid Solberg", "Designer, Nordlys Bank"),
                    one("henrik@nordlys.example", "Henrik Dahl", "Approver, Nordlys Bank"),
                    one("marit@nordlys.example", "Marit Nygård", "Operator, Nordlys Bank"),
                    one("anders@nordlys.example", "Anders Lie", "Administrator, Nordlys Bank"),
                    one("solveig@nordlys.example", "Sølveig Moe", "Auditor, Nordlys Bank"),
                    one("kari@nordlys.example", "Kari Bakke", "Key custodian, Nordlys Bank"),
                    one("eirik@nordlys.example", "Eirik Haug", "Key custodian, Nordlys Bank"),
                    one("jonas@fjellsport.example", "Jonas Berg", "Marketer, Fjellsport"),
                    one("emma@kinoaurora.example", "Emma Haugen", "Marketer, Kino Aurora"),
                    one("bo@bureau.example", "Bo Lindqvist", "Bureau operator"),
                    one("giulia@meridiana.example", "Giulia D'Amico", "Designer, Banca Meridiana"),
                    one("paolo@meridiana.example", "Paolo Ferrari", "Approver, Banca Meridiana"),
                    one("lucia@meridiana.example", "Lucia Conti", "Operator, Banca Meridiana"),
                    one("marco@meridiana.example", "Marco Villa", "Administrator, Banca Meridiana"),
                    one("sara@meridiana.example", "Sara Greco", "Auditor, Banca Meridiana"),
                    one("rosa@meridiana.example", "Rosa Neri", "Key custodian, Banca Meridiana"),
                    one(
                            "tullio@meridiana.example",
                            "Tullio Serra",
                            "Key custodian, Banca Meridiana"),
                    one("nico@olivo.example", "Niccolò Olivo", "Marketer, Olivo & Figli"));

    private final LocalAccounts accounts;
    private final People people;
    private final Memberships memberships;

    /** Whether they get accounts: nobody signs in at the line, and password hashes are slow. */
    private final boolean signIn;

    DemoPeople(
            LocalAccounts accounts,
            People people,
            Memberships memberships,
            Environment environment) {
        this.accounts = accounts;
        this.people = people;
        this.memberships = memberships;
        this.signIn = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public List<One> all() {
        return ALL;
    }

    /** The actor that this person becomes as a member, with an account to sign in with. */
    Actor join(Actor founder, String email, OrganizationId organization, Role role) {
        One who =
                ALL.stream()
                        .filter(one -> one.email().equals(email))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("nobody is " + email));
        PersonId person =
                people.signedIn(EmbeddedProvider.IDENTITY, subject(who), who.name(), email);
        return memberships.actor(
                person, memberships.grant(founder, person, organization, Set.of(role)));
    }

    private String subject(One who) {
        if (!signIn) {
            return who.email();
        }
        return accounts.byEmail(who.email())
                .orElseGet(() -> accounts.open(who.email(), who.name(), who.password()))
                .subject();
    }

    private static One one(String email, String name, String duty) {
        return new One(email, PASSWORD, name, duty);
    }
}
