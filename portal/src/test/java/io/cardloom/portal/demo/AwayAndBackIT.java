package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.export.ExportKind;
import io.cardloom.designer.export.Exports;
import io.cardloom.tenancy.permission.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A designer takes a design away in every form that is offered, and brings one of them back. */
@DemoPortal
class AwayAndBackIT {

    @LocalServerPort int port;
    @Autowired ApplicationContext portal;
    @Autowired Designs designs;
    @Autowired Exports exports;
    @TempDir Path folder;

    @Test
    void everyLinkGivesAFileOfItsKindAndOneComesBackAsADesign() throws Exception {
        try (EditorDesk desk = EditorDesk.open(portal, port)) {
            Browser ingrid = desk.browser;
            DesignId design =
                    designs.list(desk.actor, DemoDesign.FJELL.name(), 0, 1).getFirst().id();
            ingrid.go("designs/" + design).read("Preflight");
            ingrid.picture("design");
            ingrid.press("Download");
            ingrid.read("For the press");
            ingrid.picture("downloads");
            requireFiles((List<?>) ingrid.script(FETCH));
            ingrid.go("designs").press("New design");
            ingrid.picture("design-new");
            ingrid.press("Cancel");
            ingrid.waitUntil(() -> !ingrid.has(By.tagName("vaadin-dialog")));
            ingrid.picture("designs");
            bringBack(ingrid, desk.actor, design);
        }
    }

    private static void requireFiles(List<?> answers) {
        assertThat(answers).hasSizeGreaterThan(14);
        for (Object each : answers) {
            Map<?, ?> answer = (Map<?, ?>) each;
            assertThat(answer.get("status")).as(answer.toString()).isEqualTo(200L);
            assertThat((Long) answer.get("bytes")).as(answer.toString()).isGreaterThan(100);
            assertThat((String) answer.get("name")).contains("attachment");
        }
        assertThat(answers.toString())
                .contains("application/pdf", "image/openraster", "image/svg+xml", "image/tiff");
    }

    private void bringBack(Browser ingrid, Actor actor, DesignId design) throws Exception {
        Path none = folder.resolve("picture.ora");
        Files.writeString(none, "no OpenRaster file");
        Path file = folder.resolve("fjell-again-open-raster.ora");
        Files.write(
                file, exports.export(actor, design, Face.FRONT, ExportKind.OPEN_RASTER).content());
        ingrid.press("Open an OpenRaster file");
        ingrid.see(By.tagName("vaadin-upload"));
        ingrid.press("Make a design of it");
        ingrid.read("OPEN_RASTER_FILE_MISSING");
        hand(ingrid, none);
        ingrid.read("OPEN_RASTER_FORM");
        ingrid.picture("design-open-refused");
        hand(ingrid, file);
        ingrid.waitUntil(() -> !ingrid.shows("OPEN_RASTER_FORM"));
        ingrid.waitUntil(
                () ->
                        (boolean)
                                ingrid.script(
                                        "return [...document.querySelectorAll('vaadin-text-field')]"
                                                + ".some(one => one.value === 'Fjell again')"));
        ingrid.picture("design-open");
        ingrid.press("Make a design of it");
        ingrid.waitUntil(() -> ingrid.address().endsWith("/edit"));
        DesignId again = new DesignId(ingrid.address().replaceAll(".*/designs/([^/]+)/edit", "$1"));
        assertThat(DesignJson.write(designs.open(actor, again).document()))
                .isEqualTo(DesignJson.write(designs.open(actor, design).document()));
        ingrid.inEditor("g[data-layer]");
    }

    private static void hand(Browser browser, Path file) {
        WebElement input =
                (WebElement)
                        browser.script(
                                "const upload ="
                                    + " document.querySelector('vaadin-upload');upload.shadowRoot.querySelector('input[type=file]').value"
                                    + " = '';return"
                                    + " upload.shadowRoot.querySelector('input[type=file]')");
        input.sendKeys(file.toAbsolutePath().toString());
    }

    private static final String FETCH =
            """
            const answers = [];
            for (const link of document.querySelectorAll('vaadin-dialog a[download], vaadin-dialog-overlay a[download], .cl-downloads a[download]')) {
              const request = new XMLHttpRequest();
              request.open('GET', link.href, false);
              request.overrideMimeType('text/plain; charset=x-user-defined');
              request.send();
              answers.push({ label: link.getAttribute('aria-label'), status: request.status, bytes: request.responseText.length,
                type: request.getResponseHeader('content-type'), name: request.getResponseHeader('content-disposition') });
            }
            return answers;
            """;
}
