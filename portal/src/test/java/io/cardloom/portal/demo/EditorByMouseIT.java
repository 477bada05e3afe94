package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.portal.demo.EditorDesk.Place;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.WheelInput;

/** Every operation of the editor with a mouse; what counts is the server's document. */
@DemoPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedDesk.class)
class EditorByMouseIT {

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
    void dragsALayerAndSnapsToAnother() {
        click(desk.on("Gamma"));
        int down = (int) Math.round((29_000 - 9_100) / desk.pixel());
        drag(desk.on("Gamma"), -40, down + 2);
        assertThat(desk.value("Gamma", "y")).isEqualTo(29_000);
        assertThat(desk.value("Gamma", "x")).isCloseTo(55_700 - move(40), within(900));
    }

    @Test
    void framesSeveralAndMovesThemAsOneEdit() {
        Place corner = desk.on("Alpha");
        drag(corner.by(-pixels(7_500), -pixels(6_000)), pixels(40_000), pixels(35_000));
        assertThat(desk.selected()).isEqualTo(2);
        long before = desk.number();
        drag(desk.on("Beta"), 70, 9, Keys.ALT);
        assertThat(desk.value("Alpha", "x")).isCloseTo(10_000 + move(70), within(150));
        assertThat(desk.value("Beta", "x")).isCloseTo(30_300 + move(70), within(150));
        assertThat(desk.value("Gamma", "x")).isEqualTo(55_700);
        assertThat(desk.number()).isEqualTo(before + 1);
    }

    @Test
    void addsToTheSelectionAndTakesFromItWithShift() {
        click(desk.on("Alpha"));
        hands().keyDown(Keys.SHIFT).perform();
        click(desk.on("Beta"));
        click(desk.on("Gamma"));
        click(desk.on("Beta"));
        hands().keyUp(Keys.SHIFT).perform();
        press("align-top");
        assertThat(desk.value("Gamma", "y")).isEqualTo(7_000);
        assertThat(desk.value("Beta", "y")).isEqualTo(29_000);
    }

    @Test
    void resizesByAHandleAndKeepsShapeAndMiddle() {
        click(desk.on("Beta"));
        drag(desk.at("[data-handle=e]"), 30, 0, Keys.ALT);
        int wide = desk.value("Beta", "width");
        assertThat(wide).isCloseTo(10_000 + 2 * move(30), within(400));
        assertThat(desk.value("Beta", "x") + wide / 2).isCloseTo(35_300, within(5));
        assertThat(desk.value("Beta", "height")).isEqualTo(10_000);
        drag(desk.at("[data-handle=se]"), 25, 25, Keys.SHIFT);
        double aspect = (double) desk.value("Beta", "width") / desk.value("Beta", "height");
        assertThat(aspect).isCloseTo(wide / 10_000.0, within(0.01));
    }

    @Test
    void resizesSeveralTogether() {
        selectAlphaAndBeta();
        long before = desk.number();
        drag(desk.at("[data-handle=e]"), 61, 0, Keys.ALT);
        assertThat(desk.value("Alpha", "width")).isGreaterThan(14_000);
        assertThat(desk.value("Beta", "width")).isGreaterThan(12_000);
        assertThat(desk.value("Beta", "height")).isEqualTo(10_000);
        assertThat(desk.number()).isEqualTo(before + 1);
    }

    @Test
    void rotatesInStepsWithShift() {
        click(desk.on("Beta"));
        drag(desk.at("[data-handle=rotate]"), 45, 20, Keys.SHIFT);
        int turned = desk.value("Beta", "rotation");
        assertThat(turned).isPositive().isLessThan(90_000);
        assertThat(turned % 15_000).isZero();
    }

    @Test
    void alignsAndDistributes() {
        selectThree();
        press("align-left");
        assertThat(List.of(desk.value("Beta", "x"), desk.value("Gamma", "x"))).containsOnly(10_000);
        press("distribute-down");
        int gap = desk.value("Gamma", "y") - 7_000 - 8_000;
        assertThat(desk.value("Beta", "y") - desk.value("Gamma", "y") - 6_000)
                .isCloseTo(gap, within(1));
    }

    @Test
    void ordersFromTheValuesPanelAndByDraggingInTheList() {
        click(desk.on("Alpha"));
        press("front");
        assertThat(desk.order()).containsExactly("Beta", "Gamma", "Word", "Alpha");
        press("backward");
        assertThat(desk.order()).containsExactly("Beta", "Gamma", "Alpha", "Word");
        Place grip = desk.at(desk.row("Alpha") + " .drag");
        Place below = desk.at(desk.row("Beta") + " .drag");
        drag(grip, 0, below.y() + 12 - grip.y());
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word");
    }

    @Test
    void renamesLocksAndHidesInTheList() {
        hands().moveToLocation(nameOf("Alpha").x(), nameOf("Alpha").y()).doubleClick().perform();
        desk.browser.inEditor(".rename:focus");
        hands().keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
        hands().sendKeys("Sun", Keys.ENTER).perform();
        assertThat(desk.layer("Sun").get("width").asInt()).isEqualTo(12_000);
        desk.browser.inEditor(desk.row("Beta") + " .icon.locked").click();
        assertThat(desk.layer("Beta").get("locked").asBoolean()).isTrue();
        drag(desk.on("Beta"), 50, 0);
        assertThat(desk.value("Beta", "x")).isEqualTo(30_300);
        desk.browser.inEditor(desk.row("Sun") + " .icon.hidden").click();
        assertThat(desk.layer("Sun").get("hidden").asBoolean()).isTrue();
    }

    @Test
    void copiesToTheOtherSideAndDuplicatesAndDeletesFromTheMenu() {
        menu("Word", "copy");
        desk.browser.inEditor("header button[aria-pressed=false]").click();
        Place middle = desk.at(".stage");
        hands().moveToLocation(middle.x(), middle.y()).contextClick().perform();
        desk.browser.inEditor(".menu [data-action=paste]").click();
        desk.saved();
        assertThat(desk.layers().values())
                .filteredOn(layer -> layer.get("face").asString().equals("back"))
                .singleElement()
                .satisfies(layer -> assertThat(layer.get("text").asString()).isEqualTo("Trial"));
        desk.browser.inEditor("header button[aria-pressed=false]").click();
        menu("Gamma", "duplicate");
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word", "Gamma");
        press("delete");
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word");
    }

    @Test
    void groupsFromTheMenuAndMovesTheGroup() {
        selectAlphaAndBeta();
        menu("Beta", "group");
        String group = desk.layer("Alpha").get("group").asString();
        assertThat(group).startsWith("grp_").isEqualTo(desk.layer("Beta").get("group").asString());
        click(desk.on("Gamma"));
        drag(desk.on("Alpha"), 33, 9, Keys.ALT);
        assertThat(desk.value("Beta", "x")).isCloseTo(30_300 + move(33), within(150));
        menu("Beta", "ungroup");
        assertThat(desk.layer("Alpha").path("group").asString("")).isEmpty();
    }

    @Test
    void zoomsAtThePointerAndPansWithTheMiddleButton() {
        Place at = desk.on("Beta");
        double before = desk.pixel();
        hands().keyDown(Keys.CONTROL)
                .scrollFromOrigin(WheelInput.ScrollOrigin.fromViewport(at.x(), at.y()), 0, -240)
                .keyUp(Keys.CONTROL)
                .perform();
        desk.browser.waitUntil(() -> desk.pixel() < before);
        assertThat(desk.on("Beta").x()).isCloseTo(at.x(), within(2));
        PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
        desk.browser.perform(
                Fingers.pressed(
                        mouse, PointerInput.MouseButton.MIDDLE, at.by(-90, 0), at.by(-50, 30)));
        desk.browser.waitUntil(() -> Math.abs(desk.on("Beta").x() - at.x() - 40) <= 2);
        desk.browser.inEditor("#fit").click();
        desk.browser.waitUntil(() -> Math.abs(desk.pixel() - before) < 0.01);
        assertThat(desk.value("Beta", "x")).isEqualTo(30_300);
    }

    @Test
    void undoesAndRedoesAndAddsFromTheBar() {
        click(desk.on("Alpha"));
        drag(desk.on("Alpha"), 37, 9, Keys.ALT);
        int moved = desk.value("Alpha", "x");
        desk.browser.inEditor("#undo").click();
        assertThat(desk.value("Alpha", "x")).isEqualTo(10_000);
        desk.browser.inEditor("#redo").click();
        assertThat(desk.value("Alpha", "x")).isEqualTo(moved);
        desk.browser.inEditor("#add").click();
        desk.browser.inEditor(".menu [data-action=add-expiry]").click();
        assertThat(desk.layer("Valid thru").get("key").asString()).isEqualTo("expiry");
    }

    @Test
    void turnsTheCardInTheHandAndFindsACommand() {
        desk.browser.inEditor("#preview").click();
        String before = solid();
        drag(desk.at(".hand"), 120, 0);
        desk.browser.waitUntil(() -> !solid().equals(before));
        desk.browser.inEditor(".sheet .close").click();
        click(desk.on("Beta"));
        desk.browser.inEditor("#palette").click();
        desk.browser.inEditor("#found-align-right").click();
        assertThat(desk.value("Beta", "x")).isEqualTo(85_600 - 10_000);
    }

    private String solid() {
        return String.valueOf(desk.browser.inEditor(".solid").getAttribute("style"));
    }

    private void selectAlphaAndBeta() {
        click(desk.on("Alpha"));
        hands().keyDown(Keys.SHIFT).perform();
        click(desk.on("Beta"));
        hands().keyUp(Keys.SHIFT).perform();
    }

    private void selectThree() {
        selectAlphaAndBeta();
        hands().keyDown(Keys.SHIFT).perform();
        click(desk.on("Gamma"));
        hands().keyUp(Keys.SHIFT).perform();
    }

    private Place nameOf(String layer) {
        return desk.at(desk.row(layer) + " .layer-name");
    }

    private void menu(String layer, String action) {
        Place place = desk.on(layer);
        hands().moveToLocation(place.x(), place.y()).contextClick().perform();
        desk.browser.inEditor(".menu [data-action=" + action + "]").click();
    }

    private void press(String action) {
        desk.browser.inEditor("#values [data-action=" + action + "]").click();
    }

    private void click(Place place) {
        hands().moveToLocation(place.x(), place.y()).click().perform();
    }

    private void drag(Place from, int dx, int dy, Keys... held) {
        Actions hands = hands().moveToLocation(from.x(), from.y());
        for (Keys key : held) {
            hands.keyDown(key);
        }
        hands.clickAndHold().moveByOffset(dx / 2, dy / 2).moveByOffset(dx - dx / 2, dy - dy / 2);
        hands.release();
        for (Keys key : held) {
            hands.keyUp(key);
        }
        hands.perform();
    }

    private Actions hands() {
        return desk.browser.hands();
    }

    private int pixels(int micrometers) {
        return (int) Math.round(micrometers / desk.pixel());
    }

    private int move(int pixels) {
        return (int) Math.round(pixels * desk.pixel());
    }
}
