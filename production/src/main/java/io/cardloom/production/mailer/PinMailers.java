package io.cardloom.production.mailer;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the PIN mailers of programs; a program has none until somebody switches them on. */
@Component
public class PinMailers {

    private final PinMailerRepository repository;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;

    PinMailers(
            PinMailerRepository repository, Programs programs, TenantWork work, AuditTrail audit) {
        this.repository = repository;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
    }

    /**
     * In which form a program's PINs go to the printer, empty when it has no mailers; for who
     * operates devices or administers.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}
     */
    public Optional<MailerBlock> get(Actor actor, ProgramId program) {
        if (!actor.may(Permission.ADMINISTER)) {
            actor.require(Permission.OPERATE_DEVICE);
        }
        programs.get(actor, program);
        return find(actor.tenant(), program);
    }

    /**
     * Makes mailers for the program's cards from the next preparation on; runs that are prepared
     * stay as they are. Whether the active PIN encryption key fits is found at the preparation,
     * because it may be another one by then.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to administer; {@code NOT_FOUND}
     */
    public void switchOn(Actor actor, ProgramId program, MailerBlock block) {
        say(actor, program, block);
    }

    /**
     * Makes none from the next preparation on.
     *
     * @throws Refusal as {@link #switchOn}
     */
    public void switchOff(Actor actor, ProgramId program) {
        say(actor, program, null);
    }

    private void say(Actor actor, ProgramId program, @Nullable MailerBlock block) {
        actor.require(Permission.ADMINISTER);
        programs.get(actor, program);
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    Optional<PinMailerRow> known = repository.find(tenant, program);
                    PinMailerRow row =
                            known.orElseGet(
                                    () -> new PinMailerRow(program.value(), tenant.value()));
                    row.block = block;
                    if (known.isEmpty()) {
                        repository.add(tenant, row);
                    }
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "mailers.configured",
                                    program.value(),
                                    null,
                                    Map.of("block", block == null ? "off" : block.word())));
                });
    }

    /** The form for a preparation; empty when the program has no mailers. */
    public Optional<MailerBlock> find(TenantId tenant, ProgramId program) {
        return work.read(
                tenant,
                () -> repository.find(tenant, program).flatMap(r -> Optional.ofNullable(r.block)));
    }
}
