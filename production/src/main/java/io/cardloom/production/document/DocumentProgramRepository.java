package io.cardloom.production.document;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps what programs' documents are. */
@Repository
class DocumentProgramRepository {

    private final EntityManager entities;

    DocumentProgramRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, DocumentProgramRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** The version that was saved last. */
    Optional<DocumentProgramRow> last(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select d from DocumentProgramRow d where d.tenantId = :tenant"
                                + " and d.programId = :program"
                                + " order by d.savedAt desc, d.id desc",
                        DocumentProgramRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<DocumentProgramRow> find(TenantId tenant, String id) {
        return entities.createQuery(
                        "select d from DocumentProgramRow d where d.tenantId = :tenant"
                                + " and d.id = :id",
                        DocumentProgramRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
