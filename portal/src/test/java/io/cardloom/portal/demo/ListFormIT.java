package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.intake.SampleCardholders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator tells how the bank writes one program's lists; an approver hands such lists in.
 */
@DemoPortal
class ListFormIT {

    private static final String DEMO = "a demo, no secret";

    /** Not the program whose cards the other tests order. */
    private static final String PROGRAM = "Kino Aurora Club";

    private static final String DESIGN = "Kino Aurora Premiere";

    @LocalServerPort int port;
    @Autowired Clock clock;
    @TempDir Path folder;

    @Test
    void takesListsInByTheFormThatAnAdministratorTriedOnOneOfHerOwn() throws Exception {
        String portal = "http://localhost:" + port;
        try (Browser admin = Browser.open(portal).signIn("anders@nordlys.example", DEMO);
                Browser approver = Browser.open(portal).signIn("henrik@nordlys.example", DEMO)) {
            tryAndSave(admin);
            place(approver, "Mixed list", list(30, 5, true));
            approver.waitUntil(() -> approver.shows("Accepted without the rows below"));
            assertThat(approver.shows("PAN_DIGITS")).isTrue();
            assertThat(approver.shows("NAME_TRANSLITERATED")).isTrue();
            approver.picture("order-left-out");
            place(approver, "A long list", list(120_000, 6, false));
            approver.read("Being taken in");
            approver.glance("order-receiving");
            approver.press("Stop and keep nothing");
            approver.waitUntil(() -> approver.shows("Withdrawn"));
            assertThat(approver.shows("INTAKE_CANCELLED")).isTrue();
            admin.press("Use the standard form");
            admin.press("Use it");
            admin.read("version 2, saved by");
            assertThat(admin.shows("Karte")).isFalse();
            keepDataForAWeek(admin);
        }
    }

    private static void keepDataForAWeek(Browser admin) {
        admin.go("programs").read("All programs");
        admin.see(By.cssSelector("[aria-label='Data kept 30 days: " + PROGRAM + "']")).click();
        admin.type("Days", "31");
        admin.press("Save");
        admin.read("RETENTION_WRONG");
        admin.picture("retention-refused");
        admin.type("Days", "7");
        admin.press("Save");
        admin.read("Data kept 7 days");
    }

    private void tryAndSave(Browser admin) throws Exception {
        admin.go("programs").read("All programs");
        admin.see(By.cssSelector("a[aria-label='List form of " + PROGRAM + "']")).click();
        admin.read("the standard form so far");
        admin.choose("Values are separated by", "Semicolon");
        hand(admin, "vaadin-upload", list(12, 4, true));
        admin.read("999900******");
        admin.choose("Account number", "Karte");
        admin.choose("Expiry date", "Ablauf");
        admin.choose("Cardholder's name", "Name");
        admin.choose("Service code", "The same for every card");
        admin.type("Service code of every card", "201");
        admin.choose("Expiry dates are written", "MM/YY, as in 12/29");
        admin.see(By.xpath("//vaadin-checkbox/label[contains(., 'in capitals')]")).click();
        admin.see(By.xpath("//vaadin-checkbox/label[contains(., 'not encrypted')]")).click();
        WebElement own = admin.see(By.cssSelector("vaadin-multi-select-combo-box input"));
        own.sendKeys("Filiale");
        admin.see(By.xpath("//vaadin-multi-select-combo-box-item[normalize-space(.)='Filiale']"))
                .click();
        own.sendKeys(Keys.ESCAPE);
        admin.read("filiale: Oslo");
        admin.read("Letters replaced");
        admin.read("Wrong");
        admin.picture("list-form");
        WebElement cards = admin.see(By.xpath("//section[@aria-label='On the cards']"));
        admin.script("arguments[0].scrollIntoView()", cards);
        admin.picture("list-form-cards");
        assertThat(admin.script("document.querySelector('h1').scrollIntoView()")).isNotNull();
        admin.press("Save");
        admin.read("version 1, saved by");
    }

    private void place(Browser approver, String name, Path list) {
        approver.go("orders").press("Place an order");
        approver.type("Name of the order", name);
        approver.chooseStarting("Approved design", DESIGN);
        approver.see(By.xpath("//vaadin-details-summary[contains(., 'not encrypted')]")).click();
        hand(approver, "vaadin-details vaadin-upload", list);
        approver.waitUntil(() -> approver.address().contains("/orders/ord_"));
    }

    private static void hand(Browser browser, String upload, Path list) {
        WebElement input =
                (WebElement)
                        browser.script(
                                "return document.querySelector('"
                                        + upload
                                        + "').shadowRoot.querySelector('input[type=file]')");
        input.sendKeys(list.toAbsolutePath().toString());
    }

    /** As the bank writes it: other names, semicolons, MM/YY, a branch that nobody needs. */
    private Path list(int rows, long seed, boolean oneWrong) throws Exception {
        YearMonth now = YearMonth.from(clock.instant().atZone(clock.getZone()));
        List<String> lines =
                new String(SampleCardholders.csv(rows, seed, now), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .toList();
        String text = lines.stream().map(ListFormIT::own).collect(Collectors.joining("\n"));
        if (oneWrong) {
            text = text.replaceFirst("(?m)^(9{4}\\d{11})\\d(.*)$", "$1X$2");
        }
        Path file = folder.resolve("list-" + seed + ".csv");
        Files.writeString(file, "Karte;Name;Ablauf;Filiale\n" + text + "\n");
        return file;
    }

    private static String own(String line) {
        String[] parts = line.split(",", -1);
        String yymm = parts[1];
        String name = parts[3].length() > 24 ? "Zoë Åkerström" : parts[3];
        return String.join(
                ";", parts[0], name, yymm.substring(2) + "/" + yymm.substring(0, 2), "Oslo");
    }
}
