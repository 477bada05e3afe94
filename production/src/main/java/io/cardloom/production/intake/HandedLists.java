package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DropKeys;
import io.cardloom.production.vault.Deposits;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door through which cardholder lists come in: {@link #hand} seals a list as people send it,
 * {@link #take} opens, verifies and reads it where the keys are, in the same process or another. In
 * between it waits in the database, sealed to a public key of its own; who takes a list in is
 * decided by its row, and who was killed amid it leaves it to the next one. What is in clear is in
 * memory only, and no longer than a batch of rows.
 */
@Component
public class HandedLists {

    /** What fails so often fails for ever. */
    static final int MOST_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(HandedLists.class);
    private static final String PLACE = "handed";

    private final ListTaking taking;
    private final IntakeRepository rows;
    private final HandedRepository lists;
    private final ListTurns turns;
    private final IntakeSweep sweep;
    private final DropBox box;
    private final ListOpening opening;
    private final ListForms forms;
    private final Deposits deposits;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandedLists(
            ListTaking taking,
            IntakeRepository rows,
            HandedRepository lists,
            ListTurns turns,
            IntakeSweep sweep,
            DropBox box,
            ListOpening opening,
            ListForms forms,
            Deposits deposits,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.taking = taking;
        this.rows = rows;
        this.lists = lists;
        this.turns = turns;
        this.sweep = sweep;
        this.box = box;
        this.opening = opening;
        this.forms = forms;
        this.deposits = deposits;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Seals a list as it comes and has it taken in where the keys are. Needs no key of Cardloom's:
     * a process without keys cannot read again what it sealed. Not to be called inside other work.
     *
     * @param within done in the transaction by which the list is there
     * @throws Refusal {@code PERMISSION_MISSING}, {@code INTAKE_PLAIN}, {@code
     *     INTAKE_NO_CERTIFICATE}, {@code INTAKE_TOO_LARGE}; {@code HAND_IN_CLOSED} (conflict) when
     *     no worker is there, where a retry helps later. What can be told only of an opened list is
     *     in its report
     */
    public void hand(
            Actor actor, ProgramId program, CardOrderId order, ListUpload upload, Runnable within) {
        hand(actor, program, order, upload, within, ListOpening.MOST_BYTES);
    }

    void hand(
            Actor actor,
            ProgramId program,
            CardOrderId order,
            ListUpload upload,
            Runnable within,
            long most) {
        actor.require(Permission.PLACE_ORDER);
        TenantId tenant = actor.tenant();
        opening.requireWelcome(tenant, forms.inForce(tenant, program), upload.plain());
        DropKeys.Drop drop = work.apart(tenant, () -> expected(tenant, order, upload.plain()));
        boolean whole = false;
        try {
            long length = seal(tenant, order, drop.key(), upload.content(), most);
            work.run(tenant, () -> arrived(actor, program, order, length, within));
            whole = true;
        } finally {
            if (!whole) {
                work.run(tenant, () -> lists.remove(tenant, order));
            }
        }
    }

    private DropKeys.Drop expected(TenantId tenant, CardOrderId order, boolean plain) {
        DropKeyRow key = box.take(tenant, order);
        DropKeys.Drop drop = DropKeys.seal(tenant, order.value(), key.publicKey);
        lists.add(
                tenant,
                new HandedListRow(
                        tenant.value(), order.value(), key.id, drop.wrapped(), plain, now()));
        return drop;
    }

    private long seal(
            TenantId tenant, CardOrderId order, DataKey key, InputStream list, long most) {
        byte[] buffer = new byte[65_536];
        long length = 0;
        try (OutputStream out =
                key.sealing(
                        HandedPieces.to((number, piece) -> keep(tenant, order, number, piece)),
                        PLACE)) {
            for (int count = list.read(buffer); count >= 0; count = list.read(buffer)) {
                length += count;
                if (length > most) {
                    throw ListOpening.tooLarge();
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
        return length;
    }

    private void keep(TenantId tenant, CardOrderId order, int number, byte[] piece) {
        work.run(
                tenant,
                () -> {
                    lists.add(
                            tenant,
                            new HandedPieceRow(tenant.value(), order.value(), number, piece));
                    requireWanted(lists.came(tenant, order, false, now()));
                });
    }

    private void arrived(
            Actor actor, ProgramId program, CardOrderId order, long length, Runnable within) {
        TenantId tenant = actor.tenant();
        requireWanted(lists.came(tenant, order, true, now()));
        IntakeRow row =
                new IntakeRow(tenant.value(), order.value(), program.value(), length, now());
        rows.add(tenant, row);
        audit.record(
                actor,
                new AuditEntry(
                        "cardholders.handedIn",
                        order.value(),
                        null,
                        Map.of("bytes", Long.toString(length))));
        within.run();
        events.publishEvent(new ListHandedIn(tenant, order));
    }

    private static void requireWanted(boolean wanted) {
        if (!wanted) {
            throw new IllegalStateException("the list came too slowly and was given up");
        }
    }

    /**
     * Takes a list in that was handed over, from its beginning; safe to call at any time and from
     * any process with keys. Not to be called inside other work.
     *
     * @param rule of the order, asked for when the list is this process's
     * @param settle told the report inside the last transaction
     * @return whether the list is done with; else come again
     */
    public boolean take(
            TenantId tenant,
            CardOrderId order,
            Supplier<RowRule> rule,
            Consumer<IntakeReport> settle) {
        switch (turns.of(tenant, order)) {
            case ListTurns.Turn.Over() -> {
                return true;
            }
            case ListTurns.Turn.Theirs() -> {
                return false;
            }
            case ListTurns.Turn.Mine mine -> {
                sweep.lives(tenant, order);
                try {
                    take(
                            tenant,
                            order,
                            mine,
                            rule,
                            settle.andThen(r -> lists.remove(tenant, order)));
                } finally {
                    sweep.gone(tenant, order);
                }
                box.spent(tenant, order);
                return true;
            }
        }
    }

    private void take(
            TenantId tenant,
            CardOrderId order,
            ListTurns.Turn.Mine mine,
            Supplier<RowRule> rule,
            Consumer<IntakeReport> settle) {
        Actor actor = Actor.system(tenant, "intake");
        try {
            if (mine.cancelled()) {
                throw ListTaking.stopped();
            }
            if (mine.fence() > MOST_ATTEMPTS) {
                taking.forget(tenant, order, mine.fence(), IntakeReport.interrupted(), settle);
                return;
            }
            deposits.discard(tenant, order);
            ReceivedList list = opened(tenant, order, mine);
            try (list) {
                taking.stage(tenant, list);
                taking.take(actor, list, rule.get(), settle);
            }
        } catch (Refusal e) {
            LOG.debug("The list of order {} is refused: {}", order, e.code());
            taking.forget(
                    tenant,
                    order,
                    mine.fence(),
                    IntakeReport.refused(e.code(), e.sentence()),
                    settle);
        }
    }

    private ReceivedList opened(TenantId tenant, CardOrderId order, ListTurns.Turn.Mine mine) {
        HandedListRow row =
                work.read(tenant, () -> lists.find(tenant, order))
                        .orElseThrow(() -> new IllegalStateException("a list without its pieces"));
        DataKey key =
                box.open(tenant, row)
                        .orElseThrow(
                                () ->
                                        Refusal.conflict(
                                                "HAND_IN_KEY_GONE",
                                                "The key that this list was handed in with is not"
                                                        + " there any more, as after a backup was"
                                                        + " restored. Send the list again for a new"
                                                        + " order."));
        try (InputStream sent =
                key.opening(
                        HandedPieces.from(
                                n -> work.read(tenant, () -> lists.piece(tenant, order, n))),
                        PLACE)) {
            return taking.open(
                    tenant, mine.program(), order, new ListUpload(sent, row.plain), mine.fence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
