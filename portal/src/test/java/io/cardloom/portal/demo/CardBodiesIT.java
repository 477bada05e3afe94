package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.PrintMethod;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.designer.cardbody.ZoneKind;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An administrator sets an upright card body up to the millimeter, and a designer draws on it. */
@DemoPortal
class CardBodiesIT {

    private static final String NAME = "Upright rPVC";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Programs programs;
    @Autowired CardBodies bodies;
    @Autowired Designs designs;

    @Test
    void setsABodyUpToTheMillimeterAndDrawsOnIt() {
        String portal = "http://localhost:" + port;
        try (Browser admin =
                        Browser.open(portal).signIn("anders@nordlys.example", DemoActors.PASSWORD);
                Browser designer =
                        Browser.open(portal).signIn(DemoActors.DESIGNER, DemoActors.PASSWORD)) {
            admin.go("card-bodies").read("Classic PVC, embossed");
            admin.picture("card-bodies");
            add(admin);
            assertKept();
            DesignId design = draw(designer);
            keepsItsOutline(admin);
            designer.go("designs/" + design.value()).read("53.98 × 85.60 mm");
            designer.picture("upright-design");
        }
    }

    private static void add(Browser admin) {
        admin.press("Add a card body");
        admin.choose("Start from", "Recycled PVC, matte");
        // The preset's name comes into the field by itself.
        admin.waitUntil(() -> admin.value("Name").equals("Recycled PVC, matte"));
        admin.type("Name", NAME);
        admin.press("Turn right");
        admin.read("Orientation: upright");
        admin.read("Every zone fits the card.");
        admin.choose("Print method", "UV inkjet");
        unfold(admin, "Chip");
        write(admin, "From left (mm), zone 1", "45");
        admin.read("leaves the card");
        admin.press("Add");
        admin.read("CARD_BODY_ZONE_OUTSIDE");
        admin.picture("card-body-outside");
        write(admin, "From left (mm), zone 1", "21.5");
        admin.read("Every zone fits the card.");
        admin.choose("Another zone", "Hologram");
        admin.press("Add the zone");
        write(admin, "From top (mm), zone 8", "68");
        admin.read("overlap");
        write(admin, "From left (mm), zone 8", "36.5");
        admin.read("Every zone fits the card.");
        unfold(admin, "Network mark");
        admin.press("Remove this zone");
        admin.press("Put the removed zone back");
        admin.choose("Another zone", "Security code line");
        admin.press("Add the zone");
        admin.choose("How the code is made", "Embossed");
        admin.read("Wheels strike along the long edge");
        admin.choose("How the code is made", "Laser engraved");
        admin.read("Every zone fits the card.");
        admin.picture("card-body");
        admin.follow("Card bodies");
        admin.read("Leave without keeping?");
        admin.picture("card-body-leaving");
        admin.press("Cancel");
        admin.press("Add");
        admin.read(NAME);
        admin.waitUntil(() -> admin.address().endsWith("card-bodies"));
        admin.picture("card-bodies-upright");
    }

    private void assertKept() {
        CardBody body = body();
        assertThat(body.isUpright()).isTrue();
        assertThat(body.printMethod()).isEqualTo(PrintMethod.UV_INKJET);
        assertThat(body.zones())
                .hasSize(9)
                .contains(
                        new Zone(ZoneKind.CHIP, Face.FRONT, 21_500, 8_500, 12_000, 13_500, true),
                        new Zone(
                                ZoneKind.HOLOGRAM,
                                Face.BACK,
                                36_500,
                                68_000,
                                12_000,
                                15_000,
                                true));
    }

    private DesignId draw(Browser designer) {
        Actor ingrid = ingrid();
        DesignId design =
                designs.create(
                        ingrid,
                        programs.list(ingrid).getFirst().id(),
                        body().id(),
                        "Standing up straight");
        designer.go("designs/" + design.value() + "/edit").inEditor("#add-text").click();
        designer.inEditor("svg text, svg [role]");
        designer.picture("upright-editor");
        designer.inEditor("#preview").click();
        designer.inEditor("[aria-label='Card in the hand'], dialog");
        designer.picture("upright-in-the-hand");
        designer.go("designs").read("Standing up straight");
        designer.picture("upright-designs");
        return design;
    }

    private static void keepsItsOutline(Browser admin) {
        admin.go("card-bodies").read(NAME);
        admin.press(By.cssSelector("vaadin-button[aria-label='Change " + NAME + "']"));
        admin.press("Turn left");
        admin.read("Orientation: lengthwise");
        admin.press("Keep as the next version");
        admin.read("CARD_BODY_OUTLINE_IN_USE");
        admin.press("Start over");
        admin.read("Orientation: upright");
    }

    private static void unfold(Browser admin, String zone) {
        admin.press(
                By.xpath("//vaadin-details-summary[.//span[normalize-space(.)='" + zone + "']]"));
    }

    private static void write(Browser admin, String label, String value) {
        WebElement field = admin.see(By.cssSelector("input[aria-label='" + label + "']"));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"));
        field.sendKeys(value + Keys.TAB);
    }

    private CardBody body() {
        return bodies.list(ingrid()).stream()
                .filter(body -> body.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private Actor ingrid() {
        return new DemoActors(context).designer();
    }
}
