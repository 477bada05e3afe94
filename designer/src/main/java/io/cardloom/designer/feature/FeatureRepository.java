package io.cardloom.designer.feature;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps what is switched off. */
@Repository
class FeatureRepository {

    private final EntityManager entities;

    FeatureRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ProgramFeaturesRow> find(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select f from ProgramFeaturesRow f where f.tenantId = :tenant"
                                + " and f.programId = :program",
                        ProgramFeaturesRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultStream()
                .findFirst();
    }

    ProgramFeaturesRow add(TenantId tenant, ProgramId program) {
        ProgramFeaturesRow row = new ProgramFeaturesRow(tenant.value(), program.value());
        entities.persist(row);
        return row;
    }
}
