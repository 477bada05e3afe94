package io.cardloom.production.encoding;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps how programs fill their stripes. */
@Repository
class StripeFormatRepository {

    private final EntityManager entities;

    StripeFormatRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, StripeFormatRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    Optional<StripeFormatRow> find(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select f from StripeFormatRow f where f.tenantId = :tenant"
                                + " and f.id = :program",
                        StripeFormatRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultStream()
                .findFirst();
    }
}
