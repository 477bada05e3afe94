package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two custodians renew Cardloom's own certificates, each in a browser of her own. */
@DemoPortal
class OwnCertificatesIT {

    private static final String PASSWORD = "a demo, no secret";

    @LocalServerPort int port;

    @Test
    void twoCustodiansRenewACertificateAndItsUsersSeeWhatComes() {
        try (Browser kari = open("kari@nordlys.example");
                Browser eirik = open("eirik@nordlys.example")) {
            kari.go("certificates").read("Lists by OpenPGP");
            kari.picture("certificates-first");
            kari.press(make("Lists by OpenPGP"));
            kari.waitUntil(() -> !kari.has(make("Lists by OpenPGP")));
            refuseAndAsk(kari);
            eirik.go("").read("Confirm the next certificate: Lists by CMS");
            eirik.go("certificates").read("Your turn");
            assertThat(kari.shows("Your turn")).isFalse();
            kari.picture("certificates-asked");
            eirik.press(By.xpath(named("Confirm number 2: Lists by CMS")));
            eirik.read("It cannot be taken back");
            eirik.picture("certificate-confirm");
            eirik.press("Confirm it");
            eirik.read("Coming");
            kari.read("fetch it before then");
            requireFetched(kari, "Fetch number 2: Lists by CMS");
            putOff(kari, eirik);
            replaceAtOnce(kari, eirik);
            abandon(kari);
            kari.picture("certificates");
        }
        seenByThoseWhoUseThem();
    }

    private static void refuseAndAsk(Browser kari) {
        kari.press(By.xpath(named("Renew: Lists by CMS")));
        kari.type("Days it is announced", "999");
        kari.press("Ask for it");
        kari.read("RENEWAL_DAYS");
        kari.type("Days it is announced", "20");
        kari.picture("certificate-renew");
        kari.press("Ask for it");
        kari.read("announced for 20 days before it is used");
        assertThat(kari.has(By.xpath(named("Renew: Lists by CMS")))).isFalse();
        assertThat(kari.has(By.xpath(named("Confirm number 2: Lists by CMS")))).isFalse();
    }

    /** One alone; the other sees the later day without loading the page again. */
    private static void putOff(Browser kari, Browser eirik) {
        String before = eirik.read("fetch it before then").getText();
        kari.press(By.xpath(named("Put off number 2: Lists by CMS")));
        kari.type("Days later", "31");
        kari.press("Put it off");
        kari.read("RENEWAL_DAYS");
        kari.type("Days later", "14");
        kari.picture("certificate-put-off");
        kari.press("Put it off");
        kari.read("Put off.");
        eirik.waitUntil(() -> !eirik.read("fetch it before then").getText().equals(before));
    }

    private static void replaceAtOnce(Browser kari, Browser eirik) {
        eirik.press(By.xpath(named("Renew: Lists by OpenPGP")));
        eirik.type("Days it is announced", "0");
        eirik.type("Days the present one stays", "0");
        eirik.press("Ask for it");
        eirik.read("and the present one ends then");
        kari.press(By.xpath(named("Confirm number 2: Lists by OpenPGP")));
        kari.press("Confirm it");
        kari.read("Private key destroyed");
        eirik.read("Private key destroyed");
        assertThat(kari.has(By.xpath(link("Fetch number 1: Lists by OpenPGP")))).isFalse();
        requireFetched(kari, "Fetch number 2: Lists by OpenPGP");
    }

    private static void abandon(Browser kari) {
        kari.press(By.xpath(named("Renew: Lists by OpenPGP")));
        kari.press("Ask for it");
        kari.press(By.xpath(named("Abandon number 3: Lists by OpenPGP")));
        kari.press("Abandon it");
        kari.read("Never made; abandoned");
    }

    private void seenByThoseWhoUseThem() {
        try (Browser henrik = open("henrik@nordlys.example")) {
            henrik.go("certificates").read("fetch it before then");
            assertThat(henrik.has(By.xpath(named("Renew: Lists by CMS")))).isFalse();
            assertThat(henrik.shows("Private key destroyed")).isFalse();
            assertThat(henrik.shows("Packages")).isFalse();
            henrik.picture("certificates-users");
        }
    }

    /** The link leads to a certificate, or to an OpenPGP key. */
    private static void requireFetched(Browser browser, String name) {
        Object text =
                browser.later(
                        "const done = arguments[arguments.length - 1];"
                                + "fetch(arguments[0]).then(r => r.text()).then(done)",
                        Objects.requireNonNull(
                                browser.see(By.xpath(link(name))).getAttribute("href")));
        assertThat(text.toString())
                .containsPattern("-----BEGIN (CERTIFICATE|PGP PUBLIC KEY BLOCK)-----");
    }

    private static By make(String title) {
        return By.xpath(named("Make it: " + title));
    }

    private static String named(String label) {
        return "//vaadin-button[@aria-label='" + label + "']";
    }

    private static String link(String label) {
        return "//a[@aria-label='" + label + "']";
    }

    private Browser open(String email) {
        Browser browser = Browser.open("http://localhost:" + port).signIn(email, PASSWORD);
        browser.size(1280, 900);
        return browser;
    }
}
