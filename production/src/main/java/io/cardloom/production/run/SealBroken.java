package io.cardloom.production.run;

/** What is said when a run is no longer what was released. */
final class SealBroken {

    static final String SENTENCE =
            "The run is not what was released any more: its design, quantity, destination or date"
                    + " differs. Nothing was sent. Cancel it and plan it anew.";

    private SealBroken() {}
}
