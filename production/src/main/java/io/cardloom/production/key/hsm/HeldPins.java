package io.cardloom.production.key.hsm;

import io.cardloom.production.key.material.KeyKind;

/**
 * PINs of a device that keeps clear ones to itself: what comes out is encrypted under the device's
 * own key and opens in it alone. Account numbers are 12 to 19 digits.
 */
public interface HeldPins {

    /**
     * A PIN that nobody can guess.
     *
     * @param pan the account that it is for; with another one it is of no use
     * @param digits 4 to 12
     * @return as the device holds it
     * @throws KeyDeviceFailure when the device does not do it
     */
    byte[] drawn(String pan, int digits);

    /**
     * Opens a key that natural PINs are derived by (IBM 3624), for one piece of work.
     *
     * @throws KeyDeviceFailure when there is no such key
     */
    Generation generation(KeyName name);

    /**
     * Opens a key that makes verification values (PVV), for one piece of work.
     *
     * @throws KeyDeviceFailure when there is no such key
     */
    Verification verification(KeyName name);

    /**
     * Opens a key that PIN blocks travel under, for one piece of work.
     *
     * @throws KeyDeviceFailure when there is no such key
     * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE} when the device makes
     *     no blocks under a key of this kind
     */
    Transport transport(KeyName name, KeyKind kind);

    /** How natural PINs come from account numbers; a key in use. */
    interface Generation {

        /**
         * @param data sixteen hexadecimal digits that are encrypted
         * @param table sixteen digits: what each hexadecimal digit becomes
         * @param digits 4 to 12
         * @return as the device holds it
         */
        byte[] natural(String pan, String data, String table, int digits);

        /**
         * What has to be added to the natural PIN, digit by digit without carry, to get this one.
         *
         * @param pin as the device holds it
         * @return as many digits as the PIN has
         */
        String offset(byte[] pin, String pan, String data, String table);
    }

    /** A key in use. */
    interface Verification {

        /**
         * @param pin as the device holds it
         * @param keyIndex 0 to 9
         * @return four digits
         */
        String value(byte[] pin, String pan, int keyIndex);
    }

    /** A key in use, for PIN blocks of ISO 9564-1. */
    interface Transport {

        /**
         * @param pin as the device holds it
         * @param format 0 to 4
         * @return the encrypted block
         * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE} for a format that
         *     the device does not make
         */
        byte[] block(byte[] pin, String pan, int format);

        /**
         * Takes a PIN in.
         *
         * @return as the device holds it
         * @throws io.cardloom.tenancy.refusal.Refusal {@code KEY_DEVICE_UNABLE}
         */
        byte[] received(byte[] block, String pan, int format);
    }
}
