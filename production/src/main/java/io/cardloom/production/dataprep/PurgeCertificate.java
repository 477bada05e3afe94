package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import java.time.Instant;

/**
 * Says that an order's account data are gone: the keys that opened them are destroyed.
 *
 * @param order whose data they were
 * @param records account records purged
 * @param runs prepared runs purged with them
 * @param keyCheckValue of the destroyed key; empty when there was nothing to purge
 * @param at when
 */
public record PurgeCertificate(
        CardOrderId order, int records, int runs, String keyCheckValue, Instant at) {}
