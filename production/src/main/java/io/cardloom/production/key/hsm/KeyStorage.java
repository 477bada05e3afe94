package io.cardloom.production.key.hsm;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;

/** Makes keys, takes them in and destroys them; what is inside never comes out in clear. */
public interface KeyStorage {

    /**
     * Makes a key inside.
     *
     * @return the check value that is usual for its algorithm
     * @throws KeyDeviceFailure when the device does not do it; nothing is kept then
     */
    KeyCheckValue generate(KeyName name, KeyUsage usage, KeyKind kind);

    /**
     * Takes a key in; the caller closes it.
     *
     * @return its check value as the device makes it
     * @throws KeyDeviceFailure as above
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE} when the device takes
     *     no key in clear
     */
    KeyCheckValue load(KeyName name, KeyUsage usage, ClearKey key);

    /** Whether there is a key of this name. */
    boolean holds(KeyName name);

    /** Destroys it for good; nothing happens when there is none. */
    void destroy(KeyName name);

    /**
     * Whether keys are in the device alone, so that what is destroyed there is in no copy of a
     * folder of Cardloom's.
     */
    boolean inside();
}
