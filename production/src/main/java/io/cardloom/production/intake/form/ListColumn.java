package io.cardloom.production.intake.form;

import io.cardloom.production.choice.SuppliedTracks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a cardholder list tells about a card. */
public enum ListColumn {
    PAN("Account number", true, false),
    EXPIRY("Expiry date", true, true),
    SERVICE_CODE("Service code", true, true),
    CARDHOLDER_NAME("Cardholder's name", true, false),
    ENCODED_NAME("Name on the stripe", false, false),
    SECOND_LINE("Second line", false, true),
    PSN("Card sequence number", false, true),
    IMAGE_ID("Image id", false, false),
    TRACK_1("Track 1", false, false),
    TRACK_2("Track 2", false, false),
    TRACK_3("Track 3", false, false);

    private final String words;
    private final boolean required;
    private final boolean constant;

    ListColumn(String words, boolean required, boolean constant) {
        this.words = words;
        this.required = required;
        this.constant = constant;
    }

    /** Columns that lists of a program may have whose tracks come so. */
    public static List<ListColumn> of(SuppliedTracks tracks) {
        return Arrays.stream(values()).filter(c -> !c.isTrack() || tracks.has(c.track())).toList();
    }

    /** The number of the track that it holds; 0 when it holds none. */
    int track() {
        return Math.max(0, ordinal() - TRACK_1.ordinal() + 1);
    }

    /** Whether it holds a whole track. */
    public boolean isTrack() {
        return compareTo(TRACK_1) >= 0;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether each card needs it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it may be the same for every card of the program. */
    public boolean mayBeConstant() {
        return constant;
    }

    /** The word by which a report names it, and the standard list's header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
