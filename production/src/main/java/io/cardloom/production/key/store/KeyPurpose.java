package io.cardloom.production.key.store;

import java.util.Locale;

/** What a tenant's key is for; one purpose each. */
enum KeyPurpose {
    /** Wraps the data keys of orders and runs. */
    DATA,
    /** Keys the hashes by which duplicates are found. */
    LOOKUP,
    /** Makes card verification values: stripe, chip, signature panel (a pair of DES keys). */
    STRIPE_CVK,
    /** Derives natural PINs (a pair of DES keys). */
    PIN_GENERATION,
    /** Makes PIN verification values (a pair of DES keys). */
    PIN_VERIFICATION,
    /** Encrypts PIN blocks of eight bytes (a pair of DES keys). */
    PIN_TRANSPORT_DES,
    /** Encrypts PIN blocks of format 4. */
    PIN_TRANSPORT_AES,
    /** Seals PINs at rest. */
    PIN_SEAL,
    /** Opens the issuer's cardholder files. */
    INTAKE,
    /** Signs packages. */
    SIGNING;

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".key";
    }
}
