package io.cardloom.production.key.hsm;

/** Makes card verification values (CVV, CVC) with a pair of DES keys that stays inside. */
public interface VerificationValues {

    /**
     * Opens the key for one piece of work, from one thread.
     *
     * @throws KeyDeviceFailure when there is no such key
     */
    Key open(KeyName name);

    /** A key in use. */
    interface Key extends AutoCloseable {

        /**
         * @param pan digits, 19 at most
         * @param expiry YYMM
         * @param serviceCode three digits, which are not always the card's own
         * @return three digits
         * @throws KeyDeviceFailure when the device does not do it
         */
        String value(String pan, String expiry, String serviceCode);

        @Override
        void close();
    }
}
