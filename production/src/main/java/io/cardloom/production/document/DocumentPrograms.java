package io.cardloom.production.document;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the programs whose cards are identity documents. Each saved version is kept, because
 * orders are made by the one that their list was read by.
 */
@Component
public class DocumentPrograms {

    private final DocumentProgramRepository repository;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    DocumentPrograms(
            DocumentProgramRepository repository,
            Programs programs,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the cards of a program identity documents, or other ones, from the next list on.
     *
     * @param drawnNumbers as {@link DocumentProgram}; without PACE it counts for nothing
     * @param transportKey as {@link DocumentProgram}
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     */
    public void carry(
            Actor actor,
            ProgramId program,
            DocumentProfile profile,
            boolean drawnNumbers,
            @Nullable String transportKey) {
        actor.require(Permission.KEEP_KEYS);
        programs.get(actor, program);
        DocumentProgram said =
                new DocumentProgram(
                        Identifier.next("dpr", clock),
                        profile,
                        drawnNumbers && profile.pace() != null,
                        transportKey);
        work.run(actor.tenant(), () -> save(actor, program, true, said));
    }

    /**
     * Makes them payment cards again, from the next list on; orders that are there stay what they
     * are. Nothing happens when the program has no documents.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     */
    public void end(Actor actor, ProgramId program) {
        actor.require(Permission.KEEP_KEYS);
        programs.get(actor, program);
        work.run(
                actor.tenant(),
                () ->
                        inForce(actor.tenant(), program)
                                .ifPresent(
                                        last ->
                                                save(
                                                        actor,
                                                        program,
                                                        false,
                                                        new DocumentProgram(
                                                                Identifier.next("dpr", clock),
                                                                last.profile(),
                                                                last.drawnNumbers(),
                                                                last.transportKey()))));
    }

    private void save(Actor actor, ProgramId program, boolean carried, DocumentProgram said) {
        repository.add(
                actor.tenant(),
                new DocumentProgramRow(
                        actor.tenant().value(),
                        program.value(),
                        carried,
                        said,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(
                actor,
                new AuditEntry(
                        carried ? "documents.configured" : "documents.ended",
                        program.value(),
                        null,
                        Map.of(
                                "version", said.id(),
                                "format", said.profile().format().name(),
                                "access", access(said.profile()))));
    }

    private static String access(DocumentProfile profile) {
        if (profile.pace() == null) {
            return "basic";
        }
        return profile.basicAccess() ? "basic, PACE" : "PACE";
    }

    /** What the cards of a program's next list are; empty when they are no documents. */
    public Optional<DocumentProgram> inForce(TenantId tenant, ProgramId program) {
        return work.read(
                tenant,
                () ->
                        repository
                                .last(tenant, program)
                                .filter(row -> row.carried)
                                .map(DocumentProgramRow::told));
    }

    /**
     * A version, whether it is in force or not.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public DocumentProgram get(TenantId tenant, String id) {
        return work.read(
                tenant,
                () ->
                        repository
                                .find(tenant, id)
                                .map(DocumentProgramRow::told)
                                .orElseThrow(() -> Refusal.notFound("kind of document")));
    }
}
