package io.cardloom.designer.design;

import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Stores edits, once each; what it gives out is detached. */
@Repository
class EditRepository {

    private final EntityManager em;

    EditRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, EditRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    /** Ascending by number. */
    List<EditRow> after(TenantId tenant, DesignId design, long number, int limit) {
        return em.createQuery(
                        """
                        select e from EditRow e
                        where e.tenantId = :tenant and e.designId = :design and e.number > :number
                        order by e.number
                        """,
                        EditRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("design", design.value())
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    /** The number of a person's own edit that so many of hers came after; empty when fewer did. */
    Optional<Long> ownBefore(TenantId tenant, DesignId design, PersonId person, int later) {
        return em.createQuery(
                        """
                        select e.number from EditRow e
                        where e.tenantId = :tenant and e.designId = :design
                          and e.personId = :person and e.kind = :edit
                        order by e.number desc
                        """,
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("design", design.value())
                .setParameter("person", person.value())
                .setParameter("edit", AppliedEdit.Kind.EDIT)
                .setFirstResult(later)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<EditRow> from(TenantId tenant, DesignId design, PersonId person, EditOrigin origin) {
        return em.createQuery(
                        """
                        select e from EditRow e
                        where e.tenantId = :tenant and e.designId = :design
                          and e.personId = :person and e.session = :session
                          and e.sequence = :sequence
                        """,
                        EditRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("design", design.value())
                .setParameter("person", person.value())
                .setParameter("session", origin.session())
                .setParameter("sequence", origin.sequence())
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    /** Whether this person's sitting has changed this design before. */
    boolean hasEdited(TenantId tenant, DesignId design, PersonId person, String session) {
        return !em.createQuery(
                        """
                        select e.number from EditRow e
                        where e.tenantId = :tenant and e.designId = :design
                          and e.personId = :person and e.session = :session
                        """,
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("design", design.value())
                .setParameter("person", person.value())
                .setParameter("session", session)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Everybody with an edit up to this number. */
    Set<PersonId> authors(TenantId tenant, DesignId design, long number) {
        return em.createQuery(
                        """
                        select distinct e.personId from EditRow e
                        where e.tenantId = :tenant and e.designId = :design and e.number <= :number
                        """,
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("design", design.value())
                .setParameter("number", number)
                .getResultStream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
