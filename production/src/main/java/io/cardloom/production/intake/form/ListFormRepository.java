package io.cardloom.production.intake.form;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The versions of the list forms. */
@Repository
class ListFormRepository {

    private final EntityManager entities;

    ListFormRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, ListFormRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    /** The newest ones first, so many of them. */
    List<ListFormRow> newest(TenantId tenant, ProgramId program, int most) {
        return entities.createQuery(
                        "select f from ListFormRow f where f.tenantId = :tenant"
                                + " and f.programId = :program order by f.number desc",
                        ListFormRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .setMaxResults(most)
                .getResultList();
    }
}
