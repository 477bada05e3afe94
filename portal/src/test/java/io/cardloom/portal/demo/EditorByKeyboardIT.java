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

/** Every operation of the editor with keys alone; what counts is the server's document. */
@DemoPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedDesk.class)
class EditorByKeyboardIT {

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
    void goesToALayerAndMovesIt() {
        keys(Keys.TAB, Keys.TAB, Keys.SPACE);
        keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
        chord(Keys.SHIFT, Keys.ARROW_LEFT);
        assertThat(desk.value("Beta", "x")).isEqualTo(30_300 + 200 - 1_000);
        assertThat(desk.value("Beta", "y")).isEqualTo(29_100);
    }

    @Test
    void resizesAndRotates() {
        keys(".");
        chord(Keys.ALT, Keys.ARROW_RIGHT);
        chord(Keys.ALT, Keys.SHIFT, Keys.ARROW_UP);
        assertThat(desk.value("Alpha", "width")).isEqualTo(12_100);
        assertThat(desk.value("Alpha", "height")).isEqualTo(7_000);
        chord(Keys.CONTROL, "]");
        chord(Keys.CONTROL, Keys.SHIFT, "]");
        assertThat(desk.value("Alpha", "rotation")).isEqualTo(16_000);
        chord(Keys.CONTROL, "[");
        assertThat(desk.value("Alpha", "rotation")).isEqualTo(15_000);
    }

    @Test
    void selectsAllAndMovesThemAsOneEdit() {
        chord(Keys.CONTROL, "a");
        assertThat(desk.selected()).isEqualTo(4);
        long before = desk.number();
        keys(Keys.ARROW_UP);
        assertThat(desk.value("Alpha", "y")).isEqualTo(6_900);
        assertThat(desk.value("Word", "y")).isEqualTo(41_200);
        assertThat(desk.number()).isEqualTo(before + 1);
        keys(Keys.ESCAPE, Keys.ARROW_UP);
        assertThat(desk.value("Alpha", "y")).isEqualTo(6_900);
    }

    @Test
    void groupsAlignsAndDistributes() {
        keys(Keys.TAB, Keys.SPACE, Keys.TAB, Keys.TAB);
        chord(Keys.SHIFT, Keys.SPACE);
        assertThat(desk.selected()).isEqualTo(2);
        chord(Keys.ALT, "w");
        assertThat(desk.value("Gamma", "y")).isEqualTo(7_000);
        chord(Keys.CONTROL, "g");
        String group = desk.layer("Alpha").get("group").asString();
        assertThat(group).startsWith("grp_").isEqualTo(desk.layer("Gamma").get("group").asString());
        chord(Keys.CONTROL, Keys.SHIFT, "g");
        assertThat(desk.layer("Alpha").path("group").asString("")).isEmpty();
        chord(Keys.CONTROL, "a");
        chord(Keys.ALT, Keys.SHIFT, "h");
        chord(Keys.ALT, "s");
        assertThat(desk.value("Alpha", "y") + 8_000).isEqualTo(desk.value("Word", "y") + 6_000);
    }

    @Test
    void ordersLayers() {
        keys(".", Keys.PAGE_UP);
        assertThat(desk.order()).containsExactly("Beta", "Alpha", "Gamma", "Word");
        keys(Keys.END);
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word");
        keys(Keys.HOME);
        assertThat(desk.order()).containsExactly("Beta", "Gamma", "Word", "Alpha");
        keys(Keys.PAGE_DOWN);
        assertThat(desk.order()).containsExactly("Beta", "Gamma", "Alpha", "Word");
    }

    @Test
    void copiesAcrossSidesAndDuplicatesAndDeletes() {
        keys(".");
        chord(Keys.CONTROL, "d");
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word", "Alpha");
        keys(Keys.DELETE);
        keys(".");
        chord(Keys.CONTROL, "c");
        chord(Keys.SHIFT, "f");
        chord(Keys.CONTROL, "v");
        desk.saved();
        assertThat(desk.layers().values())
                .filteredOn(layer -> layer.get("face").asString().equals("back"))
                .singleElement()
                .satisfies(layer -> assertThat(layer.get("x").asInt()).isEqualTo(10_000));
        chord(Keys.CONTROL, "x");
        desk.saved();
        assertThat(desk.layers()).hasSize(4);
    }

    @Test
    void renamesLocksHidesAndEditsWords() {
        keys(",", Keys.F2);
        desk.browser.inEditor(".rename:focus");
        chord(Keys.CONTROL, "a");
        keys("Title", Keys.ENTER);
        assertThat(desk.layer("Title").get("text").asString()).isEqualTo("Trial");
        desk.focusTheBench();
        keys(Keys.ENTER);
        desk.browser.inEditor("#values [data-words] input:focus");
        chord(Keys.CONTROL, "a");
        keys("Summit", Keys.TAB);
        assertThat(desk.layer("Title").get("text").asString()).isEqualTo("Summit");
        desk.focusTheBench();
        chord(Keys.CONTROL, Keys.SHIFT, "h");
        assertThat(desk.layer("Title").get("hidden").asBoolean()).isTrue();
        chord(Keys.CONTROL, Keys.SHIFT, "l");
        assertThat(desk.layer("Title").get("locked").asBoolean()).isTrue();
    }

    @Test
    void takesBackAndDoesAgain() {
        keys(".", Keys.ARROW_RIGHT);
        assertThat(desk.value("Alpha", "x")).isEqualTo(10_100);
        chord(Keys.CONTROL, "z");
        assertThat(desk.value("Alpha", "x")).isEqualTo(10_000);
        chord(Keys.CONTROL, Keys.SHIFT, "z");
        assertThat(desk.value("Alpha", "x")).isEqualTo(10_100);
    }

    @Test
    void zoomsAndLooksFurther() {
        double fit = desk.pixel();
        keys("+");
        assertThat(desk.pixel()).isCloseTo(fit / 1.25, within(0.1));
        chord(Keys.SHIFT, "0");
        assertThat(desk.pixel()).isCloseTo(25_400 / 96.0, within(0.1));
        Place before = desk.on("Beta");
        chord(Keys.CONTROL, Keys.ARROW_RIGHT);
        desk.browser.waitUntil(() -> Math.abs(desk.on("Beta").x() - before.x() + 60) <= 1);
        chord(Keys.SHIFT, "1");
        assertThat(desk.pixel()).isCloseTo(fit, within(0.1));
    }

    @Test
    void findsCommandsHelpAndTheMenu() {
        keys(".");
        chord(Keys.CONTROL, "k");
        desk.browser.inEditor(".find");
        keys("align right", Keys.ENTER);
        assertThat(desk.value("Alpha", "x")).isEqualTo(85_600 - 12_000);
        keys("?");
        assertThat(desk.browser.inEditor(".keys").getText()).contains("Rotate right by 15°");
        keys(Keys.ESCAPE);
        desk.focusTheBench();
        chord(Keys.SHIFT, Keys.F10);
        desk.browser.inEditor(".menu");
        keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(desk.order()).containsExactly("Alpha", "Beta", "Gamma", "Word", "Alpha");
    }

    @Test
    void turnsTheCardInTheHand() {
        chord(Keys.SHIFT, "p");
        String before = solid();
        keys(Keys.TAB, Keys.ARROW_RIGHT);
        desk.browser.waitUntil(() -> !solid().equals(before));
        keys(Keys.ESCAPE);
        assertThat(desk.order()).hasSize(4);
    }

    private String solid() {
        return String.valueOf(desk.browser.inEditor(".solid").getAttribute("style"));
    }

    private void keys(CharSequence... keys) {
        desk.browser.hands().sendKeys(keys).perform();
    }

    /** The last is pressed while the others are held. */
    private void chord(CharSequence... keys) {
        Actions hands = desk.browser.hands();
        for (CharSequence key : List.of(keys).subList(0, keys.length - 1)) {
            hands.keyDown(key);
        }
        hands.sendKeys(keys[keys.length - 1]);
        for (CharSequence key : List.of(keys).subList(0, keys.length - 1)) {
            hands.keyUp(key);
        }
        hands.perform();
    }
}
