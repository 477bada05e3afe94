package io.cardloom.production.emv;

import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The door of the pool of card key pairs: they take long to make, so they are made in idle time,
 * rest sealed, and are used exactly once.
 */
@Component
public class IccKeys {

    private static final int EXPONENT = 3;

    private final ChipKeystore keystore;
    private final IccKeyRepository repository;
    private final TenantWork work;
    private final Clock clock;

    IccKeys(ChipKeystore keystore, IccKeyRepository repository, TenantWork work, Clock clock) {
        this.keystore = keystore;
        this.repository = repository;
        this.work = work;
        this.clock = clock;
    }

    /** How many key pairs of this length are ready to be taken. */
    public int ready(TenantId tenant, int bits) {
        return work.read(tenant, () -> Math.toIntExact(repository.ready(tenant, bits)));
    }

    /**
     * Makes key pairs until so many are ready; each is kept by a piece of work of its own, so that
     * whoever stops in between loses one at most. Ends early when its thread is interrupted.
     *
     * @return how many were made
     */
    public int fill(TenantId tenant, int bits, int wanted) {
        ChipSecurity session = keystore.session(tenant);
        int made = 0;
        while (!Thread.currentThread().isInterrupted() && ready(tenant, bits) < wanted) {
            String id = Identifier.next("ick", clock);
            SealedIccKey key = session.newIccKey(bits, id);
            work.apart(
                    tenant,
                    () -> {
                        repository.add(
                                tenant, new IccKeyRow(id, tenant.value(), key, clock.instant()));
                        return true;
                    });
            made++;
        }
        return made;
    }

    /**
     * Takes one key pair for each card, in the surrounding work: if that falls, they are back in
     * the pool; if it stands, their private halves are gone from the pool for good. Others who take
     * at the same time get other keys and do not wait.
     *
     * @param cards a name for each card that names it once and for all, without account data
     * @return in the order of the cards
     * @throws Refusal {@code ICC_KEY_TAKEN} (conflict) when a card has a key already; {@code
     *     ICC_KEYS_MISSING} (conflict) when fewer are ready, where a retry helps once there are
     *     more
     */
    public List<TakenIccKey> take(TenantId tenant, int bits, List<String> cards) {
        return work.call(
                tenant,
                () -> {
                    if (!repository.served(tenant, cards).isEmpty()) {
                        throw Refusal.conflict(
                                "ICC_KEY_TAKEN",
                                "A card of the run has a chip key already; a card never gets a"
                                        + " second one. Make a remake, which is a new card.");
                    }
                    List<IccKeyRow> rows = repository.hold(tenant, bits, cards.size());
                    if (rows.size() < cards.size()) {
                        throw Refusal.conflict(
                                "ICC_KEYS_MISSING",
                                "The pool holds fewer chip keys than the run has cards. Let it be"
                                        + " filled, then try again.");
                    }
                    List<TakenIccKey> taken = new ArrayList<>(rows.size());
                    for (int i = 0; i < rows.size(); i++) {
                        taken.add(taken(rows.get(i), cards.get(i)));
                    }
                    repository.give(tenant, rows);
                    return taken;
                });
    }

    private TakenIccKey taken(IccKeyRow row, String card) {
        SealedIccKey key =
                new SealedIccKey(
                        new ChipPublicKey(new BigInteger(1, row.modulus), EXPONENT),
                        Objects.requireNonNull(row.sealed));
        row.sealed = null;
        row.card = card;
        row.takenAt = clock.instant();
        return new TakenIccKey(row.id, key);
    }
}
