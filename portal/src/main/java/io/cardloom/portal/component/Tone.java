package io.cardloom.portal.component;

import java.util.Locale;

/** What a state means to the person who reads it. */
public enum Tone {
    QUIET,
    LIVE,
    GOOD,
    CARE,
    STOP;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
