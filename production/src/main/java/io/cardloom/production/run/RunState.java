package io.cardloom.production.run;

/** Where a run stands. */
public enum RunState {
    /** Its cards are chosen; somebody has to release it. */
    PLANNED(false),
    /** Released, with plastics counted out. */
    RELEASED(true),
    /** Tracks, print and manifest are being made. */
    PREPARING(true),
    /** They are made and sealed. */
    PREPARED(true),
    /** The package is on its way to the bureau, maybe tried again and again. */
    HANDING_OVER(true),
    /** The bureau has it; its acknowledgement is awaited. */
    HANDED_OVER(true),
    /** A device makes one card after the other. */
    PERSONALIZING(true),
    /** It stands still until a person resumes or cancels it. */
    ON_HOLD(false),
    /** Every card has an end; the plastics are to be counted. */
    PRODUCED(false),
    /** Counted and closed. */
    RECONCILED(false),
    /** Called off before anything left. */
    CANCELLED(false);

    private final boolean moving;

    RunState(boolean moving) {
        this.moving = moving;
    }

    /** Whether Cardloom itself takes the run further, without a person. */
    public boolean moving() {
        return moving;
    }

    /** Whether nothing can happen to it any more. */
    public boolean closed() {
        return this == RECONCILED || this == CANCELLED;
    }
}
