package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.portal.demo.EditorDesk.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;

/** Layers of every type, made in the editor and given their values there. */
@DemoPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedDesk.class)
class EditorMakesIT {

    @TempDir Path folder;
    private EditorDesk desk;

    @BeforeAll
    void sitDown(EditorDesk shared) {
        desk = shared;
    }

    @BeforeEach
    void lay() {
        desk.lay();
    }

    @Test
    void addsShapesCodesAndPlaces() {
        for (String shape : new String[] {"ellipse", "triangle", "hexagon", "star", "line"}) {
            assertThat(desk.add(shape).get("shape").asString()).isEqualTo(shape);
        }
        for (String code : new String[] {"qr", "data_matrix", "code128", "ean13"}) {
            assertThat(desk.add(code).get("symbology").asString()).isEqualTo(code);
        }
        desk.browser.waitUntil(
                () ->
                        (boolean)
                                desk.browser.script(
                                        "return [...document.querySelector('cardloom-editor')"
                                                + ".shadowRoot.querySelectorAll('.stage"
                                                + " g[aria-label^=\"Code\"] path')].length === 4"));
        JsonNode slot = desk.add("slot");
        assertThat(slot.get("type").asString()).isEqualTo("slot");
        assertThat(slot.get("slot").asString()).isEqualTo("logo");
    }

    @Test
    void givesACodeItsWordsAndRepairs() {
        desk.add("qr");
        desk.set("Says", "https://nordlys.example/welcome");
        desk.choose("Repairs", "30 %");
        desk.choose("Kind", "Data Matrix");
        JsonNode code = desk.newest();
        assertThat(code.get("data").asString()).isEqualTo("https://nordlys.example/welcome");
        assertThat(code.get("level").asString()).isEqualTo("h");
        assertThat(code.get("symbology").asString()).isEqualTo("data_matrix");
    }

    @Test
    void shadesAShapeAndDrawsItsLine() {
        click(desk.on("Alpha"));
        desk.choose("Filled with", "Shade");
        desk.set("Direction", "45");
        desk.set("Line", "0,5");
        desk.set("Corners", "2");
        JsonNode alpha = desk.layer("Alpha");
        assertThat(alpha.get("fillKind").asString()).isEqualTo("linear");
        assertThat(alpha.get("fillAngle").asInt()).isEqualTo(45_000);
        assertThat(alpha.get("strokeWidth").asInt()).isEqualTo(500);
        assertThat(alpha.get("radius").asInt()).isEqualTo(2_000);
    }

    @Test
    void spacesBendsAndShrinksText() {
        click(desk.on("Word"));
        desk.set("Text", "Bent words");
        desk.set("Tracking", "120");
        desk.set("Arc", "60");
        desk.set("Shrink to", "70");
        JsonNode word = desk.layer("Word");
        assertThat(word.get("text").asString()).isEqualTo("Bent words");
        assertThat(word.get("tracking").asInt()).isEqualTo(120);
        assertThat(word.get("arc").asInt()).isEqualTo(60_000);
        assertThat(word.get("shrink").asInt()).isEqualTo(700);
    }

    @Test
    void cutsMirrorsAndTonesAPictureAndMakesASketch() throws Exception {
        Path logo = folder.resolve("logo.svg");
        Files.write(logo, DemoDesign.OLIVO.logo());
        desk.browser.inEditor("#file").sendKeys(logo.toAbsolutePath().toString());
        desk.browser.waitUntil(() -> desk.layers().size() == 5);
        assertThat(desk.newest().get("type").asString()).isEqualTo("image");
        desk.set("Left", "25");
        desk.set("Brightness", "-20");
        desk.choose("Tone", "Two colors");
        check("Mirror across");
        JsonNode picture = desk.newest();
        assertThat(picture.get("cropLeft").asInt()).isEqualTo(2_500);
        assertThat(picture.get("brightness").asInt()).isEqualTo(-20);
        assertThat(picture.get("tone").asString()).isEqualTo("duotone");
        assertThat(picture.get("flipX").asBoolean()).isTrue();
        desk.browser.script("document.querySelector('cardloom-editor').sketching = true");
        desk.browser.inEditor("#file").sendKeys(logo.toAbsolutePath().toString());
        desk.browser.waitUntil(() -> desk.layers().size() == 6);
        desk.set("Threshold", "90");
        JsonNode sketch = desk.newest();
        assertThat(sketch.get("type").asString()).isEqualTo("sketch");
        assertThat(sketch.get("threshold").asInt()).isEqualTo(90);
    }

    @Test
    void fillsAnEmptyPlaceWithAPicture() throws Exception {
        JsonNode slot = desk.add("slot");
        long before = desk.number();
        Path logo = folder.resolve("mark.svg");
        Files.write(logo, DemoDesign.KINO.logo());
        desk.browser.inEditor("#file").sendKeys(logo.toAbsolutePath().toString());
        desk.browser.waitUntil(() -> desk.newest().get("type").asString().equals("image"));
        JsonNode picture = desk.newest();
        assertThat(picture.get("slot").asString()).isEqualTo("logo");
        assertThat(picture.get("width").asInt()).isEqualTo(slot.get("width").asInt());
        assertThat(desk.number()).isEqualTo(before + 1);
        assertThat(desk.layers()).hasSize(5);
    }

    @Test
    void placesAPictureThatWasUploadedBefore() throws Exception {
        Path logo = folder.resolve("shelf.svg");
        Files.write(logo, DemoDesign.FJELL.logo());
        desk.browser.inEditor("#file").sendKeys(logo.toAbsolutePath().toString());
        desk.browser.waitUntil(() -> desk.newest().get("type").asString().equals("image"));
        String digest = desk.newest().get("asset").asString();
        desk.browser.inEditor("#add").click();
        desk.browser.inEditor(".menu [data-action=add-library]").click();
        desk.browser.inEditor(".library li img");
        desk.browser.picture("editor-library");
        desk.browser.inEditor(".library input").sendKeys("SHELF");
        desk.browser.waitUntil(
                () ->
                        (boolean)
                                desk.browser.script(
                                        "return"
                                            + " document.querySelector('cardloom-editor').shadowRoot.querySelectorAll('.library"
                                            + " li').length === 1"));
        desk.browser.inEditor(".library li button").click();
        desk.browser.waitUntil(() -> desk.layers().size() == 6);
        assertThat(desk.newest().get("asset").asString()).isEqualTo(digest);
    }

    @Test
    void putsDrawingsOfAPackOnTheCardByMouseFingerAndKeys() {
        openPacks();
        desk.browser.picture("editor-packs");
        Axe.requireNothing(desk.browser, "cardloom-editor", "packs of drawings");
        desk.browser.inEditor(".packs li button").click();
        desk.browser.waitUntil(() -> desk.layers().size() == 5);
        assertThat(desk.newest().get("name").asString()).isEqualTo("Underline");
        assertThat(desk.newest().get("type").asString()).isEqualTo("path");
        openPacks();
        Place beta = desk.on("Beta").by(0, -40);
        hands(desk.at(".packs li:nth-child(6) button"))
                .clickAndHold()
                .moveByOffset(15, 15)
                .moveToLocation(beta.x(), beta.y())
                .release()
                .perform();
        desk.browser.waitUntil(() -> desk.layers().size() == 6);
        JsonNode ring = desk.newest();
        assertThat(ring.get("name").asString()).isEqualTo("Ring");
        assertThat(ring.get("x").asInt() + ring.get("width").asInt() / 2)
                .isCloseTo(35_300, within(400));
        openPacks();
        desk.fingers.tap(desk.at(".packs li:nth-child(2) button"));
        desk.browser.waitUntil(() -> desk.layers().size() == 7);
        openPacks();
        new org.openqa.selenium.support.ui.Select(desk.browser.inEditor(".packs select"))
                .selectByVisibleText("Celebrations");
        desk.browser.waitUntil(() -> desk.browser.editorText(".packs").contains("Shooting star"));
        desk.browser.picture("editor-packs-celebrations");
        long before = desk.number();
        desk.browser.script(
                "[...document.querySelector('cardloom-editor').shadowRoot.querySelectorAll('.packs"
                        + " li button')].find(b => b.textContent.trim() === 'Balloons').focus()");
        desk.browser.hands().sendKeys(Keys.ENTER).perform();
        desk.browser.waitUntil(() -> desk.layers().size() > 8);
        assertThat(desk.number()).isEqualTo(before + 1);
        String group = desk.newest().get("group").asString();
        assertThat(
                        desk.layers().values().stream()
                                .filter(l -> group.equals(l.path("group").asString("")))
                                .count())
                .isEqualTo(desk.layers().size() - 7);
        desk.browser.hands().keyDown(Keys.CONTROL).sendKeys("z").keyUp(Keys.CONTROL).perform();
        desk.browser.waitUntil(() -> desk.layers().size() == 7);
    }

    private void openPacks() {
        desk.browser.inEditor("#add").click();
        desk.browser.inEditor(".menu [data-action=add-packs]").click();
        desk.browser.inEditor(".packs li svg.drawing");
    }

    @Test
    void givesAPictureALookByOneEdit() throws Exception {
        Path logo = folder.resolve("look.svg");
        Files.write(logo, DemoDesign.KINO.logo());
        desk.browser.inEditor("#file").sendKeys(logo.toAbsolutePath().toString());
        desk.browser.waitUntil(() -> desk.newest().get("type").asString().equals("image"));
        desk.browser.inEditor("#looks").click();
        desk.browser.inEditor("svg.look image");
        desk.browser.picture("editor-looks");
        Axe.requireNothing(desk.browser, "cardloom-editor", "looks");
        long before = desk.number();
        desk.browser.inEditor("[data-look=Fjord]").click();
        desk.browser.waitUntil(() -> desk.number() == before + 1);
        assertThat(desk.newest().get("tone").asString()).isEqualTo("duotone");
        assertThat(desk.newest().get("toneDark").asString()).isEqualTo("#0c2b45");
        assertThat(desk.browser.inEditor("[data-look=Fjord]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        desk.browser.inEditor("[data-look='As it is']").click();
        desk.browser.waitUntil(() -> desk.newest().path("tone").asString("color").equals("color"));
        assertThat(desk.newest().path("contrast").asInt(0)).isZero();
        desk.browser.inEditor(".sheet .close").click();
    }

    @Test
    void tellsPlateSurfaceAndWhatIsRequired() {
        click(desk.on("Gamma"));
        desk.choose("Plate", "White under-print");
        desk.choose("Shown on", "Card only");
        check("Partners leave it as it is");
        JsonNode gamma = desk.layer("Gamma");
        assertThat(gamma.get("plate").asString()).isEqualTo("white");
        assertThat(gamma.get("surface").asString()).isEqualTo("physical");
        assertThat(gamma.get("mandatory").asBoolean()).isTrue();
        desk.browser.waitUntil(() -> !shown("Gamma"));
        desk.browser.inEditor("#palette").click();
        desk.browser.inEditor("#found-plate-white").click();
        desk.browser.waitUntil(() -> shown("Gamma"));
        desk.browser.inEditor("#plate").click();
        desk.browser.waitUntil(() -> !shown("Gamma"));
    }

    @Test
    void setsValuesOfSeveralAtOnce() {
        click(desk.on("Alpha"));
        desk.browser.hands().keyDown(Keys.SHIFT).perform();
        click(desk.on("Beta"));
        desk.browser.hands().keyUp(Keys.SHIFT).perform();
        long before = desk.number();
        desk.set("X", "20,25");
        assertThat(desk.value("Alpha", "x")).isEqualTo(20_250);
        assertThat(desk.value("Beta", "x")).isEqualTo(20_250);
        assertThat(desk.value("Beta", "y")).isEqualTo(29_000);
        assertThat(desk.number()).isEqualTo(before + 1);
    }

    @Test
    void drawsFreehandWithMouseFingerAndKeys() {
        desk.browser.inEditor("#add").click();
        desk.browser.inEditor(".menu [data-action=add-doodle]").click();
        Place from = desk.on("Beta").by(60, -60);
        hands(from).clickAndHold().moveByOffset(40, 25).moveByOffset(40, -25).release().perform();
        requireDoodle(5, 80);
        desk.fingers.swipe(from.by(0, 60), from.by(30, 90), from.by(100, 70));
        requireDoodle(6, 100);
        desk.focusTheBench();
        desk.browser.hands().sendKeys(Keys.SPACE).perform();
        for (int i = 0; i < 12; i++) {
            desk.browser.hands().sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN).perform();
        }
        desk.browser.hands().sendKeys(Keys.SPACE, Keys.ESCAPE).perform();
        desk.browser.waitUntil(() -> desk.layers().size() == 7);
        assertThat(desk.newest().get("width").asInt()).isCloseTo(6_000, within(1_200));
    }

    private void requireDoodle(int layers, int pixels) {
        desk.browser.waitUntil(() -> desk.layers().size() == layers);
        JsonNode doodle = desk.newest();
        assertThat(doodle.get("type").asString()).isEqualTo("path");
        assertThat(doodle.get("width").asInt())
                .isCloseTo((int) (pixels * desk.pixel()), within(2_500));
        assertThat(doodle.get("viewWidth").asInt()).isEqualTo(doodle.get("width").asInt());
    }

    @Test
    void drawsPathsByPenWithMouseFingerAndKeys() {
        desk.browser.inEditor("#add").click();
        desk.browser.inEditor(".menu [data-action=add-pen]").click();
        Place first = desk.on("Beta").by(60, -60);
        click(first);
        click(first.by(80, 0));
        hands(first.by(40, 60)).clickAndHold().moveByOffset(-30, 0).release().perform();
        click(first);
        desk.browser.waitUntil(() -> desk.layers().size() == 5);
        assertThat(desk.newest().get("d").asString()).contains("C").endsWith("Z");
        press(Keys.SHIFT, "b");
        desk.fingers.tap(first.by(0, 80));
        desk.fingers.tap(first.by(70, 95));
        desk.fingers.tap(desk.at("#drawn"));
        desk.browser.waitUntil(() -> desk.layers().size() == 6);
        assertThat(desk.newest().get("fillKind").asString()).isEqualTo("none");
        press(Keys.SHIFT, "b");
        desk.browser
                .hands()
                .sendKeys(Keys.SPACE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.SPACE)
                .sendKeys(Keys.ARROW_DOWN, Keys.SPACE, Keys.ENTER)
                .perform();
        desk.browser.waitUntil(() -> desk.layers().size() == 7);
        JsonNode path = desk.newest();
        assertThat(path.get("d").asString()).isEqualTo("M0 0L1000 0L1000 500");
        assertThat(path.get("width").asInt()).isEqualTo(1_000);
    }

    private void press(Keys held, String key) {
        desk.focusTheBench();
        desk.browser.hands().keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    private void check(String label) {
        desk.browser.script(
                "[...document.querySelector('cardloom-editor').shadowRoot.querySelectorAll("
                        + "'#values label.check')].find(l => l.textContent.trim() === arguments[0])"
                        + ".querySelector('input').click()",
                label);
    }

    private boolean shown(String layer) {
        return (boolean)
                desk.browser.script(
                        "return !!document.querySelector('cardloom-editor').shadowRoot"
                                + ".querySelector(\"g[data-layer][aria-label*=': "
                                + layer
                                + "']\")");
    }

    private Actions hands(Place place) {
        return desk.browser.hands().moveToLocation(place.x(), place.y());
    }

    private void click(Place place) {
        hands(place).click().perform();
    }
}
