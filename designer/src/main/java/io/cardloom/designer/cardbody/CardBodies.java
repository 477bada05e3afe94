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
    private final Clock clock;

    CardBodies(CardBodyRepository repository, TenantWork work, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the wish as the newest version of its card body: version 1 for an id that is new to the
     * tenant, the next number otherwise; the wish's own number does not matter. A wish that draws
     * what the newest version draws already makes no new one, and only counts the stock anew.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer; {@code
     *     CARD_BODY_CONFIGURED_MEANWHILE} (conflict) when somebody else configured the same new
     *     body in the same moment, where a retry helps; {@code NOT_FOUND} when the id is not the
     *     tenant's to use
     */
    public CardBody configure(Actor actor, CardBody wish) {
        actor.require(Permission.ADMINISTER);
        try {
            return work.call(actor.tenant(), () -> keep(actor, wish));
        } catch (DataIntegrityViolationException e) {
            get(actor.tenant(), wish.id());
            throw Refusal.conflict(
                    "CARD_BODY_CONFIGURED_MEANWHILE",
                    "Somebody else configured this card body in the same moment; look at it and"
                            + " try again.");
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
        CardBody same = wish.withVersion(newest);
        String kept =
                repository
                        .version(tenant, wish.id(), newest)
                        .map(CardBodyJson::write)
                        .orElseThrow(() -> new IllegalStateException("a head without its version"));
        if (kept.equals(CardBodyJson.write(same))) {
            return count(actor, same, head.get().stock);
        }
        CardBody next = wish.withVersion(newest + 1);
        repository.addVersion(tenant, next);
        repository.moveHead(tenant, next);
        record(actor, "cardbody.configured", next);
        return next;
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
