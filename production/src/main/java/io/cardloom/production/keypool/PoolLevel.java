package io.cardloom.production.keypool;

import java.util.List;

/**
 * One pool of card key pairs.
 *
 * @param bits length of its RSA keys
 * @param profiles the chips that take from it, by name
 * @param ready key pairs to be taken
 * @param target how many there are to be
 */
public record PoolLevel(int bits, List<String> profiles, int ready, int target) {

    public PoolLevel {
        profiles = List.copyOf(profiles);
    }
}
