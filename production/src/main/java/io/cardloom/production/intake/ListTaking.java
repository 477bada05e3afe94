package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.DocumentPrograms;
import io.cardloom.production.intake.form.BadRows;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.vault.Deposit;
import io.cardloom.production.vault.Deposits;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes opened lists in: the intent, the rows in batches, and one last commit or none. */
@Component
class ListTaking {

    private final ListOpening opening;
    private final ListForms forms;
    private final DocumentPrograms documents;
    private final IntakeFolder folder;
    private final Deposits deposits;
    private final IntakeRepository rows;
    private final IntakeSweep sweep;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListTaking(
            ListOpening opening,
            ListForms forms,
            DocumentPrograms documents,
            IntakeFolder folder,
            Deposits deposits,
            IntakeRepository rows,
            IntakeSweep sweep,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opening = opening;
        this.forms = forms;
        this.documents = documents;
        this.folder = folder;
        this.deposits = deposits;
        this.rows = rows;
        this.sweep = sweep;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Reads a list to its end. */
    interface Reading {
        Findings read() throws IOException;
    }

    /**
     * Opens a list, verifies it and seals it on the disk; reads none of its rows. Nothing of it is
     * believed before the cipher's tag and the signature are good.
     *
     * @param program whose list form says how rows are read, and within which an account number
     *     with its sequence number may be in production once; of a program that carries identity
     *     documents a list of those, see docs/document-lists.md
     * @param order whose cards these are; it may have one list
     * @param upload CMS (RFC 5652, 5083) with AES-256 in CBC or GCM of SignedData, as DER or PEM;
     *     OpenPGP (RFC 4880, 9580), signed, encrypted with AES-256 and integrity protected; or the
     *     plain list, where the program's list form allows it. At most 512 MiB, 1 GiB unpacked
     * @param fence with which number this process began with the list
     * @throws Refusal {@code INTAKE_PLAIN} when the program takes no plain lists; {@code
     *     INTAKE_NO_CERTIFICATE} when nothing is registered with which the issuer signs; {@code
     *     INTAKE_TOO_LARGE}, {@code INTAKE_NOT_CMS}, {@code INTAKE_CIPHER}, {@code
     *     INTAKE_NOT_FOR_US}, {@code INTAKE_SIGNER_UNKNOWN}, {@code INTAKE_NOT_GENUINE}
     */
    ReceivedList open(
            TenantId tenant, ProgramId program, CardOrderId order, ListUpload upload, int fence) {
        ListForm form = forms.inForce(tenant, program);
        DocumentProgram carried = documents.inForce(tenant, program).orElse(null);
        Deposit deposit =
                deposits.begin(tenant, order, program, carried == null ? null : carried.id());
        Spool spool = folder.spool(tenant, order, deposit.key());
        boolean whole = false;
        try {
            String signer = opening.open(tenant, form, upload, spool);
            whole = true;
            return new ReceivedList(
                    deposit, spool, form, forms.tracks(tenant, program), carried, signer, fence);
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    /**
     * Writes down that an opened list is being taken in.
     *
     * @throws Refusal {@code INTAKE_MEANWHILE} (conflict) when the order has a list already
     */
    void stage(TenantId tenant, ReceivedList list) {
        work.run(
                tenant,
                () -> {
                    deposits.stage(list.deposit(), list.signer());
                    if (!rows.opened(tenant, list.order(), list.fence(), list.spool().length())) {
                        throw lost();
                    }
                });
    }

    /**
     * Reads a staged list, checks every row and keeps the good ones sealed. Records are staged in
     * batches and become the order's in one last transaction; with an error that is the whole
     * list's, with a wrong row where the list form says to hold the file, and when it is cancelled
     * nothing is kept. A fault of ours leaves the list to be taken in again. Not to be called
     * inside other work.
     *
     * @param rule a row whose record breaks it is a wrong row
     * @param settle told the report inside the last transaction
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA} when the list holds PINs, verification values
     *     or tracks that the program's list form does not name; {@code INTAKE_CANCELLED}
     *     (conflict). The list is to be forgotten then
     */
    void take(Actor actor, ReceivedList list, RowRule rule, Consumer<IntakeReport> settle) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a list is taken in by transactions of its own");
        }
        TenantId tenant = actor.tenant();
        try {
            Findings findings = reading(tenant, list, rule).read();
            boolean accepted = isAccepted(findings, list);
            IntakeReport report = findings.report(accepted ? list.deposit().size() : 0);
            if (accepted) {
                work.run(tenant, () -> keep(actor, list, report, settle));
            } else {
                forget(tenant, list.order(), list.fence(), report, settle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading reading(TenantId tenant, ReceivedList list, RowRule rule) {
        if (list.documents().isPresent()) {
            return new DocumentReading(
                    list.documents().get(),
                    list.form().badRows(),
                    list.spool()::open,
                    LocalDate.now(clock),
                    rule,
                    (batch, findings, bytes) ->
                            deposits.storeDocuments(
                                    list.deposit(),
                                    batch,
                                    () -> move(tenant, list, findings, bytes)));
        }
        return new ListReading(
                list.form(),
                list.tracks(),
                list.spool()::open,
                YearMonth.now(clock),
                rule,
                (batch, findings, bytes) ->
                        deposits.store(
                                list.deposit(), batch, () -> move(tenant, list, findings, bytes)));
    }

    private void move(TenantId tenant, ReceivedList list, Findings findings, long bytes) {
        if (sweep.isStopping()) {
            throw new IllegalStateException("the process ends; the next one takes the list in");
        }
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
        deposits.accept(list.deposit());
        if (!rows.remove(actor.tenant(), list.order(), list.fence())) {
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
                                "form",
                                        list.documents()
                                                .map(d -> "documents")
                                                .orElse(list.form().file().words()),
                                "signer", list.signer().isEmpty() ? "plain" : list.signer())));
        settle.accept(report);
    }

    /**
     * Forgets a list unless another process has it by now. The intent goes with the settlement, so
     * that nothing is forgotten without being told.
     */
    void forget(
            TenantId tenant,
            CardOrderId order,
            int fence,
            IntakeReport report,
            Consumer<IntakeReport> settle) {
        if (!work.read(tenant, () -> rows.isHeld(tenant, order, fence))) {
            return;
        }
        deposits.discard(tenant, order);
        work.run(
                tenant,
                () -> {
                    if (rows.remove(tenant, order, fence)) {
                        settle.accept(report);
                    }
                });
    }
}
