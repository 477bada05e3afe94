package io.cardloom.portal.demo;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A design of four layers, open in one person's browser, and the server's document beside it. */
final class EditorDesk implements AutoCloseable {

    private static final String WORD =
            """
            "type":"text","text":"Trial","font":"plex-sans","weight":400,"size":4000,
            "color":"#1a1a1a","align":"left\"\
            """;
    private static final List<String> ORDERS = List.of("C", "F", "I", "L");

    /** A place of the window, in pixels. */
    record Place(int x, int y) {
        Place by(int dx, int dy) {
            return new Place(x + dx, y + dy);
        }
    }

    final Browser browser;
    final Fingers fingers;
    private final Designs designs;
    final Actor actor;
    private final DesignId design;
    private final Clock clock;

    private EditorDesk(
            Browser browser, Designs designs, Actor actor, DesignId design, Clock clock) {
        this.browser = browser;
        this.fingers = new Fingers(browser);
        this.designs = designs;
        this.actor = actor;
        this.design = design;
        this.clock = clock;
    }

    static EditorDesk open(ApplicationContext portal, int port) {
        Actor ingrid = new DemoActors(portal).designer();
        Designs designs = portal.getBean(Designs.class);
        DesignId design =
                designs.create(
                        ingrid,
                        portal.getBean(Programs.class).list(ingrid).getFirst().id(),
                        portal.getBean(CardBodies.class).list(ingrid).getFirst().id(),
                        "Trial of the editor");
        Browser browser =
                Browser.open("http://localhost:" + port)
                        .signIn(DemoActors.DESIGNER, DemoActors.PASSWORD);
        EditorDesk desk =
                new EditorDesk(browser, designs, ingrid, design, portal.getBean(Clock.class));
        browser.size(1280, 900);
        browser.go("designs/" + design.value() + "/edit").inEditor(".stage");
        return desk;
    }

    /** Lays the four layers anew, none of them beside a line to snap to. */
    void lay() {
        saved();
        List<String> commands = new ArrayList<>();
        layers().forEach((id, layer) -> commands.addAll(removed(id, layer)));
        commands.add(added("Alpha", 10_000, 7_000, 12_000, 8_000, shape("#c0392b")));
        commands.add(added("Beta", 30_300, 29_000, 10_000, 10_000, shape("#2980b9")));
        commands.add(added("Gamma", 55_700, 9_100, 14_000, 6_000, shape("#27ae60")));
        commands.add(added("Word", 40_900, 41_300, 24_000, 6_000, WORD));
        apply("{\"op\":\"all\",\"commands\":[%s]}".formatted(String.join(",", commands)));
        String ids = String.join(",", layers().keySet());
        browser.waitUntil(() -> shownIds().equals(ids));
        browser.script(
                "const e = document.querySelector('cardloom-editor');"
                        + "e.overlay = undefined; e.several = false; e.turn('front');"
                        + "e.view.fit(e.card); e.requestUpdate(); return e.updateComplete");
        focusTheBench();
    }

    /** The same design in a browser of somebody else's. */
    Browser besides(String email) {
        Browser other = Browser.open(browser.portal()).signIn(email, DemoActors.PASSWORD);
        other.go("designs/" + design.value() + "/edit").inEditor(".stage");
        return other;
    }

    void focusTheBench() {
        browser.script(
                "document.querySelector('cardloom-editor').shadowRoot.querySelector('.stage').focus()");
    }

    private static String shape(String fill) {
        return "\"type\":\"shape\",\"shape\":\"rectangle\",\"fill\":\"%s\"".formatted(fill);
    }

    private static List<String> removed(String id, JsonNode layer) {
        String unlocked = "{\"op\":\"set\",\"id\":\"%s\",\"changes\":{\"locked\":false}}";
        String removed = "{\"op\":\"remove\",\"id\":\"%s\"}".formatted(id);
        return layer.get("locked").asBoolean()
                ? List.of(unlocked.formatted(id), removed)
                : List.of(removed);
    }

    private String added(String name, int x, int y, int width, int height, String content) {
        String order = ORDERS.get(List.of("Alpha", "Beta", "Gamma", "Word").indexOf(name));
        return ("{\"op\":\"add\",\"id\":\"%s\",\"layer\":{\"face\":\"front\",\"order\":\"%s\","
                        + "\"name\":\"%s\",\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d,"
                        + "\"rotation\":0,\"opacity\":1000,\"locked\":false,\"hidden\":false,%s}}")
                .formatted(LayerId.next(clock).value(), order, name, x, y, width, height, content);
    }

    void apply(String command) {
        designs.apply(actor, design, number(), DesignJson.readCommand(command), EditOrigin.once());
    }

    /** The number of the last edit on the server, once the editor has nothing left to save. */
    long number() {
        return designs.open(actor, design).number();
    }

    private String shownIds() {
        return browser.script(
                        "return [...document.querySelector('cardloom-editor').layers.keys()]"
                                + ".sort().join(',')")
                .toString();
    }

    /** Waits until the editor has nothing left to save, what hands did last drawn. */
    void saved() {
        browser.script("return new Promise(go => requestAnimationFrame(() => setTimeout(go, 20)))");
        browser.waitUntil(() -> browser.editorText("#saved").equals("Saved"));
    }

    /** The layers of the server's document by their ids. */
    Map<String, JsonNode> layers() {
        Map<String, JsonNode> all = new java.util.TreeMap<>();
        JsonMapper.shared()
                .readTree(DesignJson.write(designs.open(actor, design).document()))
                .get("layers")
                .forEachEntry(all::put);
        return all;
    }

    /** The server's layer of this name, after what was done is saved. */
    JsonNode layer(String name) {
        saved();
        return layers().values().stream()
                .filter(layer -> layer.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the server has no layer " + name));
    }

    int value(String name, String property) {
        return layer(name).get(property).asInt();
    }

    /** The names on the front, lowest first. */
    List<String> order() {
        saved();
        return layers().values().stream()
                .filter(layer -> layer.get("face").asString().equals("front"))
                .sorted(java.util.Comparator.comparing(layer -> layer.get("order").asString()))
                .map(layer -> layer.get("name").asString())
                .toList();
    }

    /** The middle of what this selector finds in the editor. */
    Place at(String css) {
        browser.inEditor(css);
        List<?> place =
                (List<?>)
                        browser.script(
                                "const b = document.querySelector('cardloom-editor').shadowRoot"
                                        + ".querySelector(arguments[0]).getBoundingClientRect();"
                                        + "return [Math.round(b.x + b.width / 2),"
                                        + " Math.round(b.y + b.height / 2)]",
                                css);
        return new Place(((Number) place.get(0)).intValue(), ((Number) place.get(1)).intValue());
    }

    Place on(String layer) {
        return at("g[data-layer][aria-label*=': " + layer + "']");
    }

    /** The row of a layer in the list. */
    String row(String layer) {
        return "li[data-row='" + id(layer) + "']:not(.head)";
    }

    String id(String layer) {
        return String.valueOf(
                browser.inEditor("g[data-layer][aria-label*=': " + layer + "']")
                        .getAttribute("data-layer"));
    }

    double pixel() {
        return ((Number)
                        browser.script(
                                "return document.querySelector('cardloom-editor').view.pixel"))
                .doubleValue();
    }

    int selected() {
        return ((Number)
                        browser.script(
                                "return document.querySelector('cardloom-editor').selection.size"))
                .intValue();
    }

    /** Puts a value into the field of the values panel with this label. */
    void set(String label, String value) {
        WebElement field = labelled(label, "input:not([type=color])");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.TAB);
    }

    void choose(String label, String option) {
        new Select(labelled(label, "select")).selectByVisibleText(option);
    }

    private WebElement labelled(String label, String field) {
        browser.waitUntil(() -> browser.script(FIELD, label, field) instanceof WebElement);
        return (WebElement) browser.script(FIELD, label, field);
    }

    private static final String FIELD =
            """
            const words = l => l.textContent.trim().replace(/\\s+/g, ' ') + ' ';
            const label = [...document.querySelector('cardloom-editor').shadowRoot
                .querySelectorAll('#values label')].find(l => words(l).startsWith(arguments[0] + ' '));
            label?.closest('details')?.setAttribute('open', '');
            return label?.querySelector(arguments[1]);
            """;

    /** Adds from the menu, and gives back what the server has then. */
    JsonNode add(String kind) {
        int before = layers().size();
        browser.inEditor("#add").click();
        browser.inEditor(".menu [data-action=add-" + kind + "]").click();
        browser.waitUntil(() -> layers().size() == before + 1);
        return newest();
    }

    /** The topmost layer of the front. */
    JsonNode newest() {
        saved();
        return layers().values().stream()
                .filter(layer -> layer.get("face").asString().equals("front"))
                .max(java.util.Comparator.comparing(layer -> layer.get("order").asString()))
                .orElseThrow();
    }

    @Override
    public void close() {
        browser.close();
    }
}
