package io.cardloom.connectors.registry;

/**
 * One thing a driver has to be told.
 *
 * @param key in the destination's settings
 * @param label for people
 * @param remark what may stand there
 * @param preset what it is when nothing is said; empty when something has to be said
 */
public record Setting(String key, String label, String remark, String preset) {

    public boolean required() {
        return preset.isEmpty();
    }
}
