package io.cardloom.production.verification;

import io.cardloom.production.accountdata.Pan;

/** Makes the values by which an issuer's host checks a PIN without knowing it. */
public interface PinVerification {

    /**
     * The PIN verification value (PVV): four digits from the account number, the key index and the
     * PIN's first four digits.
     *
     * @param keyIndex 0 to 9; 1 to 6 name a key, 0 says that none is used
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_SEAL}, {@code PIN_KEY_INDEX}
     */
    String pinVerificationValue(SealedPin pin, Pan pan, int keyIndex);

    /**
     * The IBM 3624 offset: what has to be added to the natural PIN, digit by digit without carry,
     * to get this one; as many digits as the PIN has.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_SEAL}
     */
    String offset(SealedPin pin, Pan pan, Ibm3624 rule);
}
