package io.cardloom.production.retention;

import java.time.Instant;

/**
 * Says that an order's account data are destroyed with the keys that opened them.
 *
 * @param records account records
 * @param runs prepared runs that went with them
 * @param keyCheckValue of the destroyed key
 */
public record AccountsGone(int records, int runs, String keyCheckValue, Instant at) {}
