package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A key custodian makes a program's cards identity documents and brings their signer in. */
@DemoPortal
class DocumentsIT {

    private static final String DEMO = "a demo, no secret";
    private static final By SET_UP =
            By.cssSelector("vaadin-button[aria-label^='Set up the documents']");

    @LocalServerPort int port;

    @Test
    void setsDocumentsUpAndBringsTheSignerIn() {
        Country country = new Country();
        try (Browser custodian =
                Browser.open("http://localhost:" + port).signIn("kari@nordlys.example", DEMO)) {
            custodian.go("documents").read("Nobody signs yet");
            custodian.read("No documents");
            setUp(custodian);
            sign(custodian, country);
            custodian.picture("documents");
            custodian.press(By.cssSelector("vaadin-button[aria-label^='End the documents']"));
            custodian.press("End them");
            custodian.waitUntil(() -> !custodian.shows("active authentication"));
        }
    }

    private static void setUp(Browser custodian) {
        custodian.press(SET_UP);
        custodian.see(By.xpath("//vaadin-checkbox/label[contains(., 'Basic access')]")).click();
        custodian.choose("PACE", "No PACE");
        custodian.press("Set them up");
        custodian.read("lets nobody in without");
        custodian.choose("PACE", "Generic mapping");
        custodian.choose("Active authentication", "NIST P-384");
        custodian.picture("documents-set-up");
        custodian.press("Set them up");
        custodian.read("active authentication with NIST P-384");
        assertThat(custodian.shows("basic access control")).isFalse();
    }

    private static void sign(Browser custodian, Country country) {
        custodian.press("Make a request");
        custodian.type("Country, two letters", "UT");
        custodian.type("Name of the signer", "Signer; 1");
        custodian.press("Make it");
        custodian.read("A document signer has a country");
        custodian.type("Name of the signer", "Document Signer 1");
        custodian.press("Make it");
        String request =
                custodian
                        .script(
                                "return arguments[0].value",
                                custodian.see(By.cssSelector("vaadin-text-area textarea")))
                        .toString();
        custodian.picture("documents-request");
        custodian.press("Cancel");
        custodian.press("Bring a certificate");
        custodian.type("Your certificate", country.certificate());
        custodian.type("The authority's own certificate", country.certificate());
        custodian.press("Sign with it");
        custodian.read("The certificate has to be one");
        custodian.type("Your certificate", country.certify(request));
        custodian.picture("documents-bring");
        custodian.press("Sign with it");
        custodian.read("CN=Document Signer 1");
    }
}
