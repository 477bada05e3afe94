package io.cardloom.designer.pack;

import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Keeps issuers' own packs, and what products switched. */
@Repository
class PackRepository {

    private final EntityManager entities;

    PackRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order they were added. */
    List<PackRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select p from PackRow p where p.tenantId = :tenant"
                                + " order by p.addedAt, p.id",
                        PackRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    long count(TenantId tenant) {
        return entities.createQuery(
                        "select count(p) from PackRow p where p.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
    }

    Optional<PackRow> find(TenantId tenant, PackId pack) {
        return entities.createQuery(
                        "select p from PackRow p where p.tenantId = :tenant and p.id = :pack",
                        PackRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("pack", pack.value())
                .getResultStream()
                .findFirst();
    }

    void add(TenantId tenant, PackRow row) {
        row.tenantId = tenant.value();
        entities.persist(row);
    }

    void remove(TenantId tenant, PackId pack) {
        forget(tenant, pack);
        entities.createQuery("delete from PackRow p where p.tenantId = :tenant and p.id = :pack")
                .setParameter("tenant", tenant.value())
                .setParameter("pack", pack.value())
                .executeUpdate();
    }

    /** What a product switched, by the pack's id. */
    Map<String, Boolean> switched(TenantId tenant, ProgramId program) {
        return entities.createQuery(
                        "select s from ProgramPackRow s where s.tenantId = :tenant"
                                + " and s.programId = :program",
                        ProgramPackRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("program", program.value())
                .getResultStream()
                .collect(Collectors.toMap(row -> row.packId, row -> row.on));
    }

    void forget(TenantId tenant, PackId pack) {
        entities.createQuery(
                        "delete from ProgramPackRow s where s.tenantId = :tenant"
                                + " and s.packId = :pack")
                .setParameter("tenant", tenant.value())
                .setParameter("pack", pack.value())
                .executeUpdate();
    }

    void add(TenantId tenant, ProgramPackRow row) {
        row.tenantId = tenant.value();
        entities.persist(row);
    }
}
