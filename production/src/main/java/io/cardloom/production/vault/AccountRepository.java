package io.cardloom.production.vault;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    void add(TenantId tenant, List<AccountRecordRow> records) {
        for (int i = 0; i < records.size(); i++) {
            mine(tenant, records.get(i).tenantId);
            entities.persist(records.get(i));
            if ((i + 1) % BATCH == 0) {
                entities.flush();
            }
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

    /** Which of these hashes stand for cards in production. */
    List<String> known(TenantId tenant, Collection<String> lookups) {
        return entities.createQuery(
                        "select r.lookup from AccountRecordRow r where r.tenantId = :tenant"
                                + " and r.lookup in (:lookups)",
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("lookups", lookups)
                .getResultList();
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
