package io.cardloom.production.vault;

/**
 * What a purge destroyed.
 *
 * @param records account records; 0 when they were gone already
 * @param keyCheckValue of the destroyed key; empty when it was gone already
 */
public record Purged(int records, String keyCheckValue) {}
