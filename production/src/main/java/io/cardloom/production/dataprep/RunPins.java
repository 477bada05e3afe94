package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
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
import java.util.Collections;
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
     *     alone a cardholder learns a drawn PIN; {@code PIN_DRAWN_LONGER_OR_SHORTER} (conflict);
     *     {@code KEY_MISSING} (conflict)
     */
    void ready(TenantId tenant, RunOrder order) {
        ProgramId program = vault.program(tenant, order.order());
        PinRule rule = formats.find(tenant, program).pins();
        if (rule.origin() != PinOrigin.DRAWN) {
            return;
        }
        if (mailers.find(tenant, program).isEmpty()) {
            throw Refusal.conflict(
                    "PIN_UNTOLD",
                    "The program's PINs are drawn, and no cardholder would learn one: switch its"
                            + " PIN mailers on, or make its PINs natural ones.");
        }
        requireLength(tenant, order.order(), rule.digits());
        TreeSet<Integer> rows = new TreeSet<>();
        order.cards().forEach(card -> rows.add(card.rowNumber()));
        while (!rows.isEmpty()) {
            int first = rows.first();
            Set<Integer> batch = rows.headSet(first + BATCH);
            draw(tenant, order.order(), rule.digits(), batch);
            batch.clear();
        }
    }

    /** Another run of the order may draw at the same moment: its PINs hold then. */
    private void draw(TenantId tenant, CardOrderId order, int digits, Set<Integer> rows) {
        try {
            work.run(tenant, () -> drawMissing(tenant, order, digits, rows));
        } catch (DataIntegrityViolationException e) {
            work.run(tenant, () -> drawMissing(tenant, order, digits, rows));
        }
    }

    /** One that is drawn keeps its length, and a track's offset has that of the PIN. */
    private void requireLength(TenantId tenant, CardOrderId order, int digits) {
        work.read(tenant, () -> repository.lengths(tenant, order)).stream()
                .filter(drawn -> drawn != digits)
                .findFirst()
                .ifPresent(
                        drawn -> {
                            throw Refusal.conflict(
                                    "PIN_DRAWN_LONGER_OR_SHORTER",
                                    "PINs of this order were drawn with "
                                            + drawn
                                            + " digits, and the program's have "
                                            + digits
                                            + " now. Give the program that length again to prepare"
                                            + " this order, or place a new one.");
                        });
    }

    private void drawMissing(TenantId tenant, CardOrderId order, int digits, Set<Integer> rows) {
        int first = Collections.min(rows);
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
                                                digits,
                                                key.seal(
                                                        session.drawn(
                                                                        record.getValue().pan(),
                                                                        digits)
                                                                .bytes(),
                                                        place(record.getKey()))))
                        .toList());
    }

    /** The PINs of a run that is {@link #ready}. */
    CardPins of(TenantId tenant, RunOrder order) {
        PinRule rule = formats.find(tenant, vault.program(tenant, order.order())).pins();
        return rule.origin() == PinOrigin.DRAWN
                ? new Drawn(tenant, order.order(), key(tenant, order.order()))
                : CardPins.natural(rule);
    }

    /** The same for cards of no order: drawn ones are forgotten with the sample. */
    CardPins samples(TenantId tenant, ProgramId program) {
        PinRule rule = formats.find(tenant, program).pins();
        if (rule.origin() != PinOrigin.DRAWN) {
            return CardPins.natural(rule);
        }
        Map<Integer, SealedPin> drawn = new HashMap<>();
        return (card, session) ->
                drawn.computeIfAbsent(
                        card.slot().rowNumber(),
                        number -> session.drawn(card.record().pan(), rule.digits()));
    }

    /** With the purge of an order, in its work. */
    void forget(TenantId tenant, CardOrderId order) {
        repository.delete(tenant, order);
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
