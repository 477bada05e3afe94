package io.cardloom.portal.demo;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.LayerId;
import io.cardloom.portal.provider.EmbeddedProvider;
import io.cardloom.tenancy.identity.LocalAccounts;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.identity.People;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openqa.selenium.interactions.Pause;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A design of four layers, open in one person's browser, and the server's document beside it. */
final class EditorDesk implements AutoCloseable {

    private static final String EMAIL = "ingrid@nordlys.example";
    private static final List<String> ORDERS = List.of("C", "F", "I", "L");

    /** A place of the window, in pixels. */
    record Place(int x, int y) {
        Place by(int dx, int dy) {
            return new Place(x + dx, y + dy);
        }
    }

    final Browser browser;
    private final Designs designs;
    final Actor actor;
    private final DesignId design;
    private final Clock clock;

    private EditorDesk(
            Browser browser, Designs designs, Actor actor, DesignId design, Clock clock) {
        this.browser = browser;
        this.designs = designs;
        this.actor = actor;
        this.design = design;
        this.clock = clock;
    }

    static EditorDesk open(ApplicationContext portal, int port) {
        PersonId person =
                portal.getBean(People.class)
                        .signedIn(
                                EmbeddedProvider.IDENTITY,
                                portal.getBean(LocalAccounts.class)
                                        .byEmail(EMAIL)
                                        .orElseThrow()
                                        .subject(),
                                "Ingrid Solberg",
                                EMAIL);
        Memberships memberships = portal.getBean(Memberships.class);
        Actor ingrid = memberships.actor(person, memberships.of(person).getFirst().id());
        Designs designs = portal.getBean(Designs.class);
        DesignId design =
                designs.create(
                        ingrid,
                        portal.getBean(Programs.class).list(ingrid).getFirst().id(),
                        portal.getBean(CardBodies.class).list(ingrid).getFirst().id(),
                        "Trial of the editor");
        Browser browser =
                Browser.open("http://localhost:" + port).signIn(EMAIL, "a demo, no secret");
        EditorDesk desk =
                new EditorDesk(browser, designs, ingrid, design, portal.getBean(Clock.class));
        browser.go("designs/" + design.value() + "/edit").inEditor(".stage");
        return desk;
    }

    /**
     * Lays the four layers anew: three shapes and a text, none of them beside a line to snap to.
     */
    void lay() {
        saved();
        layers().forEach(
                        (id, layer) -> {
                            if (layer.get("locked").asBoolean()) {
                                apply(
                                        "{\"op\":\"set\",\"id\":\"%s\",\"changes\":{\"locked\":false}}"
                                                .formatted(id));
                            }
                            apply("{\"op\":\"remove\",\"id\":\"%s\"}".formatted(id));
                        });
        add("Alpha", 10_000, 7_000, 12_000, 8_000, shape("#c0392b"));
        add("Beta", 30_300, 29_000, 10_000, 10_000, shape("#2980b9"));
        add("Gamma", 55_700, 9_100, 14_000, 6_000, shape("#27ae60"));
        add(
                "Word",
                40_900,
                41_300,
                24_000,
                6_000,
                "\"type\":\"text\",\"text\":\"Trial\",\"font\":\"plex-sans\",\"weight\":400,"
                        + "\"size\":4000,\"color\":\"#1a1a1a\",\"align\":\"left\"");
        browser.waitUntil(() -> shownNames().equals("Alpha,Beta,Gamma,Word"));
        browser.script(
                "const e = document.querySelector('cardloom-editor');"
                        + "e.overlay = undefined; e.several = false; e.turn('front');"
                        + "e.view.fit(e.card); e.requestUpdate(); return e.updateComplete");
        focusTheBench();
    }

    void focusTheBench() {
        browser.script(
                "document.querySelector('cardloom-editor').shadowRoot.querySelector('.stage').focus()");
    }

    private static String shape(String fill) {
        return "\"type\":\"shape\",\"shape\":\"rectangle\",\"fill\":\"%s\"".formatted(fill);
    }

    private void add(String name, int x, int y, int width, int height, String content) {
        String order = ORDERS.get(List.of("Alpha", "Beta", "Gamma", "Word").indexOf(name));
        apply(
                ("{\"op\":\"add\",\"id\":\"%s\",\"layer\":{\"face\":\"front\",\"order\":\"%s\","
                     + "\"name\":\"%s\",\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d,"
                     + "\"rotation\":0,\"opacity\":1000,\"locked\":false,\"hidden\":false,%s}}")
                        .formatted(
                                LayerId.next(clock).value(),
                                order,
                                name,
                                x,
                                y,
                                width,
                                height,
                                content));
    }

    void apply(String command) {
        designs.apply(actor, design, number(), DesignJson.readCommand(command), EditOrigin.once());
    }

    /** The number of the last edit on the server, once the editor has nothing left to save. */
    long number() {
        return designs.open(actor, design).number();
    }

    private String shownNames() {
        return browser.script(
                        "return [...document.querySelector('cardloom-editor').layers.values()]"
                                + ".map(l => l.name).sort().join(',')")
                .toString();
    }

    void saved() {
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
        return at("g[data-layer][aria-label$=': " + layer + "']");
    }

    /** The row of a layer in the list. */
    String row(String layer) {
        return "li[data-row='" + id(layer) + "']:not(.head)";
    }

    String id(String layer) {
        return String.valueOf(
                browser.inEditor("g[data-layer][aria-label$=': " + layer + "']")
                        .getAttribute("data-layer"));
    }

    /** Micrometers of one pixel. */
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

    /** A finger that goes from place to place, without a stop. */
    void swipe(Place... places) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        Sequence way = down(finger, places[0], 0);
        for (Place place : List.of(places).subList(1, places.length)) {
            way.addAction(move(finger, place, 120));
        }
        browser.perform(way.addAction(finger.createPointerUp(0)));
    }

    void tap(Place place) {
        swipe(place);
    }

    void hold(Place place) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        browser.perform(
                down(finger, place, 0)
                        .addAction(new Pause(finger, Duration.ofMillis(800)))
                        .addAction(finger.createPointerUp(0)));
    }

    /** Two fingers beside a place, drawn apart from one distance to another. */
    void pinch(Place middle, int from, int to) {
        List<Sequence> ways = new ArrayList<>();
        IntStream.of(-1, 1)
                .forEach(
                        side -> {
                            PointerInput finger =
                                    new PointerInput(PointerInput.Kind.TOUCH, "finger" + side);
                            ways.add(
                                    down(finger, middle.by(side * from, 0), 0)
                                            .addAction(move(finger, middle.by(side * to, 0), 200))
                                            .addAction(finger.createPointerUp(0)));
                        });
        browser.perform(ways.toArray(Sequence[]::new));
    }

    /** A pointer that goes from one place to another with a button pressed. */
    static Sequence pressed(
            PointerInput pointer, PointerInput.MouseButton button, Place from, Place to) {
        return down(pointer, from, button.asArg())
                .addAction(move(pointer, to, 100))
                .addAction(pointer.createPointerUp(button.asArg()));
    }

    private static Sequence down(PointerInput finger, Place place, int button) {
        return new Sequence(finger, 0)
                .addAction(move(finger, place, 0))
                .addAction(finger.createPointerDown(button));
    }

    private static org.openqa.selenium.interactions.Interaction move(
            PointerInput finger, Place place, int millis) {
        return finger.createPointerMove(
                Duration.ofMillis(millis), PointerInput.Origin.viewport(), place.x, place.y);
    }

    @Override
    public void close() {
        browser.close();
    }
}
