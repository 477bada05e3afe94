package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator looks at a sample card's stripe; an administrator changes how it is filled. */
@DemoPortal
class StripesIT {

    private static final String DEMO = "a demo, no secret";

    @LocalServerPort int port;

    @Test
    void showsASampleCardToTheBitAndLetsTheAdministratorChangeFormatAndMailers() {
        String portal = "http://localhost:" + port;
        try (Browser operator = Browser.open(portal).signIn("marit@nordlys.example", DEMO);
                Browser admin = Browser.open(portal).signIn("anders@nordlys.example", DEMO)) {
            operator.go("stripes").read("To the encoder (MSR605)");
            assertThat(operator.has(By.cssSelector("vaadin-button[aria-label^='Change']")))
                    .isFalse();
            operator.read("No PIN mailers");
            assertThat(text(operator, "1")).startsWith("%").endsWith("LRC");
            String second = text(operator, "2");
            assertThat(second).startsWith(";9999").contains("=").endsWith("?LRC");
            assertThat(odd(operator)).as("each character's bits are odd").isEqualTo("true");
            operator.picture("stripes");
            operator.press("Draw another");
            operator.waitUntil(() -> !text(operator, "2").equals(second));
            admin.go("stripes").read("Discretionary data");
            admin.see(By.cssSelector("vaadin-button[aria-label^='Change the']")).click();
            admin.type("Track 2, at most 10 digits", "{PIN}");
            admin.press("Save");
            admin.read("Discretionary data are digits");
            admin.type("Track 2, at most 10 digits", "77{CVV}");
            admin.picture("stripes-change");
            admin.press("Save");
            admin.read("77{CVV}");
            String digits = text(admin, "2").split("=", 2)[1];
            assertThat(digits.substring(7)).matches("77[0-9]{3}\\?LRC");
            admin.see(By.cssSelector("vaadin-button[aria-label^='Change the']")).click();
            admin.type("Track 2, at most 10 digits", "00000{CVV}");
            admin.see(By.xpath("//vaadin-checkbox/label[contains(., 'Write track 3')]")).click();
            admin.type("Currency exponent, 1 digit", "2x");
            admin.press("Save");
            admin.read("The exponent of track 3 takes 1 digit.");
            admin.type("Currency exponent, 1 digit", "2");
            admin.picture("stripes-track-3-change");
            admin.press("Save");
            admin.waitUntil(() -> text(admin, "3").endsWith("LRC"));
            assertThat(text(admin, "3"))
                    .startsWith(";019999")
                    .contains("==0002" + "0".repeat(14) + "3=");
            assertThat(odd(admin)).isEqualTo("true");
            admin.picture("stripes-track-3");
            admin.see(By.cssSelector("vaadin-button[aria-label^='Change the']")).click();
            admin.see(By.xpath("//vaadin-checkbox/label[contains(., 'Write track 3')]")).click();
            admin.press("Save");
            admin.read("not written");
            admin.waitUntil(() -> !admin.shows("77{CVV}"));
            mailers(admin);
        }
    }

    private static void mailers(Browser admin) {
        By change = By.cssSelector("vaadin-button[aria-label^='Change PIN mailers']");
        admin.press(change);
        admin.choose("PIN block", "ISO 9564-1 format 4, AES");
        admin.picture("mailers-change");
        admin.press("Save");
        admin.read("pin-mailers.csv");
        admin.read("The active PIN encryption key (P0), AES");
        admin.script(
                "document.querySelector('section[aria-label=\"PIN mailers\"]').scrollIntoView()");
        admin.picture("mailers");
        admin.press(change);
        admin.choose("PIN block", "No PIN mailers");
        admin.press("Save");
        admin.waitUntil(() -> !admin.shows("pin-mailers.csv"));
    }

    private static String text(Browser browser, String track) {
        return browser.script(
                        "return [...document.querySelectorAll('.cl-track[data-track=\""
                                + track
                                + "\"] .cl-symbol')].map(s => s.textContent).join('')")
                .toString();
    }

    private static String odd(Browser browser) {
        return browser.script(
                        "return [...document.querySelectorAll('.cl-bits')].every(b =>"
                                + " [...b.textContent].filter(c => c === '1').length % 2 === 1)")
                .toString();
    }
}
