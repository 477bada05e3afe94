package io.cardloom.production.mailer;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps which programs have PIN mailers. */
@Repository
class PinMailerRepository {

    private final EntityManager entities;

    PinMailerRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, PinMailerRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    Optional<PinMailerRow> find(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select m from PinMailerRow m where m.tenantId = :tenant"
                                + " and m.id = :program",
                        PinMailerRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultStream()
                .findFirst();
    }
}
