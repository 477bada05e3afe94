package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The rows of invitations. */
@Repository
class InvitationRepository {

    private final EntityManager em;

    InvitationRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, InvitationRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
    }

    /** Locked: of two who accept at once, one comes first. */
    Optional<InvitationRow> lock(TenantId tenant, InvitationId id) {
        return em.createQuery(
                        "select i from InvitationRow i where i.tenantId = :tenant and i.id = :id",
                        InvitationRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
