package io.cardloom.production.run;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an operator does to a whole run. */
@Component
class RunDesk {

    private static final int MOST_PLASTICS = 10_000_000;

    private final TenantWork work;
    private final RunBook book;
    private final CardRepository cards;
    private final OrderProgress progress;
    private final ReleasedDesigns designs;
    private final RunData preparation;
    private final ReleaseSeal seal;

    RunDesk(
            TenantWork work,
            RunBook book,
            CardRepository cards,
            OrderProgress progress,
            ReleasedDesigns designs,
            RunData preparation,
            ReleaseSeal seal) {
        this.work = work;
        this.book = book;
        this.cards = cards;
        this.progress = progress;
        this.designs = designs;
        this.preparation = preparation;
        this.seal = seal;
    }

    void release(Actor actor, RunId run, int stock) {
        actor.require(Permission.RELEASE_RUN);
        PersonId person = actor.requirePerson();
        work.run(
                actor.tenant(),
                () -> {
                    RunRow row = book.locked(actor.tenant(), run);
                    requireFourEyes(actor.tenant(), person, row);
                    if (stock < row.cards || stock > MOST_PLASTICS) {
                        throw Refusal.invalid(
                                "RELEASE_STOCK_TOO_LOW",
                                "The run needs "
                                        + row.cards
                                        + " plastics. Count out at least as many, and say how many"
                                        + " you took.");
                    }
                    row.stock = stock;
                    row.releasedBy = actor.name();
                    row.releaseHash = seal.over(row);
                    book.move(row, RunVerb.RELEASE);
                    book.record(
                            actor,
                            row,
                            "run.released",
                            Map.of(
                                    "stock", Integer.toString(stock),
                                    "cards", Integer.toString(row.cards),
                                    "seal", row.releaseHash));
                });
    }

    private void requireFourEyes(TenantId tenant, PersonId person, RunRow row) {
        Digest digest = new Digest(row.digest);
        if (designs.approvers(tenant, digest).contains(person)) {
            throw Refusal.forbidden(
                    "RELEASE_BY_APPROVER",
                    "You approved this design. Another production operator has to release the"
                            + " run.");
        }
        if (!designs.isApproved(tenant, digest)) {
            throw Refusal.conflict(
                    "RELEASE_APPROVAL_VOID",
                    "The approval of this design is void, because the design was changed. Cancel"
                            + " the run, have the design approved and order it anew.");
        }
    }

    void hold(Actor actor, RunId run, String reason) {
        actor.require(Permission.RELEASE_RUN);
        String why = RunBook.reason(reason);
        work.run(actor.tenant(), () -> book.hold(actor, book.locked(actor.tenant(), run), why));
    }

    void resume(Actor actor, RunId run) {
        actor.require(Permission.RELEASE_RUN);
        actor.requirePerson();
        work.run(
                actor.tenant(),
                () -> {
                    RunRow row = book.locked(actor.tenant(), run);
                    requireNoDoubt(row);
                    book.move(row, RunVerb.RESUME);
                    book.record(actor, row, "run.resumed", Map.of("to", row.state.name()));
                });
    }

    void cancel(Actor actor, RunId run, String reason) {
        actor.require(Permission.RELEASE_RUN);
        String why = RunBook.reason(reason);
        work.run(
                actor.tenant(),
                () -> {
                    RunRow row = book.locked(actor.tenant(), run);
                    requireNoDoubt(row);
                    if (row.departed && row.channel.equals(Channel.BUREAU.name())) {
                        throw Refusal.conflict(
                                "RUN_AT_BUREAU",
                                "The package may be at the bureau. Resume the run and wait for the"
                                        + " acknowledgement.");
                    }
                    book.move(row, row.departed ? RunVerb.STOP : RunVerb.CANCEL);
                    row.reason = why;
                    for (CardRow card : cards.in(actor.tenant(), run, CardState.PLANNED)) {
                        book.move(row, card, CardVerb.CANCEL);
                    }
                    if (row.state == RunState.CANCELLED) {
                        preparation.discard(actor, new CardOrderId(row.orderId), run);
                        progress.settled(row);
                    }
                    book.record(
                            actor,
                            row,
                            row.state == RunState.CANCELLED ? "run.cancelled" : "run.stopped",
                            Map.of("reason", why));
                });
    }

    /** A card that a dead node left claimed is in doubt, too. */
    private void requireNoDoubt(RunRow row) {
        TenantId tenant = new TenantId(row.tenantId);
        long claimed = cards.count(tenant, new RunId(row.id), CardState.CLAIMED);
        if (row.inDoubt > 0 || claimed > 0) {
            throw Refusal.conflict(
                    "RUN_CARDS_IN_DOUBT",
                    row.inDoubt
                            + claimed
                            + " cards are in doubt or still at the device. Look at their plastics"
                            + " and resolve them first.");
        }
    }
}
