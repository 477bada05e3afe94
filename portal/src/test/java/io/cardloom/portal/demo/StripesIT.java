package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.intake.SampleCardholders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator looks at a sample card's stripe; an administrator changes how it is filled. */
@DemoPortal
class StripesIT {

    private static final String DEMO = "a demo, no secret";

    @LocalServerPort int port;
    @Autowired Clock clock;
    @TempDir Path folder;

    @Test
    void showsASampleCardToTheBitAndLetsTheAdministratorChangeFormatAndMailers()
            throws IOException {
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
            drawPins(admin);
            tracksComeWithTheList(admin);
        }
    }

    private static void drawPins(Browser admin) {
        By change = By.cssSelector("vaadin-button[aria-label^='Change the']");
        By pins = By.cssSelector("vaadin-button[aria-label^='Change PINs']");
        admin.go("stripes").read("by the plain table");
        admin.press(pins);
        admin.choose("Each PIN", "Drawn at random for each card");
        admin.press("Save");
        admin.read("No host could check a PIN that is drawn");
        admin.press("Cancel");
        admin.press(change);
        admin.type("Track 2, at most 10 digits", "{PVKI}{OFFSET}{CVV}");
        admin.press("Save");
        admin.waitUntil(() -> text(admin, "2").matches(".*=[0-9]{7}1[0-9]{7}\\?LRC"));
        admin.press(pins);
        admin.choose("Each PIN", "Drawn at random for each card");
        admin.type("Digits of a PIN, 4 to 12", "6");
        admin.type("Index of the verification key, 1 to 6", "3");
        admin.type("Decimalization table, 16 digits", "0000000000000001");
        admin.press("Save");
        admin.read("PIN_RULE");
        admin.type("Decimalization table, 16 digits", "8351296477461538");
        admin.picture("stripes-pins-change");
        admin.press("Save");
        admin.read("by a table of your own");
        admin.read("Index 3");
        admin.waitUntil(() -> text(admin, "2").matches(".*=[0-9]{7}3[0-9]{9}\\?LRC"));
        admin.script("document.querySelector('section[aria-label=\"PINs\"]').scrollIntoView()");
        admin.picture("stripes-pins");
        admin.press(pins);
        admin.choose("Each PIN", "Natural: from the account number, by IBM 3624");
        admin.type("Digits of a PIN, 4 to 12", "4");
        admin.type("Index of the verification key, 1 to 6", "1");
        admin.type("Decimalization table, 16 digits", "0123456789012345");
        admin.press("Save");
        admin.read("by the plain table");
        admin.press(change);
        admin.type("Track 2, at most 10 digits", "00000{CVV}");
        admin.press("Save");
        admin.waitUntil(() -> !admin.shows("{OFFSET}{CVV}"));
    }

    /** A host's tracks: switched on, named in the list form, tried on a list, and off again. */
    private void tracksComeWithTheList(Browser admin) throws IOException {
        By change = By.cssSelector("vaadin-button[aria-label^='Change the']");
        admin.go("stripes").read("Discretionary data");
        String program =
                admin.script(
                                "return document.querySelector('vaadin-select"
                                        + " vaadin-select-value-button').textContent.trim()")
                        .toString();
        admin.press(change);
        admin.choose("Where tracks come from", "Tracks 1 and 2 come with the list");
        admin.picture("stripes-supplied-change");
        admin.press("Save");
        admin.read("comes with the list");
        admin.waitUntil(() -> text(admin, "2").startsWith(";9999"));
        admin.picture("stripes-supplied");
        admin.go("programs").read("All programs");
        admin.see(By.cssSelector("a[aria-label='List form of " + program + "']")).click();
        admin.read("Only the columns that are named for them may hold track data");
        admin.press("Save");
        admin.read("Track 1 comes with this program's lists. Say in which column.");
        WebElement input =
                (WebElement)
                        admin.script(
                                "return document.querySelector('vaadin-upload')"
                                        + ".shadowRoot.querySelector('input[type=file]')");
        input.sendKeys(list().toAbsolutePath().toString());
        admin.read("track data, 36 characters");
        admin.choose("Track 1", "Host track 1");
        admin.choose("Track 2", "Host track 2");
        admin.read("Track 2 has another account number than the row.");
        assertThat(admin.shows("80888")).as("discretionary data of a sample").isFalse();
        admin.picture("list-form-supplied");
        WebElement cards = admin.see(By.xpath("//section[@aria-label='On the cards']"));
        admin.script("arguments[0].scrollIntoView()", cards);
        admin.picture("list-form-supplied-cards");
        admin.go("stripes").read("comes with the list");
        admin.press(change);
        admin.choose("Where tracks come from", "All tracks are composed here");
        admin.press("Save");
        admin.waitUntil(() -> !admin.shows("comes with the list"));
        admin.go("programs").read("All programs");
        admin.see(By.cssSelector("a[aria-label='List form of " + program + "']")).click();
        admin.read("Account number");
        assertThat(admin.shows("Track 1")).isFalse();
    }

    /** Three cards of a host; the second row has the first one's track 2. */
    private Path list() throws IOException {
        YearMonth now = YearMonth.from(clock.instant().atZone(clock.getZone()));
        String first = "";
        int rows = 0;
        StringBuilder list =
                new StringBuilder(
                        "pan,expiry,service_code,cardholder_name,Host track 1,Host track 2\n");
        for (String line :
                new String(SampleCardholders.csv(3, 8, now), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .toList()) {
            String[] row = line.split(",", 4);
            String data = row[1] + row[2] + "0000080888?";
            String second = ";" + row[0] + "=" + data;
            rows++;
            first = first.isEmpty() ? second : first;
            list.append(String.join(",", row[0], row[1], row[2], "Ana Silva"))
                    .append(",%B" + row[0] + "^SILVA/ANA^" + data)
                    .append("," + (rows == 2 ? first : second))
                    .append("\n");
        }
        Path file = folder.resolve("host.csv");
        Files.writeString(file, list);
        return file;
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
