package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.intake.SampleCardholders;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Steps 3 to 9 of the line and the count, as the people who do them, each in a browser of her own.
 */
@DemoPortal
class WalkIT {

    private static final String PASSWORD = "a demo, no secret";
    private static final String NAME = "Harvest edition";

    @LocalServerPort int port;
    @Autowired Tenants tenants;
    @Autowired TransportCertificates certificates;
    @Autowired Clock clock;
    @TempDir Path folder;

    private final java.util.Map<String, Browser> open = new java.util.LinkedHashMap<>();

    @AfterEach
    void closeTheBrowsers() {
        open.values().forEach(Browser::close);
    }

    @Test
    void twoPeopleDesignACardAndFourMoreHaveItMade() throws Exception {
        String design = twoPeopleDesign();
        freezeAndSendToApproval(design);
        approveOnBothSides(design);
        String order = placeAnOrder(design);
        String run = scheduleAndRelease(order);
        closeTheRun(run);
        theBureauSeesTheRun(run);
    }

    private Browser as(String email) {
        return open.computeIfAbsent(
                email, who -> Browser.open("http://localhost:" + port).signIn(who, PASSWORD));
    }

    private String twoPeopleDesign() throws Exception {
        Browser ingrid = as("ingrid@nordlys.example");
        ingrid.read("Nordlys Bank");
        ingrid.picture("home");
        ingrid.go("designs").press("New design");
        ingrid.type("Name", NAME);
        ingrid.press("Start drawing");
        ingrid.waitUntil(() -> ingrid.address().endsWith("/edit"));
        String design = ingrid.address().replaceAll(".*/designs/([^/]+)/edit", "$1");
        ingrid.inEditor(".stage");

        Browser jonas = as("jonas@fjellsport.example");
        jonas.go("designs/" + design + "/edit");
        jonas.inEditor(".stage");
        ingrid.waitUntil(() -> ingrid.inEditor(".people").getText().contains("JB"));

        ingrid.inEditor("#add-shape").click();
        fillTheFace(ingrid);
        ingrid.inEditor("#add-text").click();
        setField(ingrid, "Text", "Harvest");
        setField(ingrid, "X", "40");
        saved(ingrid);
        jonas.waitUntil(() -> jonas.inEditor("aside").getText().contains("Harvest"));

        dragTheText(jonas);
        uploadALogo(jonas);
        saved(jonas);
        ingrid.waitUntil(() -> ingrid.inEditor("aside").getText().contains("harvest"));
        refuseAHostileDrawing(jonas);
        ingrid.picture("editor");
        return design;
    }

    private static void fillTheFace(Browser hand) {
        setField(hand, "X", "-3");
        setField(hand, "Y", "-3");
        setField(hand, "Width", "92");
        setField(hand, "Height", "60");
        WebElement fill = hand.inEditor("aside input[type=color]");
        hand.script(
                "arguments[0].value='#f3efe4';arguments[0].dispatchEvent(new Event('change'))",
                fill);
    }

    private static void setField(Browser hand, String label, String value) {
        WebElement field =
                (WebElement)
                        hand.script(
                                "const host = document.querySelector('cardloom-editor');"
                                        + "return [...host.shadowRoot.querySelectorAll('aside"
                                        + " label')].find(l => l.textContent.trim()"
                                        + ".split(/\\s/)[0] === arguments[0])"
                                        + ".querySelector('input')",
                                label);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.TAB);
    }

    private static void saved(Browser hand) {
        hand.waitUntil(() -> hand.editorText("#saved").equals("Saved"));
    }

    private static void dragTheText(Browser hand) {
        WebElement text = hand.inEditor("g[data-layer][aria-label^='Text']");
        String before = text.getAttribute("outerHTML");
        hand.hands()
                .clickAndHold(text)
                .moveByOffset(-60, 70)
                .moveByOffset(-10, 5)
                .release()
                .perform();
        saved(hand);
        hand.waitUntil(
                () ->
                        !String.valueOf(
                                        hand.inEditor("g[data-layer][aria-label^='Text']")
                                                .getAttribute("outerHTML"))
                                .equals(before));
    }

    private void uploadALogo(Browser hand) throws Exception {
        Path logo = folder.resolve("harvest.svg");
        Files.write(logo, DemoDesign.OLIVO.logo());
        hand.inEditor("#file").sendKeys(logo.toAbsolutePath().toString());
        WebElement picture = hand.inEditor("image");
        assertThat(
                        hand.script(
                                "return fetch(arguments[0]).then(r => r.status + ' ' +"
                                        + " r.headers.get('content-type'))",
                                String.valueOf(picture.getAttribute("href"))))
                .isEqualTo("200 image/png");
        setField(hand, "Width", "18");
        setField(hand, "X", "62");
        setField(hand, "Y", "5");
    }

    private void refuseAHostileDrawing(Browser hand) throws Exception {
        Path bomb = folder.resolve("bomb.svg");
        Files.writeString(
                bomb,
                "<!DOCTYPE svg [<!ENTITY a \"aa\">]><svg"
                        + " xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
                StandardCharsets.UTF_8);
        hand.inEditor("#file").sendKeys(bomb.toAbsolutePath().toString());
        assertThat(hand.inEditor(".word").getText()).isNotBlank();
        hand.inEditor(".word button").click();
    }

    private void freezeAndSendToApproval(String design) {
        Browser ingrid = as("ingrid@nordlys.example");
        ingrid.go("designs/" + design).press("Freeze for approval");
        ingrid.press("Freeze");
        ingrid.press("Send to approval");
        ingrid.read("Both sides are asked to decide");
        ingrid.picture("design-in-review");
        Browser jonas = as("jonas@fjellsport.example");
        jonas.waitUntil(() -> jonas.editorText("#standing").equals("In review"));
        jonas.picture("editor-in-review");
    }

    private void approveOnBothSides(String design) {
        for (String email : new String[] {"jonas@fjellsport.example", "henrik@nordlys.example"}) {
            Browser hand = as(email);
            hand.go("designs/" + design).press("Approve");
            if (email.startsWith("jonas")) {
                hand.picture("approve");
            }
            hand.press("Approve this proof");
            hand.waitUntil(
                    () ->
                            hand.shows("Your decision is recorded")
                                    || hand.shows("Approved by both sides"));
        }
    }

    private String placeAnOrder(String design) throws Exception {
        TenantId tenant =
                tenants.all().stream()
                        .filter(issuer -> issuer.name().equals("Nordlys Bank"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        Actor system = Actor.system(tenant, "Walk");
        IssuerDesk desk = IssuerDesk.open("Nordlys Bank", clock);
        certificates.registerIssuerCertificate(system, desk.certificatePem());
        byte[] list =
                SampleCardholders.csv(
                        15, 77, YearMonth.from(clock.instant().atZone(clock.getZone())));
        Path file = folder.resolve("cardholders.p7m");
        Files.write(file, desk.seal(list, certificates.intakeCertificate(system)));

        Browser henrik = as("henrik@nordlys.example");
        henrik.go("designs/" + design).press("Order cards");
        henrik.type("Name of the order", "Harvest, first fifteen");
        WebElement input =
                (WebElement)
                        henrik.script(
                                "return document.querySelector('vaadin-upload')"
                                        + ".shadowRoot.querySelector('input[type=file]')");
        input.sendKeys(file.toAbsolutePath().toString());
        henrik.read("cardholders.p7m");
        henrik.press("Place the order");
        henrik.waitUntil(() -> henrik.address().contains("/orders/ord_"));
        henrik.read("No runs yet");
        henrik.picture("order");
        return henrik.address().replaceAll(".*/orders/([^/?]+).*", "$1");
    }

    private String scheduleAndRelease(String order) {
        Browser henrik = as("henrik@nordlys.example");
        henrik.press("Schedule");
        henrik.read("Schedule production");
        henrik.choose("Made at", "Westgate Card Bureau");
        henrik.press("Schedule");
        henrik.read("Scheduled");
        Browser marit = as("marit@nordlys.example");
        By link = By.cssSelector("a[href*='runs/run_']");
        for (int i = 0; i < 20 && !marit.has(link); i++) {
            marit.go("orders/" + order).read("Schedules");
        }
        String run =
                String.valueOf(marit.see(link).getAttribute("href")).replaceAll(".*/runs/", "");
        marit.go("runs/" + run);
        marit.press("Release");
        marit.read("Plastics counted out");
        marit.type("Plastics counted out", "16");
        marit.press("Release");
        marit.read("Released");
        return run;
    }

    private void closeTheRun(String run) {
        Browser marit = as("marit@nordlys.example");
        marit.go("runs/" + run).press("Count and close");
        marit.type("Plastics left over", "1");
        marit.press("Close the run");
        marit.read("Counted and closed");
        marit.picture("run-reconciled");
    }

    private void theBureauSeesTheRun(String run) {
        Browser bo = as("bo@bureau.example");
        String place = "Nordlys Bank · Westgate Card Bureau";
        bo.choose("Acting for", place);
        bo.read("Today at Nordlys Bank");
        bo.go("runs").read("Runs sent to us");
        bo.see(By.cssSelector("a[href='runs/" + run + "']"));
        bo.read("15 of 15 cards");
        bo.picture("bureau-runs");
        bo.go("runs/" + run).read("Counted");
        bo.picture("bureau-run");
        bo.go("orders").read("This is not open to you");
    }
}
