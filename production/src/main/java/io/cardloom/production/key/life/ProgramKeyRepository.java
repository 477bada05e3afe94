package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps which keys programs have of their own. */
@Repository
class ProgramKeyRepository {

    private final EntityManager entities;

    ProgramKeyRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, ProgramKeyRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.persist(row);
        entities.flush();
    }

    void remove(TenantId tenant, ProgramKeyRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        entities.remove(row);
        entities.flush();
    }

    Optional<ProgramKeyRow> find(
            TenantId tenant, ProgramId program, KeyUsage usage, LockModeType lock) {
        return entities.createQuery(
                        "select k from ProgramKeyRow k where k.tenantId = :tenant and k.id = :id",
                        ProgramKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", ProgramKeyRow.id(program, usage))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    List<ProgramKeyRow> of(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select k from ProgramKeyRow k where k.tenantId = :tenant"
                                + " and k.programId = :program",
                        ProgramKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultList();
    }

    List<ProgramKeyRow> naming(TenantId tenant, KeyId key) {
        return entities.createQuery(
                        "select k from ProgramKeyRow k where k.tenantId = :tenant"
                                + " and k.keyId = :key",
                        ProgramKeyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("key", key.value())
                .getResultList();
    }
}
