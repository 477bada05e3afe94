package io.cardloom.production.choice;

/**
 * Which tracks of a program's cards come whole with the cardholder list; the others are composed.
 */
public enum SuppliedTracks {
    NONE(0, "All tracks are composed here"),
    FIRST_TWO(2, "Tracks 1 and 2 come with the list"),
    ALL(3, "Tracks 1, 2 and 3 come with the list");

    private final int last;
    private final String words;

    SuppliedTracks(int last, String words) {
        this.last = last;
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether this track comes with the list; false for what is no track. */
    public boolean has(int track) {
        return track >= 1 && track <= last;
    }
}
