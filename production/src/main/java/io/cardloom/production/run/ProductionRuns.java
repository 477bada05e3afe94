package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door to production runs. A run of a program in which the actor takes no part, or of another
 * bureau, is not found.
 */
@Component
public class ProductionRuns {

    private final RunSight sight;
    private final RunPlanning planning;
    private final RunDesk desk;
    private final CardDesk cardDesk;
    private final RunClosing closing;
    private final RunLine line;

    ProductionRuns(
            RunSight sight,
            RunPlanning planning,
            RunDesk desk,
            CardDesk cardDesk,
            RunClosing closing,
            RunLine line) {
        this.sight = sight;
        this.planning = planning;
        this.desk = desk;
        this.cardDesk = cardDesk;
        this.closing = closing;
        this.line = line;
    }

    /** Newest first, at most 100; needs VIEW_PRODUCTION, or RECEIVE_RUN for a bureau's own. */
    public List<ProductionRun> list(Actor actor, int offset, int limit) {
        return sight.list(actor, offset, limit);
    }

    /** How many {@link #list} pages through. */
    public long count(Actor actor) {
        return sight.count(actor);
    }

    /** The runs of an order that the actor may see, oldest first. */
    public List<ProductionRun> ofOrder(Actor actor, CardOrderId order) {
        return sight.ofOrder(actor, order);
    }

    /**
     * @throws Refusal not found
     */
    public ProductionRun get(Actor actor, RunId run) {
        return sight.get(actor, run);
    }

    /** By number, at most 100. */
    public List<RunCard> cards(Actor actor, RunId run, int offset, int limit) {
        return sight.cards(actor, run, offset, limit);
    }

    /** How many cards are in which state; states without a card count 0. */
    public Map<CardState, Long> tally(Actor actor, RunId run) {
        return sight.tally(actor, run);
    }

    /** How many {@link #cards} pages through. */
    public long countCards(Actor actor, RunId run) {
        return sight.tally(actor, run).values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Plans the run of one occurrence, once: asked again, also by another node at the same time, it
     * answers the same run. Cardholders who have a live card are left out; an order's spoiled cards
     * are planned again, as remakes.
     *
     * @return empty when no cardholder of the order is left
     */
    public Optional<RunId> plan(TenantId tenant, PlannedRun plan) {
        return planning.plan(tenant, plan);
    }

    /**
     * Releases a planned run; needs RELEASE_RUN.
     *
     * @param stock plastics counted out, at least as many as cards; more allow remakes
     * @throws Refusal {@code RELEASE_BY_APPROVER}, {@code RELEASE_APPROVAL_VOID}, {@code
     *     RELEASE_STOCK_TOO_LOW}, {@code RUN_STATE}
     */
    public ProductionRun release(Actor actor, RunId run, int stock) {
        sight.get(actor, run);
        desk.release(actor, run, stock);
        return sight.get(actor, run);
    }

    /**
     * Stops a moving run after the step in hand; needs RELEASE_RUN.
     *
     * @throws Refusal {@code RUN_STATE}, {@code REASON_REQUIRED}
     */
    public ProductionRun hold(Actor actor, RunId run, String reason) {
        sight.get(actor, run);
        desk.hold(actor, run, reason);
        return sight.get(actor, run);
    }

    /**
     * Lets a held run go on where it was; needs RELEASE_RUN.
     *
     * @throws Refusal {@code RUN_STATE}, {@code RUN_CARDS_IN_DOUBT}
     */
    public ProductionRun resume(Actor actor, RunId run) {
        sight.get(actor, run);
        desk.resume(actor, run);
        return sight.get(actor, run);
    }

    /**
     * Calls a run off; needs RELEASE_RUN. A run of which a device has made cards is stopped early
     * instead, its other cards are called off, and it is to be reconciled.
     *
     * @throws Refusal {@code RUN_STATE}, {@code RUN_CARDS_IN_DOUBT}, {@code RUN_AT_BUREAU}, {@code
     *     REASON_REQUIRED}
     */
    public ProductionRun cancel(Actor actor, RunId run, String reason) {
        sight.get(actor, run);
        desk.cancel(actor, run, reason);
        return sight.get(actor, run);
    }

    /**
     * Takes a moving run as far as it goes; for the scheduler. Safe to call at any time and from
     * any node: one at a time works on a run.
     *
     * @return when to come again; empty when the run rests
     */
    public Optional<Instant> advance(TenantId tenant, RunId run) {
        return line.advance(tenant, run);
    }

    /**
     * Says what became of a card in doubt; needs OPERATE_DEVICE. A destroyed one is remade while
     * stock lasts. The run stays on hold until it is resumed.
     *
     * @throws Refusal {@code CARD_NOT_IN_DOUBT}, {@code REASON_REQUIRED}
     */
    public ProductionRun resolve(
            Actor actor, RunId run, int number, Resolution resolution, String reason) {
        sight.get(actor, run);
        cardDesk.resolve(actor, run, number, resolution, reason);
        return sight.get(actor, run);
    }

    /**
     * Adds a new card for the cardholder of a spoiled, destroyed or refused one at a device; needs
     * OPERATE_DEVICE. A produced run moves again.
     *
     * @throws Refusal {@code CARD_NEEDS_NO_REMAKE}, {@code REMAKE_NO_STOCK}, {@code
     *     REMAKE_AT_BUREAU}, {@code RUN_STATE}, {@code REASON_REQUIRED}
     */
    public RunCard remake(Actor actor, RunId run, int number, String reason) {
        sight.get(actor, run);
        return sight.card(actor, run, cardDesk.remake(actor, run, number, reason));
    }

    /**
     * Closes a produced run when its plastics add up; needs RELEASE_RUN. With the order's last card
     * its account data are purged.
     *
     * @param left plastics counted at the end
     * @throws Refusal {@code RECONCILE_DOES_NOT_BALANCE}, {@code RECONCILE_CARDS_IN_DOUBT}, {@code
     *     RUN_STATE}
     */
    public ProductionRun reconcile(Actor actor, RunId run, int left) {
        sight.get(actor, run);
        closing.reconcile(actor, run, left);
        return sight.get(actor, run);
    }

    /**
     * Gives up an order's cardholders who have no card, and purges its account data; needs
     * RELEASE_RUN.
     *
     * @throws Refusal {@code ORDER_HAS_OPEN_RUNS}, {@code ORDER_CLOSED}, {@code REASON_REQUIRED}
     */
    public void closeOrder(Actor actor, CardOrderId order, String reason) {
        closing.closeOrder(actor, order, reason);
    }

    /** When a run of the order changed last; for Cardloom's own work. */
    public Optional<Instant> touched(TenantId tenant, CardOrderId order) {
        return closing.touched(tenant, order);
    }

    /**
     * Closes an open order that was placed before this moment, has no open run and none that
     * changed since, and purges its account data; for the retention clock. Safe to call at any time
     * and from any node with keys.
     *
     * @return whether it was so
     */
    public boolean expire(TenantId tenant, CardOrderId order, Instant since) {
        return closing.expire(tenant, order, since);
    }
}
