package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.database.Containing;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Stores designs as they stand; what it gives out is detached. */
@Repository
class DesignRepository {

    private final EntityManager em;

    DesignRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, DesignRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    Optional<DesignRow> find(TenantId tenant, DesignId id) {
        return one(byId(tenant, id));
    }

    /** The row as it is committed, and nobody else's until this work ends. */
    Optional<DesignRow> lock(TenantId tenant, DesignId id) {
        return one(byId(tenant, id).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private TypedQuery<DesignRow> byId(TenantId tenant, DesignId id) {
        return em.createQuery(
                        "select d from DesignRow d where d.tenantId = :tenant and d.id = :id",
                        DesignRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value());
    }

    private Optional<DesignRow> one(TypedQuery<DesignRow> query) {
        return query.getResultStream().peek(em::detach).findFirst();
    }

    /** Newest change first. */
    List<DesignSummary> page(
            TenantId tenant, Collection<ProgramId> programs, String name, int offset, int limit) {
        return em.createQuery(
                        """
                        select d.id, d.name, d.programId, d.state, d.number, d.digest,
                          d.changedAt, d.changedBy, d.cardBodyId
                        from DesignRow d
                        where d.tenantId = :tenant and d.programId in :programs
                          and lower(d.name) like :name escape '!'
                        order by d.changedAt desc, d.id desc
                        """,
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("programs", programs.stream().map(ProgramId::value).toList())
                .setParameter("name", Containing.pattern(name))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .map(DesignRepository::summary)
                .toList();
    }

    void follow(TenantId tenant, DesignId id, TemplateVersion version) {
        exactlyOne(
                em.createQuery(
                                """
                                update DesignRow d
                                set d.templateId = :template, d.templateNumber = :version
                                where d.tenantId = :tenant and d.id = :id
                                """)
                        .setParameter("template", version.template().value())
                        .setParameter("version", version.number())
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id.value())
                        .executeUpdate());
    }

    List<DesignId> behind(TenantId tenant, TemplateVersion version) {
        return em.createQuery(
                        """
                        select d.id from DesignRow d
                        where d.tenantId = :tenant and d.templateId = :template
                          and d.templateNumber < :version
                        order by d.id
                        """,
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("template", version.template().value())
                .setParameter("version", version.number())
                .getResultStream()
                .map(DesignId::new)
                .toList();
    }

    boolean on(TenantId tenant, CardBodyId body) {
        return em.createQuery(
                                """
                                select count(d) from DesignRow d
                                where d.tenantId = :tenant and d.cardBodyId = :body
                                """,
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("body", body.value())
                        .getSingleResult()
                > 0;
    }

    long followers(TenantId tenant, TemplateId template) {
        return em.createQuery(
                        """
                        select count(d) from DesignRow d
                        where d.tenantId = :tenant and d.templateId = :template
                        """,
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("template", template.value())
                .getSingleResult();
    }

    long count(TenantId tenant, Collection<ProgramId> programs, String name) {
        return em.createQuery(
                        """
                        select count(d) from DesignRow d
                        where d.tenantId = :tenant and d.programId in :programs
                          and lower(d.name) like :name escape '!'
                        """,
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("programs", programs.stream().map(ProgramId::value).toList())
                .setParameter("name", Containing.pattern(name))
                .getSingleResult();
    }

    private static DesignSummary summary(@Nullable Object[] row) {
        String digest = (String) row[5];
        return new DesignSummary(
                new DesignId(text(row[0])),
                text(row[1]),
                new ProgramId(text(row[2])),
                row[3] instanceof DesignState state ? state : DesignState.DRAFT,
                row[4] instanceof Long number ? number : 0,
                digest == null ? null : new Digest(digest),
                row[6] instanceof Instant at ? at : Instant.EPOCH,
                text(row[7]),
                new CardBodyId(text(row[8])));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    /** The head moves on by one edit, and what was frozen is no longer its content. */
    void advance(TenantId tenant, DesignRow row, String document, Instant at, String by) {
        int moved =
                em.createQuery(
                                """
                                update DesignRow d set d.document = :document,
                                  d.number = :next, d.state = :draft, d.digest = null,
                                  d.changedAt = :at, d.changedBy = :by
                                where d.tenantId = :tenant and d.id = :id and d.number = :was
                                """)
                        .setParameter("document", document)
                        .setParameter("next", row.number + 1)
                        .setParameter("draft", DesignState.DRAFT)
                        .setParameter("at", at)
                        .setParameter("by", by)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", row.id)
                        .setParameter("was", row.number)
                        .executeUpdate();
        exactlyOne(moved);
    }

    void rename(TenantId tenant, DesignRow row, String name, Instant at, String by) {
        exactlyOne(
                em.createQuery(
                                """
                                update DesignRow d set d.name = :name, d.changedAt = :at,
                                  d.changedBy = :by
                                where d.tenantId = :tenant and d.id = :id
                                """)
                        .setParameter("name", name)
                        .setParameter("at", at)
                        .setParameter("by", by)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", row.id)
                        .executeUpdate());
    }

    /** What the present content of a design is called, and where it stands. */
    void stand(TenantId tenant, DesignId id, Digest digest, DesignState state) {
        exactlyOne(
                em.createQuery(
                                """
                                update DesignRow d set d.state = :state, d.digest = :digest
                                where d.tenantId = :tenant and d.id = :id
                                """)
                        .setParameter("state", state)
                        .setParameter("digest", digest.hex64())
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id.value())
                        .executeUpdate());
    }

    private static void exactlyOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("a locked design was not there to change");
        }
    }
}
