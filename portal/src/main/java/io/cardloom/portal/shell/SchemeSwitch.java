package io.cardloom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinService;
import io.cardloom.portal.component.Glyph;
import java.util.EnumMap;
import java.util.Map;

/** Light, dark, or as the system says; remembered in this browser. */
final class SchemeSwitch extends Div {

    /** The choices. */
    enum Scheme {
        LIGHT("light", "Light", Glyph.SUN, ColorScheme.Value.LIGHT),
        DARK("dark", "Dark", Glyph.MOON, ColorScheme.Value.DARK),
        SYSTEM("light dark", "As the system", Glyph.SYSTEM, ColorScheme.Value.LIGHT_DARK);

        private final String css;
        private final String label;
        private final Glyph glyph;
        private final ColorScheme.Value value;

        Scheme(String css, String label, Glyph glyph, ColorScheme.Value value) {
            this.css = css;
            this.label = label;
            this.glyph = glyph;
            this.value = value;
        }

        String css() {
            return css;
        }

        String theme() {
            return css.replace(' ', '-');
        }

        /** What a cookie says; SYSTEM for anything else. */
        static Scheme of(String word) {
            for (Scheme scheme : values()) {
                if (scheme.theme().equals(word)) {
                    return scheme;
                }
            }
            return SYSTEM;
        }
    }

    static final String COOKIE = "cardloom-scheme";

    private final Map<Scheme, NativeButton> buttons = new EnumMap<>(Scheme.class);

    SchemeSwitch() {
        addClassName("cl-schemes");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Light or dark");
        for (Scheme scheme : Scheme.values()) {
            NativeButton button = new NativeButton();
            button.add(scheme.glyph.draw());
            button.getElement().setAttribute("aria-label", scheme.label);
            button.getElement().setAttribute("title", scheme.label);
            button.addClickListener(e -> choose(scheme));
            buttons.put(scheme, button);
            add(button);
        }
        press(Skin.scheme(VaadinService.getCurrentRequest()));
    }

    private void choose(Scheme scheme) {
        press(scheme);
        UI ui = UI.getCurrent();
        ui.getPage().setColorScheme(scheme.value);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'",
                        COOKIE,
                        scheme.theme());
    }

    private void press(Scheme now) {
        buttons.forEach(
                (scheme, button) ->
                        button.getElement()
                                .setAttribute("aria-pressed", Boolean.toString(scheme == now)));
    }
}
