package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.verification.SealedPin;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The PINs of an order's cards. One that is drawn is drawn once for a record and rests with it,
 * sealed by the port of the PIN keys, and that once more under the order's data key: whatever is
 * prepared of the record, and however often, has the same PIN, and after the purge it opens for
 * nobody.
 */
@Component
class RunPins {

    private static final int BATCH = 500;
    private static final int DIGITS = 4;

    private final AccountVault vault;
    private final StripeFormats formats;
    private final PinMailers mailers;
    private final PinKeys pinKeys;
    private final DataKeys dataKeys;
    private final CardPinRepository repository;
    private final TenantWork work;

    RunPins(
            AccountVault vault,
            StripeFormats formats,
            PinMailers mailers,
            PinKeys pinKeys,
            DataKeys dataKeys,
            CardPinRepository repository,
            TenantWork work) {
        this.vault = vault;
        this.formats = formats;
        this.mailers = mailers;
        this.pinKeys = pinKeys;
        this.dataKeys = dataKeys;
        this.repository = repository;
        this.work = work;
    }

    /**
     * Draws the PINs that a run needs and that are not drawn yet; nothing where they are natural.
     * Not to be called inside other work.
     *
     * @throws Refusal {@code PIN_UNTOLD} (conflict) when the program has no PIN mailers, by which
     *     alone a cardholder learns a drawn PIN; {@code KEY_MISSING} (conflict)
     */
    void ready(TenantId tenant, RunOrder order) {
        ProgramId program = vault.program(tenant, order.order());
        if (!areDrawn(tenant, program)) {
            return;
        }
        if (mailers.find(tenant, program).isEmpty()) {
            throw Refusal.conflict(
                    "PIN_UNTOLD",
                    "The program's PINs are drawn, and no cardholder would learn one: switch its"
                            + " PIN mailers on, or make its PINs natural ones.");
        }
        TreeSet<Integer> rows = new TreeSet<>();
        order.cards().forEach(card -> rows.add(card.rowNumber()));
        while (!rows.isEmpty()) {
            int first = rows.first();
            Set<Integer> batch = rows.headSet(first + BATCH);
            draw(tenant, order.order(), first, batch);
            batch.clear();
        }
    }

    /** Another run of the order may draw at the same moment: its PINs hold then. */
    private void draw(TenantId tenant, CardOrderId order, int first, Set<Integer> rows) {
        try {
            work.run(tenant, () -> drawMissing(tenant, order, first, rows));
        } catch (DataIntegrityViolationException e) {
            work.run(tenant, () -> drawMissing(tenant, order, first, rows));
        }
    }

    private void drawMissing(TenantId tenant, CardOrderId order, int first, Set<Integer> rows) {
        List<Integer> missing = new ArrayList<>(rows);
        missing.removeAll(repository.find(tenant, order, first, first + BATCH - 1).keySet());
        if (missing.isEmpty()) {
            return;
        }
        Map<Integer, AccountRecord> records = vault.open(tenant, order, missing);
        DataKey key = key(tenant, order);
        PinKeys.Session session = pinKeys.session(tenant, vault.program(tenant, order));
        repository.add(
                tenant,
                records.entrySet().stream()
                        .map(
                                record ->
                                        new CardPinRow(
                                                tenant.value(),
                                                order.value(),
                                                record.getKey(),
                                                key.seal(
                                                        session.drawn(
                                                                        record.getValue().pan(),
                                                                        DIGITS)
                                                                .bytes(),
                                                        place(record.getKey()))))
                        .toList());
    }

    /** The PINs of a run that is {@link #ready}. */
    CardPins of(TenantId tenant, RunOrder order) {
        return areDrawn(tenant, vault.program(tenant, order.order()))
                ? new Drawn(tenant, order.order(), key(tenant, order.order()))
                : CardPins.NATURAL;
    }

    /** The same for cards of no order: drawn ones are forgotten with the sample. */
    CardPins samples(TenantId tenant, ProgramId program) {
        if (!areDrawn(tenant, program)) {
            return CardPins.NATURAL;
        }
        Map<Integer, SealedPin> drawn = new HashMap<>();
        return (card, session) ->
                drawn.computeIfAbsent(
                        card.slot().rowNumber(),
                        number -> session.drawn(card.record().pan(), DIGITS));
    }

    /** With the purge of an order, in its work. */
    void forget(TenantId tenant, CardOrderId order) {
        repository.delete(tenant, order);
    }

    private boolean areDrawn(TenantId tenant, ProgramId program) {
        return formats.find(tenant, program).pins() == PinOrigin.DRAWN;
    }

    private DataKey key(TenantId tenant, CardOrderId order) {
        vault.require(tenant, order);
        return dataKeys.find(tenant, order.value())
                .orElseThrow(() -> Refusal.notFound("key of the order"));
    }

    private static String place(int number) {
        return "pin/" + number;
    }

    /** Reads them a batch at a time. */
    private final class Drawn implements CardPins {

        private final TenantId tenant;
        private final CardOrderId order;
        private final DataKey key;
        private Map<Integer, byte[]> batch = Map.of();

        Drawn(TenantId tenant, CardOrderId order, DataKey key) {
            this.tenant = tenant;
            this.order = order;
            this.key = key;
        }

        @Override
        public SealedPin of(CardDeck.Card<AccountRecord> card, PinKeys.Session session) {
            int number = card.slot().rowNumber();
            if (!batch.containsKey(number)) {
                batch =
                        work.read(
                                tenant,
                                () -> repository.find(tenant, order, number, number + BATCH - 1));
            }
            byte[] sealed = batch.get(number);
            if (sealed == null) {
                throw Refusal.notFound("drawn PIN");
            }
            return new SealedPin(key.open(sealed, place(number)));
        }
    }
}
