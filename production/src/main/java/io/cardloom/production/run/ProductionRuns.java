package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to production runs. */
@Component
public class ProductionRuns {

    /**
     * Newest first: all for the issuer's people, their own programs' or bureau's for the others.
     */
    public List<ProductionRun> list(Actor actor, int offset, int limit) {
        throw new IllegalStateException("not built yet");
    }

    public long count(Actor actor) {
        throw new IllegalStateException("not built yet");
    }

    public List<ProductionRun> ofOrder(Actor actor, CardOrderId order) {
        throw new IllegalStateException("not built yet");
    }

    public ProductionRun get(Actor actor, RunId run) {
        throw new IllegalStateException("not built yet");
    }

    /** By number. */
    public List<RunCard> cards(Actor actor, RunId run, int offset, int limit) {
        throw new IllegalStateException("not built yet");
    }

    public long countCards(Actor actor, RunId run) {
        throw new IllegalStateException("not built yet");
    }

    /** Plans the run of one occurrence, once; empty when no cardholder of the order is left. */
    public Optional<RunId> plan(TenantId tenant, PlannedRun plan) {
        throw new IllegalStateException("not built yet");
    }

    /** Releases a planned run with the plastics counted out for it. */
    public ProductionRun release(Actor actor, RunId run, int stock) {
        throw new IllegalStateException("not built yet");
    }

    public ProductionRun hold(Actor actor, RunId run, String reason) {
        throw new IllegalStateException("not built yet");
    }

    public ProductionRun resume(Actor actor, RunId run) {
        throw new IllegalStateException("not built yet");
    }

    public ProductionRun cancel(Actor actor, RunId run, String reason) {
        throw new IllegalStateException("not built yet");
    }

    /** Takes a moving run as far as it goes; says when to come again, empty when it rests. */
    public Optional<Instant> advance(TenantId tenant, RunId run) {
        throw new IllegalStateException("not built yet");
    }

    /** Says what became of a card in doubt. */
    public ProductionRun resolve(
            Actor actor, RunId run, int number, Resolution resolution, String reason) {
        throw new IllegalStateException("not built yet");
    }

    /** Adds a new card for the cardholder of a spoiled, destroyed or refused one. */
    public RunCard remake(Actor actor, RunId run, int number, String reason) {
        throw new IllegalStateException("not built yet");
    }

    /** Closes a produced run when its plastics add up, and purges what is no longer needed. */
    public ProductionRun reconcile(Actor actor, RunId run, int left) {
        throw new IllegalStateException("not built yet");
    }
}
