package io.cardloom.production.expiry;

/**
 * How far off a thing's end is.
 *
 * @param days whole days that are left; negative once it is over
 */
public record Expiry(ExpiringThing thing, long days) {

    /** Whether it is over. */
    public boolean over() {
        return days < 0;
    }

    /** Whether an alarm has been due for it. */
    public boolean near() {
        return days <= ExpiryAlarms.DAYS.getFirst();
    }
}
