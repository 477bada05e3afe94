package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * How long an edit takes from one person's hand to four other screens, all in Chromium, on a design
 * of 200 layers, and how fast frames follow each other while a layer is dragged there; run by
 * {@code ./cardloom bench edits}, not by the tests.
 */
@DemoPortal
class EditsBench {

    private static final int EDITS = 100;

    /** Two edits a second, as people make them; five browsers share the cores of one machine. */
    private static final int PACE = 500;

    private static final int LAYERS = 200;
    private static final String PASSWORD = "a demo, no secret";
    private static final List<String> OTHERS =
            List.of(
                    "jonas@fjellsport.example",
                    "ingrid@nordlys.example",
                    "jonas@fjellsport.example",
                    "ingrid@nordlys.example");

    @LocalServerPort int port;
    @Autowired ApplicationContext portal;

    @Test
    void measuresAnEditSeenByFourOtherBrowsersAndADrag() throws Exception {
        List<Browser> others = new ArrayList<>();
        try (EditorDesk desk = EditorDesk.open(portal, port)) {
            fill(desk);
            String design = desk.browser.address().replaceAll(".*/designs/([^/]+)/edit", "$1");
            for (String email : OTHERS) {
                Browser other = Browser.open("http://localhost:" + port).signIn(email, PASSWORD);
                other.go("designs/" + design + "/edit").inEditor("g[data-layer]");
                other.waitUntil(() -> layers(other) == LAYERS);
                other.script(WATCH);
                others.add(other);
            }
            desk.browser.waitUntil(() -> layers(desk.browser) == LAYERS);
            desk.browser.script(SEND, EDITS, PACE);
            TimeUnit.MILLISECONDS.sleep(EDITS * (long) PACE + 5_000);
            long[] sent = numbers(desk.browser.script("return window.sent.join(',')"));
            List<Long> times = new ArrayList<>();
            List<Long> work = new ArrayList<>();
            for (Browser other : others) {
                for (long one : numbers(other.script("return window.work.join(',')"))) {
                    work.add(one);
                }
                long[] seen = numbers(other.script("return window.seen.join(',')"));
                assertThat(seen).hasSize(EDITS);
                for (int i = 0; i < EDITS; i++) {
                    times.add(seen[i] - sent[i]);
                }
            }
            report("edit seen by the other four editors, %d layers".formatted(LAYERS), times);
            report("edit seen: tenths of a millisecond of the browser's own work", work);
            others.forEach(Browser::close);
            others.clear();
            List<Long> frames = new ArrayList<>();
            drag(desk);
            for (long frame : numbers(desk.browser.script("return window.frames60.join(',')"))) {
                frames.add(frame);
            }
            report("frame of a drag, tenths of a millisecond, %d layers".formatted(LAYERS), frames);
        } finally {
            others.forEach(Browser::close);
        }
    }

    private static void drag(EditorDesk desk) {
        PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
        EditorDesk.Place at = desk.on("bench " + (EDITS - 1));
        Sequence way =
                new Sequence(mouse, 0)
                        .addAction(
                                mouse.createPointerMove(Duration.ZERO, viewport(), at.x(), at.y()))
                        .addAction(mouse.createPointerDown(0));
        for (int i = 0; i < 8; i++) {
            way.addAction(
                    mouse.createPointerMove(
                            Duration.ofMillis(500),
                            viewport(),
                            at.x() - (i % 2 == 0 ? 250 : 40),
                            at.y() - 20 * i));
        }
        desk.browser.script(FRAMES);
        desk.browser.perform(way.addAction(mouse.createPointerUp(0)));
    }

    private static PointerInput.Origin viewport() {
        return PointerInput.Origin.viewport();
    }

    private static void report(String what, List<Long> times) {
        times.sort(null);
        System.out.printf(
                "%s, %d times: p50 %d, p95 %d, max %d%n",
                what,
                times.size(),
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.getLast());
    }

    private static int layers(Browser browser) {
        Object count =
                browser.script("return document.querySelector('cardloom-editor').layers.size");
        return ((Number) count).intValue();
    }

    /** Shapes and texts all over the card. */
    private static void fill(EditorDesk desk) {
        for (int i = 0; i < LAYERS; i++) {
            String content =
                    i % 4 == 0
                            ? "\"type\":\"text\",\"text\":\"Layer\",\"font\":\"plex-sans\",\"weight\":400,"
                                  + "\"size\":2400,\"color\":\"#1a1a1a\",\"align\":\"left\""
                            : "\"type\":\"shape\",\"shape\":\"ellipse\",\"fill\":\"#2980b9\"";
            desk.apply(
                    ("{\"op\":\"add\",\"id\":\"lay_%026d\",\"layer\":{\"face\":\"front\",\"order\":\"a%03d\",\"name\":\"Layer"
                         + " %d\",\"x\":%d,\"y\":%d,\"width\":6000,\"height\":3000,"
                         + "\"rotation\":0,\"opacity\":900,\"locked\":false,\"hidden\":false,%s}}")
                            .formatted(i, i, i, i % 14 * 6_000, i / 14 * 3_500, content));
        }
    }

    private static long[] numbers(Object list) {
        return Arrays.stream(list.toString().split(",")).mapToLong(Long::parseLong).toArray();
    }

    /** Each edit renames the topmost layer; the watcher notes when its own page has drawn it. */
    private static final String SEND =
            """
            const editor = document.querySelector('cardloom-editor');
            const id = [...editor.shadowRoot.querySelectorAll('g[data-layer]')].at(-1).dataset.layer;
            window.sent = [];
            let count = 0;
            const timer = setInterval(() => {
              window.sent.push(Date.now());
              editor.session.do({op: 'set', id, changes: {name: 'bench ' + count}});
              if (++count === arguments[0]) clearInterval(timer);
            }, arguments[1]);
            """;

    /** Edits that waited together come as one; it shows all of them. */
    private static final String WATCH =
            """
            const editor = document.querySelector('cardloom-editor');
            window.seen = [];
            window.work = [];
            const heard = editor.heard.bind(editor);
            editor.heard = (json) => {
              const begun = performance.now();
              heard(json);
              const last = [...json.matchAll(/bench (\\d+)/g)].at(-1);
              if (last) editor.updateComplete.then(() => {
                window.work.push(Math.round((performance.now() - begun) * 10));
                while (window.seen.length <= Number(last[1])) window.seen.push(Date.now());
              });
            };
            """;

    /** Notes how long each frame takes from now on, in tenths of a millisecond. */
    private static final String FRAMES =
            """
            window.frames60 = [];
            let last;
            const step = (now) => {
              if (last !== undefined) window.frames60.push(Math.round((now - last) * 10));
              last = now;
              requestAnimationFrame(step);
            };
            requestAnimationFrame(step);
            """;
}
