package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** The few rows that stand outside tenants: people, their identities, and where to look. */
@Repository
class Directory {

    private final EntityManager em;

    Directory(EntityManager em) {
        this.em = em;
    }

    Optional<ExternalIdentityRow> identity(String key) {
        return Optional.ofNullable(em.find(ExternalIdentityRow.class, key));
    }

    Optional<PersonRow> person(PersonId id) {
        return Optional.ofNullable(em.find(PersonRow.class, id.value()));
    }

    /** Locks a person, so that two grants to her are judged one after the other. */
    void lockPerson(PersonId id) {
        if (em.find(PersonRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
            throw Refusal.notFound("person");
        }
    }

    List<PersonRow> people(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select p from PersonRow p where p.id in :ids", PersonRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    void add(PersonRow person, ExternalIdentityRow identity) {
        em.persist(person);
        em.flush();
        em.persist(identity);
        em.flush();
    }

    List<MembershipDirectoryRow> of(PersonId person) {
        return em.createQuery(
                        "select d from MembershipDirectoryRow d where d.personId = :person"
                                + " order by d.membershipId",
                        MembershipDirectoryRow.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    Optional<TenantId> tenant(PersonId person, MembershipId membership) {
        return Optional.ofNullable(em.find(MembershipDirectoryRow.class, membership.value()))
                .filter(d -> d.personId.equals(person.value()))
                .map(d -> new TenantId(d.tenant));
    }

    void add(MembershipDirectoryRow row) {
        em.flush();
        em.persist(row);
        em.flush();
    }

    void remove(MembershipId membership) {
        em.createQuery("delete from MembershipDirectoryRow d where d.membershipId = :id")
                .setParameter("id", membership.value())
                .executeUpdate();
    }

    /** Whose provider an issuer is; empty for Cardloom's own or an unknown one. */
    Optional<TenantId> owner(String issuerKey) {
        return Optional.ofNullable(em.find(ProviderDirectoryRow.class, issuerKey))
                .map(row -> new TenantId(row.tenant));
    }

    void claim(String issuerKey, TenantId tenant) {
        release(tenant);
        ProviderDirectoryRow row = new ProviderDirectoryRow();
        row.issuerKey = issuerKey;
        row.tenant = tenant.value();
        em.persist(row);
        em.flush();
    }

    /** The tenant has no issuer of its own any more. */
    void release(TenantId tenant) {
        em.createQuery("delete from ProviderDirectoryRow d where d.tenant = :tenant")
                .setParameter("tenant", tenant.value())
                .executeUpdate();
    }

    /** Whether the issuer has vouched for anybody who works in another tenant. */
    boolean vouchesElsewhere(String issuerKey, TenantId tenant) {
        return em.createQuery(
                                "select count(d) from ExternalIdentityRow i join"
                                    + " MembershipDirectoryRow d on d.personId = i.personId where"
                                    + " i.issuerKey = :issuer and d.tenant <> :tenant",
                                Long.class)
                        .setParameter("issuer", issuerKey)
                        .setParameter("tenant", tenant.value())
                        .getSingleResult()
                > 0;
    }

    /** The tenants whose own providers vouch for a person. */
    Set<String> vouchers(PersonId person) {
        return Set.copyOf(
                em.createQuery(
                                "select p.tenant from ExternalIdentityRow i join"
                                    + " ProviderDirectoryRow p on p.issuerKey = i.issuerKey where"
                                    + " i.personId = :person",
                                String.class)
                        .setParameter("person", person.value())
                        .getResultList());
    }
}
