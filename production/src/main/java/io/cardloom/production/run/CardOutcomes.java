package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.production.output.CardOutcome;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what a device said about a card, and what follows from it. */
@Component
class CardOutcomes {

    private static final int LONGEST_EVIDENCE = 300;

    private final RunBook book;
    private final CardRepository cards;
    private final Remakes remakes;
    private final RunSettings settings;

    CardOutcomes(RunBook book, CardRepository cards, Remakes remakes, RunSettings settings) {
        this.book = book;
        this.cards = cards;
        this.remakes = remakes;
        this.settings = settings;
    }

    /** Inside the work that writes the outcome; answers the outcome's word. */
    String note(RunRow row, int number, CardOutcome outcome) {
        TenantId tenant = new TenantId(row.tenantId);
        CardRow card =
                cards.find(tenant, new RunId(row.id), number)
                        .orElseThrow(() -> Refusal.notFound("card"));
        if (card.state != CardState.CLAIMED) {
            return late(card, outcome);
        }
        row.reason = row.state == RunState.PERSONALIZING ? null : row.reason;
        String word =
                switch (outcome) {
                    case CardOutcome.Produced(String evidence) -> produced(row, card, evidence);
                    case CardOutcome.Spoiled(String reason) -> spoiled(row, card, reason);
                    case CardOutcome.Refused(String reason) -> refused(row, card, reason);
                    case CardOutcome.Deferred(String reason) -> deferred(row, card, reason);
                    case CardOutcome.Unknown(String reason) -> unknown(row, card, reason);
                };
        book.changed(row);
        return word;
    }

    /** The lease was lost meanwhile, and the card is a person's question: the answer helps her. */
    private static String late(CardRow card, CardOutcome outcome) {
        String said = "The device answered late: " + outcome.getClass().getSimpleName() + ".";
        card.reason = RunBook.shortened(card.reason == null ? said : card.reason + " " + said);
        return "late";
    }

    private String produced(RunRow row, CardRow card, String evidence) {
        book.move(row, card, CardVerb.PRODUCE);
        card.reason = null;
        card.evidence = evidence.substring(0, Math.min(evidence.length(), LONGEST_EVIDENCE));
        row.spoiledInRow = 0;
        row.tries = 0;
        return "produced";
    }

    private String spoiled(RunRow row, CardRow card, String reason) {
        book.move(row, card, CardVerb.SPOIL);
        card.reason = RunBook.shortened(reason);
        row.spoiledInRow++;
        row.tries = 0;
        remakes.whileStockLasts(row, card);
        note(row, "card.spoiled", card);
        if (row.spoiledInRow >= settings.spoiledInRow()) {
            hold(
                    row,
                    row.spoiledInRow
                            + " cards in a row were spoiled, the last one because: "
                            + reason);
            row.spoiledInRow = 0;
        }
        return "spoiled";
    }

    private String refused(RunRow row, CardRow card, String reason) {
        book.move(row, card, CardVerb.REFUSE);
        card.reason = RunBook.shortened(reason);
        hold(row, "The device refused card " + card.number + ": " + reason);
        return "refused";
    }

    private String deferred(RunRow row, CardRow card, String reason) {
        book.move(row, card, CardVerb.DEFER);
        card.reason = RunBook.shortened(reason);
        row.tries++;
        row.nextTry = book.now().plus(settings.wait(row.tries));
        row.reason = RunBook.shortened("The device asks to wait; trying again: " + reason);
        return "deferred";
    }

    private String unknown(RunRow row, CardRow card, String reason) {
        book.move(row, card, CardVerb.DOUBT);
        card.reason = RunBook.shortened(reason);
        note(row, "card.in-doubt", card);
        hold(
                row,
                "Nobody knows what became of card "
                        + card.number
                        + ": "
                        + reason
                        + " Look at its plastic, resolve it and resume.");
        return "unknown";
    }

    private void hold(RunRow row, String reason) {
        if (row.state == RunState.PERSONALIZING) {
            book.hold(RunBook.cardloom(new TenantId(row.tenantId)), row, reason);
        }
    }

    private void note(RunRow row, String action, CardRow card) {
        book.record(
                RunBook.cardloom(new TenantId(row.tenantId)),
                row,
                action,
                Map.of("number", Integer.toString(card.number), "reason", card.reason));
    }
}
