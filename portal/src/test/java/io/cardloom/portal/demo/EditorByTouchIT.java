package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cardloom.portal.demo.EditorDesk.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of the editor with fingers; what counts is the server's document. */
@DemoPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedDesk.class)
class EditorByTouchIT {

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
    void dragsALayer() {
        desk.fingers.tap(desk.on("Gamma"));
        Place at = desk.on("Gamma");
        desk.fingers.swipe(at, at.by(-30, 40), at.by(-41, 77));
        assertThat(desk.value("Gamma", "x")).isCloseTo(55_700 - move(41), within(800));
        assertThat(desk.value("Gamma", "y")).isCloseTo(9_100 + move(77), within(800));
    }

    @Test
    void resizesAndRotatesByTheHandles() {
        desk.fingers.tap(desk.on("Beta"));
        Place side = desk.at("[data-handle=e]");
        desk.fingers.swipe(side, side.by(40, 0));
        assertThat(desk.value("Beta", "width")).isCloseTo(10_000 + move(40), within(800));
        Place round = desk.at("[data-handle=rotate]");
        desk.fingers.swipe(round, round.by(60, 30));
        assertThat(desk.value("Beta", "rotation")).isBetween(10_000, 120_000);
    }

    @Test
    void selectsSeveralAndMovesThemAsOneEdit() {
        tap("#several");
        desk.fingers.tap(desk.on("Alpha"));
        desk.fingers.tap(desk.on("Beta"));
        assertThat(desk.selected()).isEqualTo(2);
        long before = desk.number();
        Place at = desk.on("Alpha");
        desk.fingers.swipe(at, at.by(60, 45));
        assertThat(desk.value("Beta", "x")).isCloseTo(30_300 + move(60), within(800));
        assertThat(desk.number()).isEqualTo(before + 1);
        desk.fingers.hold(desk.on("Beta"));
        tap(".menu [data-action=group]");
        assertThat(desk.layer("Alpha").get("group").asString()).startsWith("grp_");
    }

    @Test
    void framesSeveralWithAFinger() {
        tap("#several");
        Place corner = desk.on("Alpha").by(-pixels(7_500), -pixels(6_000));
        desk.fingers.swipe(corner, corner.by(pixels(40_000), pixels(35_000)));
        assertThat(desk.selected()).isEqualTo(2);
        tap("#values [data-action=align-bottom]");
        assertThat(desk.value("Alpha", "y")).isEqualTo(31_000);
    }

    @Test
    void pinchesToZoomAndDrawsTheBenchAlong() {
        double before = desk.pixel();
        Place beside = desk.on("Beta").by(0, pixels(18_000));
        desk.fingers.pinch(desk.on("Beta"), 40, 120);
        desk.browser.waitUntil(() -> desk.pixel() < before / 1.8);
        Place at = desk.on("Beta");
        desk.fingers.swipe(beside, beside.by(50, -40));
        desk.browser.waitUntil(() -> Math.abs(desk.on("Beta").x() - at.x() - 50) < 12);
        tap("#fit");
        desk.browser.waitUntil(() -> Math.abs(desk.pixel() - before) < 0.01);
        assertThat(desk.value("Beta", "x")).isEqualTo(30_300);
    }

    @Test
    void opensTheMenuByALongPress() {
        desk.fingers.hold(desk.on("Word"));
        tap(".menu [data-action=duplicate]");
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word", "Word");
        tap("#values [data-action=delete]");
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word");
        desk.fingers.hold(desk.on("Gamma"));
        tap(".menu [data-action=cut]");
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Word");
        desk.fingers.hold(desk.on("Beta").by(0, pixels(18_000)));
        tap(".menu [data-action=paste]");
        assertThat(desk.value("Gamma", "x")).isEqualTo(55_700);
    }

    @Test
    void reordersLocksAndHidesInTheList() {
        Place grip = desk.at(desk.row("Alpha") + " .drag");
        Place top = desk.at(desk.row("Word") + " .drag");
        desk.fingers.swipe(grip, grip.by(0, -20), top.by(0, -14));
        assertThat(desk.order()).containsExactly("Beta", "Gamma", "Word", "Alpha");
        tap(desk.row("Beta") + " .icon.locked");
        assertThat(desk.layer("Beta").get("locked").asBoolean()).isTrue();
        tap(desk.row("Gamma") + " .icon.hidden");
        assertThat(desk.layer("Gamma").get("hidden").asBoolean()).isTrue();
        tap("#undo");
        assertThat(desk.layer("Gamma").get("hidden").asBoolean()).isFalse();
    }

    @Test
    void addsFromTheMenuAndTurnsTheCardInTheHand() {
        tap("#add");
        tap(".menu [data-action=add-pan]");
        assertThat(desk.layer("Card number").get("type").asString()).isEqualTo("field");
        tap("#preview");
        String before = solid();
        Place hand = desk.at(".hand");
        desk.fingers.swipe(hand, hand.by(90, 0));
        desk.browser.waitUntil(() -> !solid().equals(before));
        tap(".flip");
        tap(".sheet .close");
        desk.browser.waitUntil(
                () ->
                        (boolean)
                                desk.browser.script(
                                        "return !document.querySelector('cardloom-editor')"
                                                + ".shadowRoot.querySelector('dialog')"));
    }

    private String solid() {
        return String.valueOf(desk.browser.inEditor(".solid").getAttribute("style"));
    }

    private void tap(String css) {
        desk.fingers.tap(desk.at(css));
    }

    private int pixels(int micrometers) {
        return (int) Math.round(micrometers / desk.pixel());
    }

    private int move(int pixels) {
        return (int) Math.round(pixels * desk.pixel());
    }
}
