package io.cardloom.production.key.hsm;

/**
 * Retail MACs, of which card verification values are made, with a pair of DES keys that stays
 * inside.
 */
public interface RetailMac {

    /**
     * Opens the key for one piece of work, from one thread.
     *
     * @throws KeyDeviceFailure when there is no such key
     */
    Pair open(KeyName name);

    /** A key in use. */
    interface Pair extends AutoCloseable {

        /**
         * The first half encrypted with the pair's first key, the second added, and all of it with
         * both (ISO/IEC 9797-1, MAC algorithm 3 with padding method 1).
         *
         * @param sixteen bytes
         * @return eight bytes
         */
        byte[] mac(byte[] sixteen);

        @Override
        void close();
    }
}
