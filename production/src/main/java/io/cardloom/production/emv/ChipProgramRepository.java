package io.cardloom.production.emv;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps which chip a program's cards have. */
@Repository
class ChipProgramRepository {

    private final EntityManager entities;

    ChipProgramRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, ChipProgramRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    List<ChipProgramRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select c from ChipProgramRow c where c.tenantId = :tenant order by c.id",
                        ChipProgramRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    Optional<ChipProgramRow> find(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select c from ChipProgramRow c where c.tenantId = :tenant"
                                + " and c.id = :program",
                        ChipProgramRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultStream()
                .findFirst();
    }
}
