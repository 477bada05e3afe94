package io.cardloom.production.order;

/** Where an order stands. */
public enum OrderState {
    /** Its cardholder list is being taken in; nothing of it counts yet. */
    RECEIVING,
    /** Taken, its cardholders sealed; no run is planned, or the last one was called off. */
    PLACED,
    /** Its cardholder file had errors; nothing of it was kept but the report. */
    REFUSED,
    /** The taking in of its list was stopped; nothing of it was kept. */
    WITHDRAWN,
    /** At least one run is planned or moving. */
    IN_PRODUCTION,
    /** Every card is made or given up, and the account data are purged. */
    COMPLETED;

    /** Whether cards of it can be made. */
    public boolean isOpen() {
        return this == PLACED || this == IN_PRODUCTION;
    }
}
