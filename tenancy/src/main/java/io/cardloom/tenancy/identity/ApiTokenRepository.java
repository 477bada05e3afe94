package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of programs' tokens. */
@Repository
class ApiTokenRepository {

    private final EntityManager em;

    ApiTokenRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, ApiTokenRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    Optional<ApiTokenRow> find(TenantId tenant, ApiTokenId id) {
        return em.createQuery(
                        "select t from ApiTokenRow t where t.tenantId = :tenant and t.id = :id",
                        ApiTokenRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Latest made first. */
    List<ApiTokenRow> all(TenantId tenant) {
        return em.createQuery(
                        "select t from ApiTokenRow t where t.tenantId = :tenant"
                                + " order by t.madeAt desc, t.id desc",
                        ApiTokenRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** One person's, latest made first. */
    List<ApiTokenRow> of(TenantId tenant, PersonId person) {
        return em.createQuery(
                        "select t from ApiTokenRow t where t.tenantId = :tenant"
                                + " and t.personId = :person order by t.madeAt desc, t.id desc",
                        ApiTokenRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("person", person.value())
                .getResultList();
    }
}
