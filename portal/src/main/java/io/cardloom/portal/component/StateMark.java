package io.cardloom.portal.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state: its word, and a mark whose shape and color say the same again. */
public final class StateMark extends Span {

    public StateMark(String word, Tone tone) {
        super(word);
        addClassName("cl-state");
        getElement().setAttribute("data-tone", tone.word());
        if (tone == Tone.LIVE) {
            getElement().setAttribute("data-moving", "");
        }
    }

    /** {@code CHANGES_REQUIRED} becomes {@code Changes required}. */
    public static String words(Enum<?> state) {
        String lower = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
