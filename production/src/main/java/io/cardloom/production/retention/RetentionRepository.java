package io.cardloom.production.retention;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the programs' periods. */
@Repository
class RetentionRepository {

    private final EntityManager entities;

    RetentionRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, RetentionRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
    }

    Optional<RetentionRow> find(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select r from RetentionRow r where r.tenantId = :tenant"
                                + " and r.programId = :program",
                        RetentionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultStream()
                .findFirst();
    }
}
