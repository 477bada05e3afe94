package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds the new card that takes a dead one's place. */
@Component
class Remakes {

    private final CardRepository cards;
    private final Clock clock;

    Remakes(CardRepository cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** Plastics that no card of the run still needs. */
    int spare(RunRow row) {
        TenantId tenant = new TenantId(row.tenantId);
        RunId run = new RunId(row.id);
        long wanting =
                cards.count(tenant, run, CardState.PLANNED)
                        + cards.count(tenant, run, CardState.CLAIMED);
        return row.plasticsLeft() - (int) wanting;
    }

    /** A new card for the same cardholder, if there is a plastic for it. */
    Optional<CardRow> whileStockLasts(RunRow row, CardRow dead) {
        return spare(row) < 1 ? Optional.empty() : Optional.of(remade(row, dead));
    }

    private CardRow remade(RunRow row, CardRow dead) {
        TenantId tenant = new TenantId(row.tenantId);
        CardRow card = new CardRow();
        card.id = CardId.next(clock).value();
        card.runId = row.id;
        card.number = cards.highestNumber(tenant, new RunId(row.id)) + 1;
        card.preparedAs = dead.preparedAs;
        card.orderId = dead.orderId;
        card.rowNumber = dead.rowNumber;
        card.replacesId = dead.id;
        card.is(CardState.PLANNED);
        cards.add(tenant, List.of(card));
        return card;
    }
}
