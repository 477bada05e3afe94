package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door of the card bodies. A version, once configured, never changes; what is frozen on it
 * stays readable by its number.
 */
@Component
public class CardBodies {

    private final CardBodyRepository repository;
    private final TenantWork work;
    private final AuditTrail audit;
    private final CardBodyUses uses;
    private final Clock clock;

    CardBodies(
            CardBodyRepository repository,
            TenantWork work,
            AuditTrail audit,
            CardBodyUses uses,
            Clock clock) {
        this.repository = repository;
        this.uses = uses;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the wish as the newest version of its card body: version 1 for an id that is new to the
     * tenant, the next number otherwise. A wish that draws what the newest version draws already
     * makes no new one, and only counts the stock anew.
     *
     * @param wish with the number of the version that it changes; 0 or 1 for a new card body
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer; {@code
     *     CARD_BODY_CONFIGURED_MEANWHILE} (conflict) when there is a newer version than the one
     *     that the wish changes, where looking at it and trying again helps; {@code
     *     CARD_BODY_OUTLINE_IN_USE} (conflict) when designs stand on the body and its edges or
     *     corners would change; {@code NOT_FOUND} when the id is not the tenant's to use
     */
    public CardBody configure(Actor actor, CardBody wish) {
        actor.require(Permission.ADMINISTER);
        try {
            return work.call(actor.tenant(), () -> keep(actor, wish));
        } catch (DataIntegrityViolationException e) {
            get(actor.tenant(), wish.id());
            throw meanwhile();
        }
    }

    private CardBody keep(Actor actor, CardBody wish) {
        TenantId tenant = actor.tenant();
        Optional<CardBodyRow> head = repository.hold(tenant, wish.id());
        if (head.isEmpty()) {
            CardBody first = wish.withVersion(1);
            repository.addHead(tenant, first);
            repository.addVersion(tenant, first);
            record(actor, "cardbody.configured", first);
            return first;
        }
        int newest = head.get().newestVersion;
        if (wish.version() != newest) {
            throw meanwhile();
        }
        CardBody same = wish.withVersion(newest);
        CardBody kept =
                repository
                        .version(tenant, wish.id(), newest)
                        .orElseThrow(() -> new IllegalStateException("a head without its version"));
        if (CardBodyJson.write(kept).equals(CardBodyJson.write(same))) {
            return count(actor, same, head.get().stock);
        }
        if (!kept.outlinedAs(wish) && uses.stand(tenant, wish.id())) {
            throw Refusal.conflict(
                    "CARD_BODY_OUTLINE_IN_USE",
                    "Designs stand on this card body, so that its size, orientation and corners"
                            + " stay; add a card body of its own for another outline.");
        }
        CardBody next = wish.withVersion(newest + 1);
        repository.addVersion(tenant, next);
        repository.moveHead(tenant, next);
        record(actor, "cardbody.configured", next);
        return next;
    }

    private static Refusal meanwhile() {
        return Refusal.conflict(
                "CARD_BODY_CONFIGURED_MEANWHILE",
                "Somebody else configured this card body meanwhile; look at it and try again.");
    }

    private CardBody count(Actor actor, CardBody counted, long before) {
        if (counted.stock() != before) {
            repository.moveHead(actor.tenant(), counted);
            record(actor, "cardbody.restocked", counted);
        }
        return counted;
    }

    /**
     * Counts the blank cards on hand anew; makes no new version and voids no approval.
     *
     * @throws Refusal {@code PERMISSION_MISSING}, {@code NOT_FOUND}, or {@code CARD_BODY_STOCK} for
     *     a count below 0
     */
    public CardBody restock(Actor actor, CardBodyId id, long stock) {
        actor.require(Permission.ADMINISTER);
        CardBodyLimits.stock(stock);
        return work.call(
                actor.tenant(),
                () -> {
                    CardBodyRow head =
                            repository.hold(actor.tenant(), id).orElseThrow(CardBodies::unknown);
                    CardBody newest =
                            repository
                                    .version(actor.tenant(), id, head.newestVersion)
                                    .orElseThrow(CardBodies::unknown);
                    return count(actor, newest.withStock(stock), head.stock);
                });
    }

    private void record(Actor actor, String action, CardBody body) {
        audit.record(
                actor,
                new AuditEntry(
                        action,
                        body.id().value(),
                        null,
                        Map.of(
                                "name", body.name(),
                                "version", Integer.toString(body.version()),
                                "stock", Long.toString(body.stock()))));
    }

    /**
     * The newest version of each card body of the tenant, by name; needs the right to see designs.
     */
    public List<CardBody> list(Actor actor) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(actor.tenant(), () -> repository.all(actor.tenant()));
    }

    /**
     * The newest version.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has none by this id
     */
    public CardBody get(TenantId tenant, CardBodyId id) {
        return work.read(
                tenant, () -> repository.newest(tenant, id).orElseThrow(CardBodies::unknown));
    }

    /**
     * One version, as a frozen revision names it; its stock is what is on hand now.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has no such version
     */
    public CardBody get(TenantId tenant, CardBodyId id, int version) {
        return work.read(
                tenant,
                () -> repository.version(tenant, id, version).orElseThrow(CardBodies::unknown));
    }

    private static Refusal unknown() {
        return Refusal.notFound("card body");
    }

    /**
     * Six card bodies of the trade to start from, each call with new ids, so that configuring one
     * always begins a body of the tenant's own.
     */
    public List<CardBody> presets() {
        return CardBodyPresets.all(() -> CardBodyId.next(clock));
    }

    /** A zone of this kind where ID-1 cards held lengthwise usually have it; to begin with. */
    public static Zone usual(ZoneKind kind) {
        return CardBodyPresets.usual(kind);
    }

    /** The canonical JSON (RFC 8785) of a version; stock is left out, because it is no drawing. */
    public static String toJson(CardBody body) {
        return CardBodyJson.write(body);
    }

    /**
     * Reads {@link #toJson}; the stock of what comes back is 0.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static CardBody fromJson(String json) {
        return CardBodyJson.read(json);
    }
}
