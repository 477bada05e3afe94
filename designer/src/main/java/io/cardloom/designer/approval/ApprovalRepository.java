package io.cardloom.designer.approval;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Stores rounds and decisions; what it gives out is detached. */
@Repository
class ApprovalRepository {

    private final EntityManager em;

    ApprovalRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, RoundRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    void add(TenantId tenant, DecisionRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    Optional<RoundRow> latest(TenantId tenant, Digest digest) {
        return em.createQuery(
                        """
                        select r from RoundRow r
                        where r.tenantId = :tenant and r.digest = :digest
                        order by r.number desc
                        """,
                        RoundRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest.hex64())
                .setMaxResults(1)
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    /** The rounds of a design that are open or approved. */
    List<RoundRow> standing(TenantId tenant, DesignId design) {
        return em.createQuery(
                        """
                        select r from RoundRow r
                        where r.tenantId = :tenant and r.designId = :design
                          and r.state in :states
                        """,
                        RoundRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("design", design.value())
                .setParameter(
                        "states", List.of(ApprovalRound.State.OPEN, ApprovalRound.State.APPROVED))
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    /** Longest waiting first. */
    List<RoundRow> open(TenantId tenant, Collection<ProgramId> programs) {
        return em.createQuery(
                        """
                        select r from RoundRow r
                        where r.tenantId = :tenant and r.state = :open
                          and r.programId in :programs
                        order by r.openedAt, r.id
                        """,
                        RoundRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("open", ApprovalRound.State.OPEN)
                .setParameter("programs", programs.stream().map(ProgramId::value).toList())
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    List<DecisionRow> decisions(TenantId tenant, RoundRow round) {
        return em.createQuery(
                        """
                        select d from DecisionRow d
                        where d.tenantId = :tenant and d.roundId = :round
                        order by d.decidedAt, d.side
                        """,
                        DecisionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("round", round.id)
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    /** Moves a round on from the state that it was read in. */
    void move(TenantId tenant, RoundRow round, ApprovalRound.State to) {
        int moved =
                em.createQuery(
                                """
                                update RoundRow r set r.state = :to
                                where r.tenantId = :tenant and r.id = :id and r.state = :was
                                """)
                        .setParameter("to", to)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", round.id)
                        .setParameter("was", round.state)
                        .executeUpdate();
        if (moved != 1) {
            throw new IllegalStateException("a round moved though its design was held");
        }
    }
}
