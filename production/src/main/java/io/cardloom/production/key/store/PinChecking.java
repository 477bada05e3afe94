package io.cardloom.production.key.store;

import io.cardloom.production.accountdata.Pan;
import io.cardloom.production.verification.Ibm3624;

/** Makes what PINs are checked by, of PINs in the form of {@link PinMaking}. For one thread. */
interface PinChecking {

    String verificationValue(byte[] pin, Pan pan, int keyIndex);

    String offset(byte[] pin, Pan pan, Ibm3624 rule);
}
