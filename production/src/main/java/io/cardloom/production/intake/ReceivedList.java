package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.vault.Deposit;

/**
 * A list that is genuine and lies sealed on the disk of the process that takes it in; nothing of it
 * was read yet. Closing it deletes that copy.
 */
final class ReceivedList implements AutoCloseable {

    private final Deposit deposit;
    private final Spool spool;
    private final ListForm form;
    private final SuppliedTracks tracks;
    private final String signer;
    private final int fence;

    /**
     * @param fence with which number this process began to take it in
     */
    ReceivedList(
            Deposit deposit,
            Spool spool,
            ListForm form,
            SuppliedTracks tracks,
            String signer,
            int fence) {
        this.fence = fence;
        this.deposit = deposit;
        this.spool = spool;
        this.form = form;
        this.tracks = tracks;
        this.signer = signer;
    }

    Deposit deposit() {
        return deposit;
    }

    Spool spool() {
        return spool;
    }

    ListForm form() {
        return form;
    }

    /** Which tracks come with it. */
    SuppliedTracks tracks() {
        return tracks;
    }

    /** Fingerprint of who signed it; empty when nobody did. */
    String signer() {
        return signer;
    }

    int fence() {
        return fence;
    }

    /** Whose cards these are. */
    CardOrderId order() {
        return deposit.order();
    }

    @Override
    public void close() {
        spool.close();
    }
}
