package io.cardloom.production.emv;

/**
 * A key pair taken for one card.
 *
 * @param place where it rested, needed to open it
 * @param key sealed
 */
public record TakenIccKey(String place, SealedIccKey key) {}
