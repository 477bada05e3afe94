package io.cardloom.tenancy.organization;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.OrganizationKind;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of tenants and their organizations. */
@Repository
class OrganizationRepository {

    private final EntityManager em;

    OrganizationRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantRow tenant) {
        em.persist(tenant);
        em.flush();
    }

    List<TenantRow> tenants() {
        return em.createQuery("select t from TenantRow t order by t.name, t.id", TenantRow.class)
                .getResultList();
    }

    Optional<TenantRow> tenant(TenantId tenant) {
        return Optional.ofNullable(em.find(TenantRow.class, tenant.value()));
    }

    void add(TenantId tenant, OrganizationRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    Optional<OrganizationRow> find(TenantId tenant, OrganizationId id) {
        return em.createQuery(
                        "select o from OrganizationRow o"
                                + " where o.tenantId = :tenant and o.id = :id",
                        OrganizationRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<OrganizationRow> all(TenantId tenant) {
        return em.createQuery(
                        "select o from OrganizationRow o where o.tenantId = :tenant"
                                + " order by o.name, o.id",
                        OrganizationRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    Optional<OrganizationRow> issuer(TenantId tenant) {
        return em.createQuery(
                        "select o from OrganizationRow o"
                                + " where o.tenantId = :tenant and o.kind = :kind",
                        OrganizationRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("kind", OrganizationKind.ISSUER)
                .getResultStream()
                .findFirst();
    }

    boolean isNamed(TenantId tenant, String name) {
        return em.createQuery(
                                "select count(o) from OrganizationRow o"
                                        + " where o.tenantId = :tenant and o.name = :name",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }
}
