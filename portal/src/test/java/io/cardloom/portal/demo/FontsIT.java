package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.fixture.FontForge;
import io.cardloom.designer.font.AdmittedFonts;
import io.cardloom.designer.font.LicenceStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * An administrator admits a font, a designer sets a word in it, and another issuer never sees it.
 */
@DemoPortal
class FontsIT {

    private static final String NAME = "DejaVu Serif Bold";

    @TempDir Path folder;
    @LocalServerPort int port;
    @Autowired ApplicationContext portal;
    @Autowired AdmittedFonts fonts;

    @Test
    void admitsAFontAndSetsAWordInIt() throws Exception {
        byte[] file = FontForge.dejaVu("DejaVuSerif-Bold.ttf");
        String address = "http://localhost:" + port;
        try (Browser admin =
                Browser.open(address).signIn("anders@nordlys.example", DemoActors.PASSWORD)) {
            admin.go("fonts").read("No fonts of your own yet");
            admin.picture("fonts-none");
            admit(admin, file);
            String key =
                    fonts.all(people().membership("anders@nordlys.example").tenant())
                            .getFirst()
                            .key()
                            .value();
            admin.waitUntil(() -> loaded(admin, key));
            admitAnother();
            admin.go("fonts").read("DejaVu Sans Mono");
            admin.picture("fonts");
            try (EditorDesk desk = EditorDesk.open(portal, port)) {
                setsAWord(desk, key);
                seesIt(desk, key);
            }
            withdraw(admin);
        }
    }

    private void admit(Browser admin, byte[] file) throws IOException {
        admin.press("Admit a font");
        admin.read("Drop the font's file here");
        admin.press("Admit");
        admin.read("Hand in the font's file");
        hand(admin, "restricted.ttf", FontForge.of(file).u16("OS/2", 8, 2).file());
        admin.type("Licence", "DejaVu fonts licence, free for every use");
        admin.press("Admit");
        admin.read("Confirm that the licence lets you print cards");
        admin.see(By.xpath("//vaadin-checkbox//label")).click();
        admin.press("Admit");
        admin.read("does not allow it to be embedded");
        admin.picture("fonts-refused");
        admin.script(
                "document.querySelector('vaadin-upload-file')"
                        + ".shadowRoot.querySelector('[part~=remove-button]').click()");
        admin.waitUntil(
                () ->
                        (boolean)
                                admin.script(
                                        "return document.querySelector('vaadin-upload')"
                                                + ".files.length === 0"));
        hand(admin, "DejaVuSerif-Bold.ttf", file);
        admin.press("Admit");
        admin.read(NAME);
        admin.waitUntil(() -> !admin.shows("Drop the font's file here"));
    }

    private void hand(Browser admin, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        WebElement input =
                (WebElement)
                        admin.script(
                                "return document.querySelector('vaadin-upload')"
                                        + ".shadowRoot.querySelector('input[type=file]')");
        input.sendKeys(file.toAbsolutePath().toString());
        admin.read(name);
        admin.waitUntil(
                () ->
                        (boolean)
                                admin.script(
                                        "return [...document.querySelector('vaadin-upload').files]"
                                                + ".every(f => f.complete)"));
    }

    /** One without kerning, so that the page shows what to look out for. */
    private void admitAnother() {
        fonts.admit(
                people().actor("anders@nordlys.example"),
                "DejaVuSansMono.ttf",
                new ByteArrayInputStream(
                        FontForge.of(FontForge.dejaVu("DejaVuSansMono.ttf"))
                                .without("GPOS")
                                .without("kern")
                                .file()),
                new LicenceStatement("DejaVu fonts licence, free for every use", true));
    }

    private static boolean loaded(Browser browser, String key) {
        return (boolean)
                browser.script(
                        "return [...document.fonts].some(f => f.family.includes(arguments[0])"
                                + " && f.status === 'loaded')",
                        key);
    }

    private static String drawn(EditorDesk desk) {
        return desk.browser
                .script(
                        "return document.querySelector('cardloom-editor').shadowRoot"
                                + ".querySelector('g[data-layer][aria-label*=\": Word\"] path')"
                                + "?.getAttribute('d')")
                .toString();
    }

    /**
     * By keyboard: into the list, down to the second of the issuer's own, and the word is set in
     * it.
     */
    private static void setsAWord(EditorDesk desk, String key) throws IOException {
        desk.lay();
        desk.browser.waitUntil(() -> !drawn(desk).isEmpty());
        String before = drawn(desk);
        desk.browser.inEditor(desk.row("Word") + " .layer-name").click();
        desk.browser.inEditor("#values select.faces").sendKeys(Keys.ENTER);
        desk.browser.hands().sendKeys(Keys.HOME).perform();
        Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(pictures.resolve("editor-typefaces.png"), desk.browser.corner(1280, 900));
        desk.browser.hands().sendKeys(Keys.ARROW_DOWN, Keys.ENTER).perform();
        desk.browser.waitUntil(() -> desk.layer("Word").get("font").asString().equals(key));
        JsonNode word = desk.layer("Word");
        assertThat(word.get("weight").asInt()).isEqualTo(700);
        desk.browser.waitUntil(() -> !drawn(desk).isEmpty() && !drawn(desk).equals(before));
        desk.browser.waitUntil(() -> loaded(desk.browser, key));
        desk.browser.picture("editor-own-font");
    }

    /** The partner's people get the file, another issuer's do not. */
    private void seesIt(EditorDesk desk, String key) {
        String url = url(desk.browser, key);
        assertThat(fetched(desk.browser, url))
                .containsEntry("status", 200L)
                .containsEntry("type", "font/ttf")
                .containsEntry("sniff", "nosniff");
        try (Browser jonas = desk.besides("jonas@fjellsport.example")) {
            assertThat(fetched(jonas, url(jonas, key))).containsEntry("status", 200L);
        }
        String digest = url.replaceAll(".*/", "");
        try (Browser giulia =
                Browser.open(desk.browser.portal())
                        .signIn("giulia@meridiana.example", DemoActors.PASSWORD)) {
            assertThat(fetched(giulia, url)).containsEntry("status", 404L);
            String own = people().membership("giulia@meridiana.example").id().value();
            assertThat(fetched(giulia, "/design-parts/" + own + "/fonts/" + digest))
                    .containsEntry("status", 404L);
        }
    }

    /** Where this person's editor gets the font. */
    private static String url(Browser browser, String key) {
        return browser.script(
                        "return document.querySelector('cardloom-editor').start.fonts"
                                + ".find(f => f.family === arguments[0]).url",
                        key)
                .toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fetched(Browser browser, String url) {
        return (Map<String, Object>)
                browser.later(
                        """
                        const done = arguments[1];
                        fetch(arguments[0]).then(r => done({
                          status: r.status,
                          type: r.headers.get('content-type'),
                          sniff: r.headers.get('x-content-type-options'),
                        }));
                        """,
                        url);
    }

    private static void withdraw(Browser admin) {
        By withdraw = By.cssSelector("vaadin-button[aria-label='Withdraw " + NAME + "']");
        By back = By.cssSelector("vaadin-button[aria-label='Take back " + NAME + "']");
        admin.see(withdraw).click();
        admin.read("What is approved prints on as it is");
        admin.press("Withdraw");
        admin.see(back);
        admin.picture("fonts-withdrawn");
        admin.see(back).click();
        admin.see(withdraw);
    }

    private DemoActors people() {
        return new DemoActors(portal);
    }
}
