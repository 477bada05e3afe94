package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an operator decides about one card. */
@Component
class CardDesk {

    private final TenantWork work;
    private final RunBook book;
    private final CardRepository cards;
    private final Remakes remakes;

    CardDesk(TenantWork work, RunBook book, CardRepository cards, Remakes remakes) {
        this.work = work;
        this.book = book;
        this.cards = cards;
        this.remakes = remakes;
    }

    void resolve(Actor actor, RunId run, int number, Resolution resolution, String reason) {
        actor.require(Permission.OPERATE_DEVICE);
        actor.requirePerson();
        String why = RunBook.reason(reason);
        work.run(
                actor.tenant(),
                () -> {
                    RunRow row = book.locked(actor.tenant(), run);
                    CardRow card = card(actor, run, number);
                    if (card.state == CardState.CLAIMED && !row.isLeased(book.now())) {
                        book.move(row, card, CardVerb.DOUBT);
                    }
                    if (card.state != CardState.UNKNOWN) {
                        throw Refusal.conflict(
                                "CARD_NOT_IN_DOUBT",
                                "Card "
                                        + number
                                        + " is not in doubt; there is nothing to resolve.");
                    }
                    boolean made = resolution == Resolution.PRODUCED;
                    book.move(row, card, made ? CardVerb.FIND_GOOD : CardVerb.DESTROY);
                    card.reason = why;
                    String remake =
                            made
                                    ? ""
                                    : remakes.whileStockLasts(row, card)
                                            .map(c -> Integer.toString(c.number))
                                            .orElse("none, no plastics left");
                    book.changed(row);
                    book.record(
                            actor,
                            row,
                            "card.resolved",
                            Map.of(
                                    "number",
                                    Integer.toString(number),
                                    "as",
                                    resolution.name(),
                                    "remake",
                                    remake,
                                    "reason",
                                    why));
                });
    }

    int remake(Actor actor, RunId run, int number, String reason) {
        actor.require(Permission.OPERATE_DEVICE);
        actor.requirePerson();
        String why = RunBook.reason(reason);
        return work.call(
                actor.tenant(),
                () -> {
                    RunRow row = book.locked(actor.tenant(), run);
                    CardRow dead = card(actor, run, number);
                    requireRemakeable(actor, row, dead);
                    CardRow card =
                            remakes.whileStockLasts(row, dead)
                                    .orElseThrow(
                                            () ->
                                                    Refusal.conflict(
                                                            "REMAKE_NO_STOCK",
                                                            "No plastic of this run is left for a"
                                                                + " remake. Reconcile the run and"
                                                                + " schedule the order again."));
                    if (row.state == RunState.PRODUCED) {
                        book.move(row, RunVerb.REMAKE);
                    }
                    book.changed(row);
                    book.record(
                            actor,
                            row,
                            "card.remade",
                            Map.of(
                                    "number", Integer.toString(number),
                                    "as", Integer.toString(card.number),
                                    "reason", why));
                    return card.number;
                });
    }

    private void requireRemakeable(Actor actor, RunRow row, CardRow dead) {
        if (!row.channel.equals(Channel.DEVICE.name())) {
            throw Refusal.conflict(
                    "REMAKE_AT_BUREAU",
                    "The bureau's package is closed. Reconcile the run and schedule the order"
                            + " again: its unmade cards are planned.");
        }
        if (row.state != RunState.PERSONALIZING
                && row.state != RunState.ON_HOLD
                && row.state != RunState.PRODUCED) {
            throw Refusal.conflict("RUN_STATE", "Only a run that was personalized has remakes.");
        }
        boolean unmade =
                dead.state == CardState.SPOILED
                        || dead.state == CardState.DESTROYED
                        || dead.state == CardState.REFUSED;
        if (!unmade || cards.isReplaced(actor.tenant(), dead)) {
            throw Refusal.conflict(
                    "CARD_NEEDS_NO_REMAKE",
                    "Card "
                            + dead.number
                            + " is not spoiled, destroyed or refused, or has its remake already.");
        }
    }

    private CardRow card(Actor actor, RunId run, int number) {
        return cards.find(actor.tenant(), run, number).orElseThrow(() -> Refusal.notFound("card"));
    }
}
