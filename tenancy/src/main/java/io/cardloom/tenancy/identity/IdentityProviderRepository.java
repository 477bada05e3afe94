package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of the tenants' own providers. */
@Repository
class IdentityProviderRepository {

    private final EntityManager em;

    IdentityProviderRepository(EntityManager em) {
        this.em = em;
    }

    Optional<IdentityProviderRow> find(TenantId tenant) {
        return em.createQuery(
                        "select p from IdentityProviderRow p where p.tenantId = :tenant",
                        IdentityProviderRow.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    void add(TenantId tenant, IdentityProviderRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    void remove(TenantId tenant, IdentityProviderRow row) {
        if (!tenant.value().equals(row.tenantId)) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        em.remove(row);
        em.flush();
    }
}
