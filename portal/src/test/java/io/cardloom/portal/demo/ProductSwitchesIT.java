package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.LocalAccounts;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.tenant.PersonId;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator switches a feature of a product off, and its editor does not offer it. */
@DemoPortal
class ProductSwitchesIT {

    private static final String DEMO = "a demo, no secret";
    private static final String DESIGNER = "ingrid@nordlys.example";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired LocalAccounts accounts;
    @Autowired Memberships memberships;
    @Autowired Programs programs;
    @Autowired CardBodies bodies;
    @Autowired Designs designs;

    @Test
    void hidesInTheEditorWhatTheAdministratorSwitchedOff() {
        Actor ingrid = ingrid();
        Program program = programs.list(ingrid).getFirst();
        DesignId design =
                designs.create(
                        ingrid,
                        program.id(),
                        bodies.list(ingrid).getFirst().id(),
                        "Trial of the switches");
        String portal = "http://localhost:" + port;
        try (Browser admin = Browser.open(portal).signIn("anders@nordlys.example", DEMO);
                Browser designer = Browser.open(portal).signIn(DESIGNER, DEMO)) {
            designer.go("programs").read(program.name());
            assertThat(designer.has(button(program))).isFalse();
            assertThat(offers(designer, design, "#add-text")).isTrue();
            admin.go("programs").read(program.name());
            switchTexts(admin, program, true);
            admin.read("Off: Texts");
            admin.picture("programs");
            assertThat(offers(designer, design, "#add-text")).isFalse();
            assertThat(offers(designer, design, "#add-image")).isTrue();
            switchTexts(admin, program, false);
            admin.waitUntil(() -> !admin.shows("Off: Texts"));
            assertThat(offers(designer, design, "#add-text")).isTrue();
        }
    }

    private static void switchTexts(Browser admin, Program program, boolean picture) {
        admin.see(button(program)).click();
        admin.see(By.xpath("//vaadin-checkbox//span[normalize-space(.)='Texts']")).click();
        if (picture) {
            admin.picture("features");
        }
        admin.press("Switch");
    }

    private static boolean offers(Browser designer, DesignId design, String tool) {
        return designer.go("designs/" + design.value() + "/edit").inEditor(tool).isDisplayed();
    }

    private static By button(Program program) {
        return By.cssSelector("vaadin-button[aria-label='Features of " + program.name() + "']");
    }

    private Actor ingrid() {
        PersonId person =
                people.signedIn(
                        EmbeddedProvider.IDENTITY,
                        accounts.byEmail(DESIGNER).orElseThrow().subject(),
                        "Ingrid Solberg",
                        DESIGNER);
        return memberships.actor(person, memberships.of(person).getFirst().id());
    }
}
