package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/** Keeps drawn PINs, sealed. */
@Repository
class CardPinRepository {

    private final EntityManager entities;

    CardPinRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TenantId tenant, List<CardPinRow> pins) {
        for (CardPinRow pin : pins) {
            if (!pin.tenantId.equals(tenant.value())) {
                throw new IllegalArgumentException("a row of another tenant");
            }
            entities.persist(pin);
        }
        entities.flush();
        pins.forEach(entities::detach);
    }

    /** Sealed PINs of an order's records from one number to another, by number. */
    Map<Integer, byte[]> find(TenantId tenant, CardOrderId order, int first, int last) {
        Map<Integer, byte[]> found = new TreeMap<>();
        entities.createQuery(
                        "select p.number, p.ciphertext from CardPinRow p"
                                + " where p.tenantId = :tenant and p.orderId = :order"
                                + " and p.number between :first and :last",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .forEach(row -> found.put((Integer) row[0], (byte[]) row[1]));
        return found;
    }

    /** How many digits PINs of an order have, each number once. */
    List<Integer> lengths(TenantId tenant, CardOrderId order) {
        return entities.createQuery(
                        "select distinct p.digits from CardPinRow p"
                                + " where p.tenantId = :tenant and p.orderId = :order",
                        Integer.class)
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .getResultList();
    }

    void delete(TenantId tenant, CardOrderId order) {
        entities.createQuery(
                        "delete from CardPinRow p where p.tenantId = :tenant"
                                + " and p.orderId = :order")
                .setParameter("tenant", tenant.value())
                .setParameter("order", order.value())
                .executeUpdate();
    }
}
