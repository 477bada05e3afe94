package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.springframework.stereotype.Repository;

/** Keeps files and their sealed records. */
@Repository
class AccountRepository {

    private static final int BATCH = 500;

    private final EntityManager entities;

    AccountRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, AccountFileRow file) {
        mine(tenant, file.tenantId);
        entities.persist(file);
        entities.flush();
    }

    /** Writes many rows by few statements. */
    void add(TenantId tenant, List<AccountRecordRow> records) {
        entities.unwrap(Session.class).setJdbcBatchSize(BATCH);
        for (AccountRecordRow record : records) {
            mine(tenant, record.tenantId);
            entities.persist(record);
        }
        entities.flush();
        records.forEach(entities::detach);
    }

    Optional<AccountFileRow> file(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select f from AccountFileRow f where f.tenantId = :tenant"
                                + " and f.orderId = :order",
                        AccountFileRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultStream()
                .findFirst();
    }

    /** The file, held until the work ends. */
    Optional<AccountFileRow> hold(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select f from AccountFileRow f where f.tenantId = :tenant"
                                + " and f.orderId = :order",
                        AccountFileRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Which of these hashes stand for cards in production, with the order of each. */
    Map<String, String> known(TenantId tenant, Collection<String> lookups) {
        return entities.createQuery(
                        "select r.lookup, r.orderId from AccountRecordRow r"
                                + " where r.tenantId = :tenant and r.lookup in (:lookups)",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("lookups", lookups)
                .getResultStream()
                .collect(Collectors.toMap(r -> (String) r[0], r -> (String) r[1]));
    }

    /** The file, if its records are the order's. */
    Optional<AccountFileRow> accepted(TenantId tenant, CardOrderId order) {
        return file(tenant, order).filter(file -> file.acceptedAt != null);
    }

    /** The highest number of the order's records; 0 for none. */
    int lastNumber(TenantId tenant, CardOrderId order) {
        Integer last =
                entities.createQuery(
                                "select max(r.number) from AccountRecordRow r"
                                        + " where r.tenantId = :tenant and r.orderId = :order",
                                Integer.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("order", order.value())
                        .getSingleResult();
        return last == null ? 0 : last;
    }

    long count(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select count(r) from AccountRecordRow r"
                                + " where r.tenantId = :tenant and r.orderId = :order",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getSingleResult();
    }

    int deleteRecords(TenantId tenant, CardOrderId order, int from, int to) {
        return entities.createQuery(
                        "delete from AccountRecordRow r where r.tenantId = :tenant"
                                + " and r.orderId = :order and r.number between :from and :to")
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    int deleteStaged(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "delete from AccountFileRow f where f.tenantId = :tenant"
                                + " and f.orderId = :order and f.acceptedAt is null")
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .executeUpdate();
    }

    /** Numbers and ciphertexts of these records, by number. */
    List<Object[]> ciphertexts(TenantId tenant, CardOrderId order, Collection<Integer> numbers) {
        return entities.createQuery(
                        "select r.number, r.ciphertext from AccountRecordRow r"
                                + " where r.tenantId = :tenant and r.orderId = :order"
                                + " and r.number in (:numbers) order by r.number",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setParameter("numbers", numbers)
                .getResultList();
    }

    int deleteRecords(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "delete from AccountRecordRow r where r.tenantId = :tenant"
                                + " and r.orderId = :order")
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .executeUpdate();
    }

    private static void mine(TenantId tenant, String rowTenant) {
        if (!rowTenant.equals(tenant.value())) {
            throw new IllegalArgumentException("a row of another tenant");
        }
    }
}
