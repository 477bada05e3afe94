package io.cardloom.production.order;

/** Where an order stands. */
public enum OrderState {
    /** Taken, its cardholders sealed; no run is planned, or the last one was called off. */
    PLACED,
    /** Its cardholder file had errors; nothing of it was kept but the report. */
    REFUSED,
    /** At least one run is planned or moving. */
    IN_PRODUCTION,
    /** Every card is made or given up, and the account data are purged. */
    COMPLETED
}
