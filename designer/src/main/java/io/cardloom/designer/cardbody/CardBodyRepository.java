package io.cardloom.designer.cardbody;

import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps card bodies: one head each, and every version for ever. */
@Repository
class CardBodyRepository {

    private final EntityManager entities;
    private final Clock clock;

    CardBodyRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The head, held until the work ends, so that version numbers are given one at a time. */
    Optional<CardBodyRow> hold(TenantId tenant, CardBodyId id) {
        return entities.createQuery(
                        "select b from CardBodyRow b where b.tenantId = :tenant and b.id = :id",
                        CardBodyRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<CardBody> newest(TenantId tenant, CardBodyId id) {
        return entities.createQuery(
                        "select v.drawing, b.stock from CardBodyRow b join CardBodyVersionRow v"
                                + " on v.tenantId = b.tenantId and v.cardBodyId = b.id"
                                + " and v.version = b.newestVersion"
                                + " where b.tenantId = :tenant and b.id = :id",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(CardBodyRepository::body);
    }

    Optional<CardBody> version(TenantId tenant, CardBodyId id, int version) {
        return entities.createQuery(
                        "select v.drawing, b.stock from CardBodyRow b join CardBodyVersionRow v"
                                + " on v.tenantId = b.tenantId and v.cardBodyId = b.id"
                                + " where b.tenantId = :tenant and b.id = :id"
                                + " and v.version = :version",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setParameter("version", version)
                .getResultStream()
                .findFirst()
                .map(CardBodyRepository::body);
    }

    List<CardBody> all(TenantId tenant) {
        return entities.createQuery(
                        "select v.drawing, b.stock from CardBodyRow b join CardBodyVersionRow v"
                                + " on v.tenantId = b.tenantId and v.cardBodyId = b.id"
                                + " and v.version = b.newestVersion"
                                + " where b.tenantId = :tenant order by b.name, b.id",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .map(CardBodyRepository::body)
                .toList();
    }

    void addHead(TenantId tenant, CardBody body) {
        entities.persist(new CardBodyRow(tenant.value(), body));
        entities.flush();
    }

    void addVersion(TenantId tenant, CardBody body) {
        entities.persist(
                new CardBodyVersionRow(
                        Identifier.next("bov", clock), tenant.value(), body, clock.instant()));
        entities.flush();
    }

    void moveHead(TenantId tenant, CardBody body) {
        entities.createQuery(
                        "update versioned CardBodyRow b set b.newestVersion = :version,"
                                + " b.name = :name, b.stock = :stock"
                                + " where b.tenantId = :tenant and b.id = :id")
                .setParameter("version", body.version())
                .setParameter("name", body.name())
                .setParameter("stock", body.stock())
                .setParameter("tenant", tenant.value())
                .setParameter("id", body.id().value())
                .executeUpdate();
    }

    private static CardBody body(Object[] row) {
        return CardBodyJson.read((String) row[0]).withStock((long) row[1]);
    }
}
