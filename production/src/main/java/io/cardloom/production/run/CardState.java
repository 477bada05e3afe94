package io.cardloom.production.run;

/** Where one card of a run stands. */
public enum CardState {
    /** To be made. */
    PLANNED(true),
    /** Promised to a device, answer outstanding. */
    CLAIMED(true),
    /** In the bureau's hands. */
    HANDED_OVER(true),
    /** Made and good. */
    PRODUCED(true),
    /** Nobody knows yet whether it was made; a person has to look. */
    UNKNOWN(true),
    /** Its plastic was spoiled. */
    SPOILED(false),
    /** A card in doubt whose plastic a person destroyed. */
    DESTROYED(false),
    /** The device would not do it; no plastic was used. */
    REFUSED(false),
    /** Called off before a plastic was used. */
    CANCELLED(false);

    private final boolean live;

    CardState(boolean live) {
        this.live = live;
    }

    /** Whether it stands for its cardholder: a cardholder has at most one live card. */
    public boolean live() {
        return live;
    }
}
