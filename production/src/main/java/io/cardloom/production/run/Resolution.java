package io.cardloom.production.run;

/** What a person found when she looked at a card in doubt. */
public enum Resolution {
    /** It is made and good. */
    PRODUCED,
    /** It was not, or may not be; its plastic is destroyed, and the cardholder needs a remake. */
    DESTROYED
}
