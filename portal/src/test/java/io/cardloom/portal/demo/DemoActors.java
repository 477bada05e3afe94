package io.cardloom.portal.demo;

import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.LocalAccounts;
import io.cardloom.tenancy.identity.LocalAccounts.LocalAccount;
import io.cardloom.tenancy.identity.Membership;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import org.springframework.context.ApplicationContext;

/** The demo's people as the doors of the rooms see them, without a browser. */
final class DemoActors {

    static final String DESIGNER = "ingrid@nordlys.example";
    static final String PASSWORD = "a demo, no secret";

    private final ApplicationContext portal;

    DemoActors(ApplicationContext portal) {
        this.portal = portal;
    }

    /** Who designs at Nordlys. */
    Actor designer() {
        return actor(DESIGNER);
    }

    Actor actor(String email) {
        Membership membership = membership(email);
        return memberships().actor(person(email), membership.id());
    }

    Membership membership(String email) {
        return memberships().of(person(email)).getFirst();
    }

    private PersonId person(String email) {
        LocalAccount account = portal.getBean(LocalAccounts.class).byEmail(email).orElseThrow();
        return portal.getBean(People.class)
                .signedIn(EmbeddedProvider.IDENTITY, account.subject(), account.name(), email);
    }

    private Memberships memberships() {
        return portal.getBean(Memberships.class);
    }
}
