package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DropKeys;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.production.role.WorkerChore;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has a public key ready for every list that is handed over. A worker makes some in advance; each
 * is taken once, and its private half is destroyed when its list is done with.
 */
@Component
class DropBox implements WorkerChore {

    /** How many lists of an issuer may be handed over before a worker comes by. */
    static final int READY = 16;

    /** Longer than a list is on its way between the taking of its key and its first row. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final HandedRepository rows;
    private final DropKeys keys;
    private final ProcessRole role;
    private final TenantWork work;
    private final Clock clock;

    DropBox(HandedRepository rows, DropKeys keys, ProcessRole role, TenantWork work, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.role = role;
        this.work = work;
        this.clock = clock;
    }

    /**
     * The key for this order's list, with the surrounding work that writes the list down.
     *
     * @throws Refusal {@code HAND_IN_CLOSED} (conflict) when none is ready; a retry helps as soon
     *     as a worker runs
     */
    DropKeyRow take(TenantId tenant, CardOrderId order) {
        if (role.holdsKeys()) {
            return make(tenant, order.value());
        }
        return work.call(
                tenant,
                () -> {
                    DropKeyRow row = rows.holdKey(tenant).orElseThrow(DropBox::closed);
                    row.orderId = order.value();
                    return row;
                });
    }

    private DropKeyRow make(TenantId tenant, @Nullable String order) {
        String id = Identifier.next("drp", clock);
        byte[] open = keys.make(tenant, id);
        return work.call(
                tenant,
                () -> {
                    DropKeyRow row =
                            new DropKeyRow(
                                    tenant.value(),
                                    id,
                                    open,
                                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                                    order);
                    rows.add(tenant, row);
                    return row;
                });
    }

    /** What opens a list; empty when its pair was destroyed. */
    Optional<DataKey> open(TenantId tenant, HandedListRow list) {
        return keys.open(tenant, list.keyId, list.orderId, list.wrappedKey);
    }

    /** Destroys the key of a list that is done with; nothing happens while the list is there. */
    void spent(TenantId tenant, CardOrderId order) {
        work.read(
                        tenant,
                        () ->
                                rows.find(tenant, order).isPresent()
                                        ? Optional.<DropKeyRow>empty()
                                        : rows.key(tenant, order))
                .ifPresent(row -> destroy(tenant, row));
    }

    private void destroy(TenantId tenant, DropKeyRow row) {
        keys.destroy(tenant, row.id);
        work.run(tenant, () -> rows.removeKey(tenant, row.id));
    }

    /** Destroys the keys of lists that are gone, such as those of a process that was killed. */
    void sweep(TenantId tenant) {
        List<DropKeyRow> left =
                work.read(tenant, () -> rows.spentKeys(tenant, clock.instant().minus(UNUSED)));
        left.forEach(row -> destroy(tenant, row));
    }

    @Override
    public void round(TenantId tenant) {
        long ready = work.read(tenant, () -> rows.waitingKeys(tenant));
        for (long i = ready; i < READY; i++) {
            make(tenant, null);
        }
    }

    private static Refusal closed() {
        return Refusal.conflict(
                "HAND_IN_CLOSED",
                "Lists cannot be taken in at the moment: no worker is there to receive them. Try"
                        + " again in a minute; if it stays so, tell whoever runs Cardloom.");
    }
}
