package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An administrator switches a feature of a product off, and its editor does not offer it. */
@DemoPortal
class ProductSwitchesIT {

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired Programs programs;
    @Autowired CardBodies bodies;
    @Autowired Designs designs;
    @TempDir Path folder;

    @Test
    void hidesInTheEditorWhatTheAdministratorSwitchedOff() throws Exception {
        Actor ingrid = ingrid();
        Program program = programs.list(ingrid).getFirst();
        DesignId design =
                designs.create(
                        ingrid,
                        program.id(),
                        bodies.list(ingrid).getFirst().id(),
                        "Trial of the switches");
        String portal = "http://localhost:" + port;
        try (Browser admin =
                        Browser.open(portal).signIn("anders@nordlys.example", DemoActors.PASSWORD);
                Browser designer =
                        Browser.open(portal).signIn(DemoActors.DESIGNER, DemoActors.PASSWORD)) {
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
            addAPack(admin);
            designer.go("designs/" + design.value() + "/edit").inEditor("#add").click();
            designer.inEditor(".menu [data-action=add-packs]").click();
            new Select(designer.inEditor(".packs select")).selectByVisibleText("House marks");
            designer.waitUntil(() -> designer.editorText(".packs").contains("wave"));
        }
    }

    /** By hand: a drawing that is refused, one that is taken, and on for every program. */
    private void addAPack(Browser admin) throws Exception {
        Path round = folder.resolve("round.svg");
        Files.writeString(
                round,
                "<svg xmlns='http://www.w3.org/2000/svg'><circle cx='5' cy='5' r='4'/></svg>");
        Path wave = folder.resolve("wave.svg");
        Files.writeString(
                wave,
                "<svg xmlns='http://www.w3.org/2000/svg'><path fill='none' stroke='#2e6f95'"
                        + " stroke-width='2' d='M2 8q4-8 8 0t8 0 8 0'/></svg>");
        admin.go("packs").press("Add a pack");
        admin.see(By.tagName("vaadin-upload"));
        admin.type("Name", "House marks");
        hand(admin, round);
        admin.press("Add");
        admin.read("Not taken: <circle>");
        admin.picture("pack-refused");
        admin.script(
                "document.querySelector('vaadin-upload-file').shadowRoot"
                        + ".querySelector('[part~=remove-button]').click()");
        hand(admin, wave);
        admin.press("Add");
        admin.read("Your own, 1 drawing");
        admin.see(By.cssSelector("[aria-label='Programs that have House marks']")).click();
        admin.see(By.tagName("vaadin-checkbox"));
        admin.script("document.querySelectorAll('vaadin-checkbox').forEach(c => c.click())");
        admin.picture("pack-programs");
        admin.press("Switch");
        admin.waitUntil(() -> !admin.shows("Off for every program"));
        admin.picture("packs");
    }

    private static void hand(Browser browser, Path file) {
        ((WebElement)
                        browser.script(
                                "const input = document.querySelector('vaadin-upload').shadowRoot"
                                        + ".querySelector('input[type=file]');"
                                        + "input.value = ''; return input"))
                .sendKeys(file.toAbsolutePath().toString());
        browser.waitUntil(
                () ->
                        (boolean)
                                browser.script(
                                        "const all = [...document.querySelectorAll("
                                                + "'vaadin-upload-file')].map(one => one.file);"
                                                + "return all.length === 1 && all[0].complete"
                                                + " && all[0].name === arguments[0]",
                                        file.getFileName().toString()));
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
        return new DemoActors(context).designer();
    }
}
