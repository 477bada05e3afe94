package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of memberships. */
@Repository
class MembershipRepository {

    private final EntityManager em;

    MembershipRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, MembershipRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    Optional<MembershipRow> find(TenantId tenant, MembershipId id) {
        return em.createQuery(
                        "select m from MembershipRow m where m.tenantId = :tenant and m.id = :id",
                        MembershipRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<MembershipRow> of(TenantId tenant, PersonId person) {
        return em.createQuery(
                        "select m from MembershipRow m"
                                + " where m.tenantId = :tenant and m.personId = :person"
                                + " order by m.id",
                        MembershipRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("person", person.value())
                .getResultList();
    }

    List<MembershipRow> all(TenantId tenant) {
        return em.createQuery(
                        "select m from MembershipRow m where m.tenantId = :tenant order by m.id",
                        MembershipRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** The administrators, locked, so that two of them cannot end each other at once. */
    List<MembershipRow> lockAdministrators(TenantId tenant) {
        return em.createQuery(
                        "select m from MembershipRow m"
                                + " where m.tenantId = :tenant and m.roles like :administrator",
                        MembershipRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("administrator", "%" + Role.ADMINISTRATOR.name() + "%")
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void remove(TenantId tenant, MembershipRow row) {
        if (!row.tenantId.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
        em.remove(row);
        em.flush();
    }
}
