package io.cardloom.designer.template;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.TemplateId;
import io.cardloom.designer.design.TemplateVersion;
import io.cardloom.tenancy.database.Containing;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Stores templates and their versions; what it gives out is detached. */
@Repository
class TemplateRepository {

    private final EntityManager em;

    TemplateRepository(EntityManager em) {
        this.em = em;
    }

    void add(TenantId tenant, TemplateRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    void add(TenantId tenant, TemplateVersionRow row) {
        row.tenantId = tenant.value();
        em.persist(row);
        em.flush();
        em.detach(row);
    }

    Optional<TemplateRow> find(TenantId tenant, TemplateId id) {
        return em.createQuery(
                        "select t from TemplateRow t where t.tenantId = :tenant and t.id = :id",
                        TemplateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    /** The template of this master, and nobody else's until this work ends. */
    Optional<TemplateRow> lockOf(TenantId tenant, DesignId master) {
        return em.createQuery(
                        """
                        select t from TemplateRow t
                        where t.tenantId = :tenant and t.masterId = :master
                        """,
                        TemplateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("master", master.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    Optional<TemplateRow> of(TenantId tenant, DesignId master) {
        return em.createQuery(
                        """
                        select t from TemplateRow t
                        where t.tenantId = :tenant and t.masterId = :master
                        """,
                        TemplateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("master", master.value())
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    void publish(TenantId tenant, TemplateRow row) {
        int changed =
                em.createQuery(
                                """
                                update TemplateRow t set t.latest = :latest,
                                  t.publishedAt = :at, t.publishedBy = :by
                                where t.tenantId = :tenant and t.id = :id
                                """)
                        .setParameter("latest", row.latest)
                        .setParameter("at", row.publishedAt)
                        .setParameter("by", row.publishedBy)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", row.id)
                        .executeUpdate();
        if (changed != 1) {
            throw new IllegalStateException("a locked template was not there to change");
        }
    }

    Optional<TemplateVersionRow> version(TenantId tenant, TemplateVersion version) {
        return em.createQuery(
                        """
                        select v from TemplateVersionRow v
                        where v.tenantId = :tenant and v.templateId = :template
                          and v.number = :number
                        """,
                        TemplateVersionRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("template", version.template().value())
                .setParameter("number", version.number())
                .getResultStream()
                .peek(em::detach)
                .findFirst();
    }

    /** Latest published first. */
    List<TemplateRow> page(TenantId tenant, String name, int offset, int limit) {
        return em.createQuery(
                        """
                        select t from TemplateRow t
                        where t.tenantId = :tenant and lower(t.name) like :name escape '!'
                        order by t.publishedAt desc, t.id desc
                        """,
                        TemplateRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("name", Containing.pattern(name))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .peek(em::detach)
                .toList();
    }

    long count(TenantId tenant, String name) {
        return em.createQuery(
                        """
                        select count(t) from TemplateRow t
                        where t.tenantId = :tenant and lower(t.name) like :name escape '!'
                        """,
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("name", Containing.pattern(name))
                .getSingleResult();
    }
}
