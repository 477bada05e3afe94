package io.cardloom.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** How the editor looks and reads, and what it does while the server does not answer. */
@DemoPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedDesk.class)
class EditorShowsIT {

    /** The editor's calls are heard by nobody until they are let through again. */
    private static final String DEAF =
            """
            const editor = document.querySelector('cardloom-editor');
            const server = editor.$server;
            window.server = server;
            editor.$server = new Proxy(server, {get: (of, name) =>
                name === 'edit' ? () => new Promise(() => {}) : of[name]?.bind(of)});
            editor.session.server = editor.$server;
            window.Vaadin.connectionState.state = 'reconnecting';
            """;

    private static final String HEARD =
            """
            const editor = document.querySelector('cardloom-editor');
            editor.$server = window.server;
            editor.session.server = window.server;
            window.Vaadin.connectionState.state = 'connected';
            """;

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
    void hasNothingThatAxeFinds() {
        show(
                "e.people('[{\"person\":\"a\",\"name\":\"Jonas Berg\",\"color\":\"#d55e00\"},"
                        + "{\"person\":\"b\",\"name\":\"Liv Dahl\",\"color\":\"#f0e442\"}]')");
        for (String scheme : new String[] {"light", "dark"}) {
            desk.browser.scheme(scheme);
            show("e.select(e.layers.keys())");
            requireNothingFound(scheme + ", several layers");
            show("e.select([...e.layers.keys()].slice(0, 1)); e.overlay = 'palette'");
            desk.browser.inEditor("dialog[open]");
            requireNothingFound(scheme + ", commands");
            show("e.overlay = undefined; e.drawing.start('pen')");
            requireNothingFound(scheme + ", drawing");
            show("e.drawing.end()");
        }
        for (String sheet : new String[] {"help", "preview"}) {
            show("e.overlay = '" + sheet + "'");
            desk.browser.inEditor("dialog[open]");
            requireNothingFound(sheet);
            show("e.overlay = undefined");
        }
        desk.browser.size(390, 844);
        show("e.menu(100, 200)");
        requireNothingFound("on a phone, with its menu");
        show("e.menuAt = undefined");
        desk.browser.size(1280, 900);
        desk.browser.scheme("light");
    }

    private void requireNothingFound(String where) {
        Axe.requireNothing(desk.browser, "cardloom-editor", where);
    }

    private void show(String how) {
        desk.browser.script(
                "const e = document.querySelector('cardloom-editor');"
                        + how
                        + ";e.requestUpdate();return e.updateComplete");
    }

    @Test
    void isShownInPictures() {
        show("e.select([...e.layers.keys()].slice(0, 2))");
        desk.browser.picture("editor-several");
        for (String sheet : new String[] {"help", "preview"}) {
            show("e.overlay = '" + sheet + "'");
            desk.browser.picture("editor-" + sheet);
            show("e.overlay = undefined");
        }
        show("e.tab = 'layers'");
        desk.browser.picture("editor-layers");
    }

    @Test
    void keepsWhatIsDoneWithoutAConnectionAndSendsItLater() {
        desk.browser.script(DEAF);
        show("e.do({op: 'set', id: '" + desk.id("Beta") + "', changes: {x: 12345}})");
        desk.browser.waitUntil(
                () -> desk.browser.editorText("#saved").equals("Offline, 1 to save"));
        assertThat(desk.browser.editorText(".banner")).contains("kept here");
        assertThat(x("Beta")).isEqualTo(30_300);
        desk.browser.script(HEARD);
        assertThat(desk.value("Beta", "x")).isEqualTo(12_345);
    }

    @Test
    void sendsAfterAReloadWhatWasNotSaved() {
        String beta = desk.id("Beta");
        desk.browser.script(DEAF);
        show("e.do({op: 'set', id: '" + beta + "', changes: {y: 4321}})");
        show("e.do({op: 'set', id: '" + beta + "', changes: {opacity: 500}})");
        assertThat(desk.browser.editorText("#saved")).startsWith("Offline");
        desk.browser.script(
                "const e ="
                    + " document.querySelector('cardloom-editor');window.removeEventListener('beforeunload',"
                    + " e.leaving); location.reload()");
        desk.browser.waitUntil(
                () ->
                        java.util.Objects.requireNonNull(desk.layers().get(beta))
                                        .get("opacity")
                                        .asInt()
                                == 500);
        assertThat(desk.value("Beta", "y")).isEqualTo(4_321);
    }

    @Test
    void leavesToAPartnerOnlyWhatTheIssuerDoesNotRequire() {
        String beta = desk.id("Beta");
        String gamma = desk.id("Gamma");
        desk.apply("{\"op\":\"set\",\"id\":\"" + beta + "\",\"changes\":{\"mandatory\":true}}");
        try (Browser jonas = desk.besides("jonas@fjellsport.example")) {
            jonas.waitUntil(() -> jonas.inEditor("aside").getText().contains("required"));
            desk.browser.waitUntil(() -> desk.browser.editorText(".people").contains("JB"));
            for (String id : new String[] {beta, gamma}) {
                jonas.inEditor("g[data-layer='" + id + "']").click();
                jonas.hands().sendKeys(Keys.ARROW_RIGHT, Keys.DELETE).perform();
            }
            desk.browser.waitUntil(() -> !desk.layers().containsKey(gamma));
            assertThat(java.util.Objects.requireNonNull(desk.layers().get(beta)).get("x").asInt())
                    .isEqualTo(30_300);
            jonas.script(
                    "document.querySelector('cardloom-editor').session.do({op: 'remove', id: '"
                            + beta
                            + "'})");
            assertThat(jonas.editorText(".word")).contains("issuer");
            jonas.inEditor("g[data-layer='" + beta + "']");
            assertThat(desk.layers()).containsKey(beta);
        }
    }

    private int x(String layer) {
        return java.util.Objects.requireNonNull(desk.layers().get(desk.id(layer))).get("x").asInt();
    }
}
