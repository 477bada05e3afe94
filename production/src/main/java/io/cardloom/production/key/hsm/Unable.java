package io.cardloom.production.key.hsm;

import io.cardloom.tenancy.refusal.Refusal;

/** What a driver says that has a purpose's port and a device that does not serve it. */
public final class Unable {

    private Unable() {}

    /**
     * {@code KEY_DEVICE_UNABLE}: nothing was done, nothing else was done instead, and no retry
     * helps.
     *
     * @param sentence what the device cannot do, and what would do
     */
    public static Refusal refusal(String sentence) {
        return Refusal.conflict("KEY_DEVICE_UNABLE", sentence);
    }
}
