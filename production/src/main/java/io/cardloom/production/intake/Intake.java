package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.vault.Deposit;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door through which cardholder lists come in: {@link #open} makes sure that a list is genuine
 * and seals it, {@link #stage} writes the intent down, {@link #take} reads it row by row. What is
 * in clear is in memory only, and no longer than a batch of rows.
 */
@Component
public class Intake {

    /** The most rows of one list; larger series are several orders. */
    public static final int MOST_ROWS = 1_000_000;

    private final ListOpening opening;
    private final ListForms forms;
    private final AccountVault vault;
    private final IntakeRepository rows;
    private final IntakeFolder folder;
    private final ListTaking taking;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Intake(
            ListOpening opening,
            ListForms forms,
            AccountVault vault,
            IntakeRepository rows,
            IntakeFolder folder,
            ListTaking taking,
            Programs programs,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.opening = opening;
        this.forms = forms;
        this.vault = vault;
        this.rows = rows;
        this.folder = folder;
        this.taking = taking;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Opens a list, verifies it and seals it on the disk; reads none of its rows. Nothing of it is
     * believed before the cipher's tag and the signature are good.
     *
     * @param program whose list form says how rows are read, and within which an account number
     *     with its sequence number may be in production once
     * @param order whose cards these are; it may have one list
     * @param upload CMS (RFC 5652, 5083) with AES-256 in CBC or GCM of SignedData, as DER or PEM;
     *     OpenPGP (RFC 4880, 9580), signed, encrypted with AES-256 and integrity protected; or the
     *     plain list, where the program's list form allows it. At most 512 MiB, 1 GiB unpacked
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders; {@code
     *     INTAKE_PLAIN} when the program takes no plain lists; {@code INTAKE_NO_CERTIFICATE} when
     *     nothing is registered with which the issuer signs; {@code INTAKE_TOO_LARGE}, {@code
     *     INTAKE_NOT_CMS}, {@code INTAKE_CIPHER}, {@code INTAKE_NOT_FOR_US}, {@code
     *     INTAKE_SIGNER_UNKNOWN}, {@code INTAKE_NOT_GENUINE}
     */
    public ReceivedList open(Actor actor, ProgramId program, CardOrderId order, ListUpload upload) {
        actor.require(Permission.PLACE_ORDER);
        return opened(actor.tenant(), program, order, upload, 0);
    }

    /** The same for a list that was handed over, by whoever began with this number. */
    ReceivedList opened(
            TenantId tenant, ProgramId program, CardOrderId order, ListUpload upload, int fence) {
        ListForm form = forms.inForce(tenant, program);
        Deposit deposit = vault.begin(tenant, order, program);
        Spool spool = folder.spool(tenant, order, deposit.key());
        boolean whole = false;
        try {
            String signer = opening.open(tenant, form, upload, spool);
            whole = true;
            return new ReceivedList(
                    deposit, spool, form, forms.tracks(tenant, program), signer, fence);
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    /**
     * Reads a staged list, checks every row and keeps the good ones sealed. Records are staged in
     * batches and become the order's in one last transaction; with an error that is the whole
     * list's, with a wrong row where the list form says to hold the file, and when it is cancelled
     * or killed nothing is kept. Not to be called inside other work.
     *
     * @param settle told the report inside the last transaction, also of a list that is refused
     * @throws Refusal {@code INTAKE_FORBIDDEN_DATA} when the list holds PINs, verification values
     *     or tracks that the program's list form does not name; {@code INTAKE_CANCELLED}
     *     (conflict); {@code INTAKE_MEANWHILE} (conflict) when the order has a list already.
     *     Nothing was kept then
     */
    public IntakeReport take(Actor actor, ReceivedList list, Consumer<IntakeReport> settle) {
        return taking.take(actor, list, RowRule.NONE, settle);
    }

    /** The same; a row whose record breaks the rule of its order is a wrong row. */
    public IntakeReport take(
            Actor actor, ReceivedList list, RowRule rule, Consumer<IntakeReport> settle) {
        return taking.take(actor, list, rule, settle);
    }

    /**
     * Writes down that an opened list is going to be taken in, with the surrounding work; whoever
     * does so takes it next.
     *
     * @throws Refusal {@code INTAKE_MEANWHILE} (conflict) when the order has a list already
     */
    public void stage(Actor actor, ReceivedList list) {
        taking.stage(actor, list);
    }

    /** Both steps at once, of a sealed list. */
    public IntakeReport receive(
            Actor actor, ProgramId program, CardOrderId order, InputStream sealed) {
        try (ReceivedList list = open(actor, program, order, ListUpload.sealed(sealed))) {
            stage(actor, list);
            return take(actor, list, report -> {});
        }
    }

    /** How far the taking in of an order's list is; empty when none is under way. */
    public Optional<IntakeProgress> progress(Actor actor, CardOrderId order) {
        actor.require(Permission.VIEW_PRODUCTION);
        return work.read(
                        actor.tenant(),
                        () -> rows.find(actor.tenant(), order).filter(r -> isSeen(actor, r)))
                .map(IntakeRow::told);
    }

    /**
     * Asks to stop the taking in of an order's list; it ends with its next batch, and nothing is
     * kept.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders; {@code
     *     NOT_FOUND} when none is under way
     */
    public void cancel(Actor actor, CardOrderId order) {
        actor.require(Permission.PLACE_ORDER);
        work.run(
                actor.tenant(),
                () -> {
                    boolean seen =
                            rows.find(actor.tenant(), order)
                                    .filter(r -> isSeen(actor, r))
                                    .isPresent();
                    if (!seen || !rows.cancel(actor.tenant(), order)) {
                        throw Refusal.notFound("list that is being taken in");
                    }
                    audit.record(actor, AuditEntry.of("cardholders.cancelled", order.value()));
                    events.publishEvent(new IntakeMoved(actor.tenant(), order));
                });
    }

    private boolean isSeen(Actor actor, IntakeRow row) {
        return programs.list(actor).stream().anyMatch(p -> p.id().value().equals(row.programId));
    }
}
