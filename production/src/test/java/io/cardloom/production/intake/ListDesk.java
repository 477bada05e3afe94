package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.vault.Deposits;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands lists in and takes them in by hand, for tests: it tells no scheduler, so that the test is
 * the one that comes by.
 */
@Component
public class ListDesk {

    final HandedLists handed;

    ListDesk(
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
            Clock clock) {
        handed =
                new HandedLists(
                        taking,
                        rows,
                        lists,
                        turns,
                        sweep,
                        box,
                        opening,
                        forms,
                        deposits,
                        work,
                        audit,
                        event -> {},
                        clock);
    }

    void hand(Actor actor, ProgramId program, CardOrderId order, ListUpload upload) {
        handed.hand(actor, program, order, upload, () -> {});
    }

    /**
     * What becomes of a list that was handed in.
     *
     * @throws IllegalStateException when another process has it
     */
    IntakeReport take(TenantId tenant, CardOrderId order, RowRule rule) {
        AtomicReference<@Nullable IntakeReport> told = new AtomicReference<>();
        boolean over = handed.take(tenant, order, () -> rule, told::set);
        IntakeReport report = told.get();
        if (!over || report == null) {
            throw new IllegalStateException("the list is not this test's");
        }
        return report;
    }

    /**
     * Both at once.
     *
     * @throws Refusal also what the report says of a list that was refused as a whole, of which no
     *     row was read
     */
    public IntakeReport receive(
            Actor actor, ProgramId program, CardOrderId order, ListUpload upload, RowRule rule) {
        hand(actor, program, order, upload);
        IntakeReport report = take(actor.tenant(), order, rule);
        if (report.rows() == 0 && report.errors().getFirst().code().startsWith("INTAKE_")) {
            throw Refusal.invalid(
                    report.errors().getFirst().code(), report.errors().getFirst().sentence());
        }
        return report;
    }

    /** The same for a list that the issuer signed and encrypted. */
    public IntakeReport receive(Actor actor, ProgramId program, CardOrderId order, byte[] sealed) {
        return receive(
                actor,
                program,
                order,
                ListUpload.sealed(new ByteArrayInputStream(sealed)),
                RowRule.NONE);
    }
}
