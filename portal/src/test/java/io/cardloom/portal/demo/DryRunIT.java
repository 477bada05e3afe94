package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An approver rehearses a run; an administrator says how the lines of a card are made. */
@DemoPortal
class DryRunIT {

    private static final String DEMO = "a demo, no secret";

    /** Fetches the archive as the browser would, and tells what came. */
    private static final String FETCH =
            """
            const link = [...document.querySelectorAll('a')]
                .find(a => a.textContent.startsWith('Download SAMPLE-'));
            return fetch(link.href).then(async answer => {
                const bytes = new Uint8Array(await answer.arrayBuffer());
                const text = new TextDecoder('latin1').decode(bytes);
                return {status: answer.status, begin: text.substring(0, 2),
                    name: answer.headers.get('content-disposition') ?? '',
                    manifest: text.includes('SAMPLE-manifest.json'),
                    records: text.includes('SAMPLE-records.csv')};
            });
            """;

    @LocalServerPort int port;

    @Test
    void makesSampleFilesOfAFrozenDesignAndTellsHowLinesAreMade() {
        String portal = "http://localhost:" + port;
        try (Browser approver = Browser.open(portal).signIn("henrik@nordlys.example", DEMO);
                Browser admin = Browser.open(portal).signIn("anders@nordlys.example", DEMO)) {
            rehearse(approver);
            sayHowLinesAreMade(admin);
        }
    }

    private static void rehearse(Browser approver) {
        approver.go("designs").follow(DemoDesign.KINO.name());
        approver.follow("Dry run");
        approver.read("keys that are no secret");
        approver.type("Samples", "2");
        approver.picture("dry-run");
        approver.press("Make the sample files");
        approver.read("SAMPLE-manifest.json");
        assertThat(approver.shows("SAMPLE-lines.csv")).isTrue();
        approver.picture("dry-run-made");
        Map<?, ?> came = (Map<?, ?>) approver.script(FETCH);
        assertThat(came.get("status")).isEqualTo(200L);
        assertThat(came.get("begin")).isEqualTo("PK");
        assertThat(came.toString()).contains("SAMPLE-");
        assertThat(came.get("manifest")).isEqualTo(true);
        assertThat(came.get("records")).isEqualTo(true);
        approver.go("orders").read("Orders");
        assertThat(approver.shows("SAMPLE")).isFalse();
    }

    private static void sayHowLinesAreMade(Browser admin) {
        admin.go("card-bodies").read("Classic PVC, embossed");
        admin.press(By.cssSelector("vaadin-button[aria-label='Change Classic PVC, embossed']"));
        unfold(admin, "Number line");
        admin.choose("How the number is made", "Laser engraved");
        unfold(admin, "Name lines");
        admin.type("Rows", "9");
        admin.press("Keep as the next version");
        admin.read("CARD_BODY_LINE");
        admin.picture("card-body-lines");
        admin.type("Rows", "3");
        admin.press("Keep as the next version");
        admin.waitUntil(() -> admin.address().endsWith("card-bodies"));
        admin.press(By.cssSelector("vaadin-button[aria-label='Change Classic PVC, embossed']"));
        unfold(admin, "Number line");
        admin.waitUntil(() -> admin.shows("Laser engraved"));
    }

    private static void unfold(Browser admin, String zone) {
        admin.press(
                By.xpath("//vaadin-details-summary[.//span[normalize-space(.)='" + zone + "']]"));
    }
}
