package io.cardloom.connectors.simulator;

/** What a simulated encoder can be told to do wrong at one write. */
public enum EncoderFault {
    /** One character of track 2 reaches the stripe altered; the encoder notices nothing. */
    CORRUPT,
    /** The encoder reports a bad swipe; the stripe is left as it was. */
    BAD_SWIPE,
    /** The encoder refuses the command; the stripe is left as it was. */
    REFUSE,
    /** The line dies when the command has come and the stripe is not yet written. */
    DIE_BEFORE_STRIPE,
    /** The stripe is written and the line dies before the answer. */
    DIE_AFTER_STRIPE,
    /** The stripe is written and only half of the answer comes. */
    HALF_ANSWER,
    /** The stripe is written and no answer ever comes; the line stays. */
    SILENT,
    /** The stripe is written and answered; the line dies when it is to be read back. */
    DIE_AT_READ_BACK
}
