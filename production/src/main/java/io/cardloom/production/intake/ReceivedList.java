package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.vault.Deposit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable DocumentProgram documents;

    /**
     * @param documents what the list's rows are; null for payment cards
     * @param fence with which number this process began to take it in
     */
    ReceivedList(
            Deposit deposit,
            Spool spool,
            ListForm form,
            SuppliedTracks tracks,
            @Nullable DocumentProgram documents,
            String signer,
            int fence) {
        this.fence = fence;
        this.documents = documents;
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

    /** What the list's rows are; empty for payment cards. */
    Optional<DocumentProgram> documents() {
        return Optional.ofNullable(documents);
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
