package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyKind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two custodians, each in a browser of her own, take a key in, share one, and rotate it. */
@DemoPortal
class CeremonyIT {

    private static final String PASSWORD = "a demo, no secret";
    private static final By PART = By.id("key-part");

    @LocalServerPort int port;
    @Autowired Clock clock;

    private final Map<String, String> papers = new ConcurrentHashMap<>();

    @Test
    void twoCustodiansHoldACeremonyInTwoBrowsers() {
        try (Browser kari = open("kari@nordlys.example");
                Browser eirik = open("eirik@nordlys.example")) {
            kari.go("keys").read("No keys yet");
            kari.picture("keys-empty");
            String ceremony = call(kari);
            eirik.go("keys").read("Your turn");
            eirik.go(ceremony).read("Part 1 of the key");
            enterWhatIsMistyped(kari);
            enter(kari, "one");
            eirik.read("Did her part");
            assertThat(eirik.see(PART)).as("what she types stays").isNotNull();
            enter(eirik, "two");
            kari.read("The ceremony is completed");
            kari.picture("ceremony-completed");
            eirik.read("The ceremony is completed");
            requireNoPartAnywhere(kari, eirik);
            activate(kari, eirik);
            share(kari, eirik);
            abandon(kari, eirik);
            kari.go("keys").read("Zone key");
            kari.picture("keys");
            registerAndWithdraw(kari);
            setUpAChip(kari, eirik);
            kari.go("keys").read("Zone key");
            kari.follow("protection key, K1");
            kari.read("Parts on paper");
            kari.picture("key");
        }
    }

    private void registerAndWithdraw(Browser kari) {
        kari.press("Register");
        kari.type("Certificate or OpenPGP key", "no certificate");
        kari.press("Register");
        kari.read("CERTIFICATE_UNREADABLE");
        kari.choose("What it is for", "A bureau: receive packages");
        kari.type("Certificate or OpenPGP key", "-----BEGIN PGP PUBLIC KEY BLOCK-----");
        kari.press("Register");
        kari.read("OPENPGP_PURPOSE");
        kari.choose("What it is for", "We sign cardholder files");
        byte[] pem = IssuerDesk.open("Second desk", clock).certificatePem();
        kari.type("Certificate or OpenPGP key", new String(pem, StandardCharsets.US_ASCII).strip());
        kari.press("Register");
        kari.read("Registered.");
        kari.see(By.xpath("(//vaadin-button[starts-with(@aria-label, 'Withdraw: ')])[1]")).click();
        kari.read("It cannot be registered again");
        kari.picture("withdraw");
        kari.press("Withdraw it");
        kari.read("Withdrawn.");
        kari.read("Withdrawn");
    }

    private void setUpAChip(Browser kari, Browser eirik) {
        ChipAuthority authority = new ChipAuthority();
        kari.go("chips").read("exponent 3");
        kari.picture("chips-none");
        String modulus =
                kari.script(
                                "return [...document.querySelectorAll('vaadin-text-field')]"
                                        + ".find(f => f.label === 'Modulus').value")
                        .toString();
        ChipAuthority.Certified certified =
                authority.certify(new BigInteger(modulus, 16), "999900", "1231");
        kari.see(By.cssSelector("vaadin-button[aria-label='Set up the chip of Kino Aurora Club']"))
                .click();
        kari.type("Index of the authority", "F1");
        kari.type("Authority's public key, modulus", authority.modulus());
        kari.type("Your certificate, tag 90", "6A0");
        kari.press("Set it up");
        kari.read("CHIP_HEXADECIMAL");
        kari.type("Your certificate, tag 90", "6A".repeat(192));
        kari.press("Set it up");
        kari.read("ISSUER_CERTIFICATE");
        kari.picture("chip-refused");
        kari.type("Your certificate, tag 90", certified.certificate());
        kari.type("Remainder of your key, tag 92", certified.remainder());
        kari.press("Set it up");
        kari.read("Profile neutral, accounts of 999900, authority's key F1, until 12/31");
        kari.see(By.xpath("//vaadin-checkbox/label[contains(., 'Write the commands')]")).click();
        kari.read("The next runs say the commands.");
        kari.picture("chips");
        kari.go("chips").read("The personalizer opens the session");
        kari.read("Signs the chips of Kino Aurora Club");
        kari.press(By.cssSelector("vaadin-button[aria-label='Make the next key of yours']"));
        kari.choose("Bits of its modulus", "1536");
        kari.picture("chips-next-key");
        kari.press("Make it");
        kari.read("Your key 2");
        kari.read("No program's certificate is for it");
        kari.picture("chips-two-keys");
        destroyTheKeyThatSignsForNobody(kari, eirik);
        assertThat(
                        kari.script(
                                "return [...document.querySelectorAll('vaadin-checkbox')]"
                                        + ".map(box => box.checked).join()"))
                .isEqualTo("true");
    }

    /** One custodian asks, the other confirms in a browser of his own. */
    private void destroyTheKeyThatSignsForNobody(Browser kari, Browser eirik) {
        assertThat(kari.has(named("Destroy your key 1"))).as("it signs").isFalse();
        kari.press(named("Destroy your key 2"));
        kari.picture("chips-destroy-key");
        kari.press("Ask for it");
        kari.read("You asked to destroy its private half");
        assertThat(kari.has(named("Confirm your key 2"))).isFalse();
        eirik.go("chips").read("asks to destroy its private half");
        eirik.press(named("Confirm your key 2"));
        eirik.press("Destroy it");
        eirik.read("Keys that are no more");
        kari.read("Keys that are no more");
        kari.picture("chips-key-destroyed");
    }

    private static By named(String label) {
        return By.cssSelector("vaadin-button[aria-label='" + label + "']");
    }

    private Browser open(String email) {
        Browser browser = Browser.open("http://localhost:" + port).signIn(email, PASSWORD);
        browser.size(1280, 900);
        return browser;
    }

    private String call(Browser kari) {
        papers.put("one", part());
        papers.put("two", part());
        kari.press("New key");
        kari.choose("How", "Take a key in from components");
        kari.type("Name", "Zone key");
        kari.choose("Use", "Key block protection key, K1");
        kari.choose("Algorithm and length", "AES-128");
        kari.picture("ceremony-call");
        kari.type("Check value of the whole key", "12345Z");
        kari.press("Call the ceremony");
        kari.read("KEY_CHECK_VALUE_FORM");
        kari.type("Check value of the whole key", checkValue(sum()));
        kari.press("Call the ceremony");
        kari.read("Part 2 of the key");
        return path(kari);
    }

    private void enterWhatIsMistyped(Browser kari) {
        WebElement field = kari.see(PART);
        assertThat(field.getAttribute("type")).isEqualTo("password");
        field.sendKeys("0G", Keys.ENTER);
        kari.read("KEY_COMPONENT_CHARACTERS");
        String wrong = part();
        kari.see(PART).sendKeys(wrong, Keys.ENTER);
        kari.read(checkValue(wrong));
        kari.picture("ceremony-compare");
        kari.press("It is another one");
        kari.read("Part 2 of the key");
    }

    private void enter(Browser who, String paper) {
        String typed = paper(paper).replaceAll("(.{4})", "$1 ").toLowerCase(Locale.ROOT);
        who.see(PART).sendKeys(typed);
        who.read("32 of 32 characters");
        who.press("Enter it");
        who.read(checkValue(paper(paper)));
        assertThat(who.has(PART)).isFalse();
        who.press("It is the same");
    }

    /** Neither in what the pages hold, nor in their addresses. */
    private void requireNoPartAnywhere(Browser... all) {
        for (Browser browser : all) {
            String page =
                    browser.script("return document.documentElement.outerHTML + location.href")
                            .toString()
                            .toUpperCase(Locale.ROOT)
                            .replace(" ", "");
            papers.values().forEach(part -> assertThat(page.contains(part)).isFalse());
            assertThat(page.contains(checkValue(sum()))).isTrue();
        }
    }

    private static void activate(Browser kari, Browser eirik) {
        kari.follow("Zone key, version 1");
        kari.press("Activate");
        kari.type("Reason", "the partner has it too");
        kari.press("Call the ceremony");
        kari.press("Take part");
        kari.read("Still awaited: Eirik Haug");
        eirik.go(path(kari)).press("Take part");
        kari.read("The ceremony is completed");
    }

    private void share(Browser kari, Browser eirik) {
        kari.go("keys").press("New key");
        kari.choose("How", "Make a key and share it");
        kari.type("Name", "Transport key");
        kari.choose("Use", "Key encryption key, K0");
        kari.press("Call the ceremony");
        kari.press("Take part");
        eirik.go(path(kari)).press("Take part");
        for (Browser each : List.of(kari, eirik)) {
            each.press("Show my share, this once");
            WebElement share = each.see(By.className("cl-share"));
            each.waitUntil(() -> share.getText().replace(" ", "").matches("[0-9A-F]{64}"));
            each.press("I have written it down");
            each.waitUntil(() -> !each.has(By.className("cl-share")));
        }
        kari.read("The ceremony is completed");
    }

    private static void abandon(Browser kari, Browser eirik) {
        kari.go("keys").press("New key");
        kari.type("Name", "Not this one");
        kari.press("Call the ceremony");
        kari.read("Look at what it is about");
        eirik.go(path(kari)).press("Abandon");
        eirik.type("Reason", "called by mistake");
        eirik.press("Abandon it");
        kari.read("called by mistake");
    }

    private static String path(Browser who) {
        who.waitUntil(() -> who.address().contains("/key-ceremonies/"));
        return who.address().replaceAll(".*/(key-ceremonies/.*)", "$1");
    }

    private static String part() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private String paper(String whose) {
        return Objects.requireNonNull(papers.get(whose));
    }

    private String sum() {
        byte[] one = HexFormat.of().parseHex(paper("one"));
        byte[] two = HexFormat.of().parseHex(paper("two"));
        for (int i = 0; i < one.length; i++) {
            one[i] ^= two[i];
        }
        return HexFormat.of().withUpperCase().formatHex(one);
    }

    private static String checkValue(String key) {
        try (ClearKey clear = new ClearKey(KeyKind.AES_128, HexFormat.of().parseHex(key))) {
            return clear.checkValue().hex6();
        }
    }
}
