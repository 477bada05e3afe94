package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes opened lists in: the intent, the rows in batches, and one last commit or none. */
@Component
class ListTaking {

    private final AccountVault vault;
    private final IntakeRepository rows;
    private final IntakeSweep sweep;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListTaking(
            AccountVault vault,
            IntakeRepository rows,
            IntakeSweep sweep,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.vault = vault;
        this.rows = rows;
        this.sweep = sweep;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** As {@link Intake#stage}. */
    void stage(Actor actor, ReceivedList list) {
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    vault.stage(list.deposit(), list.signer());
                    if (list.handed()) {
                        opened(tenant, list);
                        return;
                    }
                    rows.add(
                            tenant,
                            new IntakeRow(
                                    tenant.value(),
                                    list.order().value(),
                                    list.deposit().program().value(),
                                    list.spool().length(),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
                    sweep.lives(tenant, list.order());
                });
    }

    private void opened(TenantId tenant, ReceivedList list) {
        if (!rows.opened(tenant, list.order(), list.fence(), list.spool().length())) {
            throw lost();
        }
    }

    /** As {@link Intake#take}. */
    IntakeReport take(Actor actor, ReceivedList list, RowRule rule, Consumer<IntakeReport> settle) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a list is taken in by transactions of its own");
        }
        TenantId tenant = actor.tenant();
        try (list) {
            Findings findings = reading(tenant, list, rule).read();
            boolean accepted = isAccepted(findings, list);
            IntakeReport report = findings.report(accepted ? list.deposit().size() : 0);
            if (accepted) {
                work.run(tenant, () -> keep(actor, list, report, settle));
            } else {
                forget(tenant, list.order(), list.fence(), report, settle);
            }
            return report;
        } catch (Refusal e) {
            forget(
                    tenant,
                    list.order(),
                    list.fence(),
                    IntakeReport.refused(e.code(), e.sentence()),
                    settle);
            throw e;
        } catch (IOException e) {
            interrupted(tenant, list, settle);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            interrupted(tenant, list, settle);
            throw e;
        } finally {
            sweep.gone(tenant, list.order());
        }
    }

    /** A list that was handed over is there still, and is taken in again. */
    private void interrupted(TenantId tenant, ReceivedList list, Consumer<IntakeReport> settle) {
        if (!list.handed()) {
            forget(tenant, list.order(), 0, IntakeReport.interrupted(), settle);
        }
    }

    private ListReading reading(TenantId tenant, ReceivedList list, RowRule rule) {
        return new ListReading(
                list.form(),
                list.tracks(),
                list.spool()::open,
                YearMonth.now(clock),
                rule,
                (batch, findings, bytes) ->
                        vault.store(
                                list.deposit(), batch, () -> move(tenant, list, findings, bytes)));
    }

    private void move(TenantId tenant, ReceivedList list, Findings findings, long bytes) {
        CardOrderId order = list.order();
        boolean alive =
                rows.moved(
                        tenant,
                        order,
                        list.fence(),
                        findings.rows(),
                        findings.wrongRows(),
                        bytes,
                        clock.instant());
        if (!alive || rows.isCancelled(tenant, order)) {
            throw stopped();
        }
        events.publishEvent(new IntakeMoved(tenant, order));
    }

    /** Somebody asked to stop it, or took it for dead. */
    static Refusal stopped() {
        return Refusal.conflict(
                "INTAKE_CANCELLED",
                "The taking in of the list was stopped; nothing of it was kept.");
    }

    private static IllegalStateException lost() {
        return new IllegalStateException("another process has taken the list over");
    }

    private static boolean isAccepted(Findings findings, ReceivedList list) {
        return !findings.isUnreadable()
                && list.deposit().size() > 0
                && (findings.errorCount() == 0 || list.form().badRows() == BadRows.LEAVE_OUT);
    }

    private void keep(
            Actor actor, ReceivedList list, IntakeReport report, Consumer<IntakeReport> settle) {
        vault.accept(list.deposit());
        if (!rows.remove(actor.tenant(), list.order(), list.fence()) && list.handed()) {
            throw lost();
        }
        audit.record(
                actor,
                new AuditEntry(
                        "cardholders.received",
                        list.order().value(),
                        null,
                        Map.of(
                                "rows", Integer.toString(report.accepted()),
                                "leftOut", Integer.toString(report.rows() - report.accepted()),
                                "transliterated", Integer.toString(report.noticeCount()),
                                "form", list.form().file().words(),
                                "signer", list.signer().isEmpty() ? "plain" : list.signer())));
        settle.accept(report);
    }

    /** The intent goes with the settlement, so that nothing is forgotten without being told. */
    void forget(
            TenantId tenant,
            CardOrderId order,
            int fence,
            IntakeReport report,
            Consumer<IntakeReport> settle) {
        if (fence > 0 && !work.read(tenant, () -> rows.isHeld(tenant, order, fence))) {
            return;
        }
        vault.discard(tenant, order);
        work.run(
                tenant,
                () -> {
                    if (rows.remove(tenant, order, fence)) {
                        settle.accept(report);
                    }
                });
    }
}
