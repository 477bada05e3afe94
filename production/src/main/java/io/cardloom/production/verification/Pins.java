package io.cardloom.production.verification;

import io.cardloom.production.accountdata.Pan;

/**
 * Makes and moves PINs with one tenant's keys; no PIN is ever handed out or taken in clear. A
 * device that holds PINs itself may not do all of it. All PINs have 4 to 12 digits (ISO 9564-1,
 * 8.1).
 */
public interface Pins {

    /**
     * A PIN that nobody can guess: each digit drawn at random.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_LENGTH}
     */
    SealedPin drawn(Pan pan, int digits);

    /**
     * The PIN that IBM 3624 derives from the account number; the same each time.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_LENGTH}
     */
    SealedPin natural(Pan pan, Ibm3624 rule, int digits);

    /**
     * Takes a PIN that arrives in a block encrypted under the tenant's PIN transport key.
     *
     * @param block 8 bytes under triple DES, or 16 under AES for {@link PinBlockFormat#ISO_4}
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_BLOCK}: it is no block of this format,
     *     key and account; what exactly is wrong is not told, and a retry does not help; {@code
     *     KEY_DEVICE_UNABLE}
     */
    SealedPin received(byte[] block, Pan pan, PinBlockFormat format);

    /**
     * The PIN in a block, encrypted under the tenant's PIN transport key.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_SEAL}: it was sealed elsewhere or for
     *     another account number; {@code KEY_DEVICE_UNABLE}: not in this format
     */
    byte[] block(SealedPin pin, Pan pan, PinBlockFormat format);

    /**
     * The PIN for the card's own check, encrypted under what chips' keys travel under.
     *
     * @param format {@link PinBlockFormat#ISO_1} (EMV CPS) or {@link PinBlockFormat#ISO_2}, which
     *     is the form in which a card compares it
     * @return 8 bytes
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PIN_SEAL}; {@code KEY_MISSING}; {@code
     *     KEY_DEVICE_UNABLE}
     */
    byte[] chipBlock(SealedPin pin, Pan pan, PinBlockFormat format);
}
