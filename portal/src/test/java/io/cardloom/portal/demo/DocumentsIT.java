package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A key custodian makes a program's cards identity documents and brings their signer in, and the
 * next one, and another custodian destroys the first one's key with her; an approver looks at
 * samples and hands in a list of documents.
 */
@DemoPortal
class DocumentsIT {

    private static final String DEMO = "a demo, no secret";

    /** Not the program whose cards the other tests order. */
    private static final String PROGRAM = "Kino Aurora Club";

    private static final String DESIGN = "Kino Aurora Premiere";
    private static final By SET_UP =
            By.cssSelector("vaadin-button[aria-label='Set up the documents of " + PROGRAM + "']");

    @LocalServerPort int port;
    @Autowired Tenants tenants;
    @Autowired TransportCertificates certificates;
    @Autowired Clock clock;
    @TempDir Path folder;

    @Test
    void setsDocumentsUpBringsTheSignerInAndHasAListOfDocumentsOrdered() throws Exception {
        Country country = new Country();
        String portal = "http://localhost:" + port;
        try (Browser custodian = Browser.open(portal).signIn("kari@nordlys.example", DEMO);
                Browser other = Browser.open(portal).signIn("eirik@nordlys.example", DEMO);
                Browser approver = Browser.open(portal).signIn("henrik@nordlys.example", DEMO)) {
            custodian.go("documents").read("Nobody signs yet");
            custodian.read("No documents");
            setUp(custodian);
            refuseAnother(custodian, country);
            sign(custodian, country, 1);
            custodian.picture("documents");
            follow(custodian, other, country);
            rehearse(approver);
            order(approver);
            custodian.press(By.cssSelector("vaadin-button[aria-label^='End the documents']"));
            custodian.press("End them");
            custodian.waitUntil(() -> !custodian.shows("active authentication"));
            approver.go(approver.address().substring(portal.length() + 1));
            approver.read("Identity documents, TD1");
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

    private static void refuseAnother(Browser custodian, Country country) {
        custodian.press("Make a request");
        custodian.type("Country, two letters", "UT");
        custodian.type("Name of the signer", "Signer; 1");
        custodian.press("Make it");
        custodian.read("A document signer has a country");
        custodian.press("Cancel");
        custodian.press("Bring a certificate");
        custodian.type("Your certificate", country.certificate());
        custodian.type("The authority's own certificate", country.certificate());
        custodian.press("Sign with it");
        custodian.read("The certificate has to be one");
        custodian.press("Cancel");
    }

    private static void sign(Browser custodian, Country country, int number) {
        String request = request(custodian, number);
        custodian.press("Cancel");
        custodian.press("Bring a certificate");
        custodian.type("Your certificate", country.certify(request));
        custodian.type("The authority's own certificate", country.certificate());
        custodian.picture("documents-bring");
        custodian.press("Sign with it");
        custodian.read("CN=Document Signer " + number);
    }

    private static String request(Browser custodian, int number) {
        custodian.press("Make a request");
        custodian.type("Country, two letters", "UT");
        custodian.type("Name of the signer", "Document Signer " + number);
        custodian.press("Make it");
        WebElement request = custodian.see(By.cssSelector("vaadin-text-area textarea"));
        custodian.picture("documents-request");
        return custodian.script("return arguments[0].value", request).toString();
    }

    /** The next signer takes over, and two custodians destroy the key of the one before. */
    private static void follow(Browser custodian, Browser other, Country country) {
        assertThat(custodian.has(named("Destroy signer 1"))).as("it signs").isFalse();
        sign(custodian, country, 2);
        custodian.read("its key is not destroyed yet");
        other.go("documents").read("Signer 2");
        custodian.press(named("Destroy signer 1"));
        custodian.picture("documents-destroy");
        custodian.press("Ask for it");
        custodian.read("To be confirmed");
        assertThat(custodian.has(named("Confirm signer 1"))).as("she asked herself").isFalse();
        other.read("Your turn");
        other.picture("documents-signers");
        other.press(named("Confirm signer 1"));
        other.press("Destroy it");
        other.read("Private key destroyed");
        custodian.read("Private key destroyed");
        custodian.picture("documents-destroyed");
    }

    private static By named(String words) {
        return By.cssSelector("vaadin-button[aria-label='" + words + "']");
    }

    private static void rehearse(Browser approver) {
        approver.go("designs").follow(DESIGN);
        approver.follow("Dry run");
        approver.press("Make the sample files");
        approver.read("SAMPLE-manifest.json");
        assertThat(approver.shows("SAMPLE-authority.pem")).isTrue();
        assertThat(approver.shows("SAMPLE-documents.csv")).isTrue();
        assertThat(approver.shows("SAMPLE-records.csv")).isFalse();
        approver.picture("dry-run-documents");
    }

    private void order(Browser approver) throws Exception {
        place(approver, "Identity cards, autumn", sealed());
        approver.read("List of documents");
        approver.read("Accepted without the rows below");
        approver.read("2 documents");
        approver.read("Identity documents, TD1");
        for (String code : List.of("EXPIRY_PAST", "FACE_BASE64", "DOCUMENT_VALUE_MISSING")) {
            assertThat(approver.shows(code)).as(code).isTrue();
        }
        assertThat(approver.shows("Åkerström")).as("a value of the list").isFalse();
        approver.picture("order-documents");
        approver.go("orders").read("Identity cards, autumn");
        approver.follow("Identity cards, autumn");
        approver.read("List of documents");
    }

    private static void place(Browser approver, String name, Path list) {
        approver.go("orders").press("Place an order");
        approver.type("Name of the order", name);
        approver.chooseStarting("Approved design", DESIGN);
        WebElement input =
                (WebElement)
                        approver.script(
                                "return document.querySelector('vaadin-upload')"
                                        + ".shadowRoot.querySelector('input[type=file]')");
        input.sendKeys(list.toAbsolutePath().toString());
        approver.read(String.valueOf(list.getFileName()));
        approver.picture("order-documents-placing");
        approver.press("Place the order");
        approver.waitUntil(() -> approver.address().contains("/orders/ord_"));
    }

    /** Two documents, one that is over, and one without a name whose face is none. */
    private Path sealed() throws Exception {
        TenantId tenant =
                tenants.all().stream()
                        .filter(issuer -> issuer.name().equals("Nordlys Bank"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        Actor system = Actor.system(tenant, "Walk");
        IssuerDesk desk = IssuerDesk.open("Nordlys Bank", clock);
        certificates.registerIssuerCertificate(system, desk.certificatePem());
        String face = face();
        String list =
                String.join(
                        "\n",
                        row("WALK00001", "Åkerström", "2036-04-15", face),
                        row("WALK00002", "Eriksson", "2036-04-15", face),
                        row("WALK00003", "Eriksson", "2012-04-15", face),
                        row("WALK00004", "", "2036-04-15", "no picture"));
        Path file = folder.resolve("documents.p7m");
        Files.write(
                file,
                desk.seal(
                        list.getBytes(StandardCharsets.UTF_8),
                        certificates.intakeCertificate(system)));
        return file;
    }

    private static String row(String number, String name, String expiry, String face) {
        return """
        {"document_code":"I","issuing_state":"UTO","document_number":"%s","primary_name":"%s",\
        "secondary_name":"Anna Maria","nationality":"UTO","birth":"1974-08-12","sex":"F",\
        "expiry":"%s","face":"%s"}\
        """
                .formatted(number, name, expiry, face);
    }

    /** A picture of nobody. */
    private static String face() throws Exception {
        BufferedImage picture = new BufferedImage(413, 531, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, 413, 531);
        pen.setColor(Color.DARK_GRAY);
        pen.fillOval(106, 120, 200, 260);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "jpeg", jpeg)).isTrue();
        return Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }
}
