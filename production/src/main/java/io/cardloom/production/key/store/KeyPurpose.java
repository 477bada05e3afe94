package io.cardloom.production.key.store;

import java.util.Locale;

/** What a tenant's key is for; one purpose each. */
enum KeyPurpose {
    /** Wraps the data keys of orders and runs. */
    DATA,
    /** Keys the hashes by which duplicates are found. */
    LOOKUP,
    /** Makes the verification value of the stripe (a pair of DES keys). */
    STRIPE_CVK,
    /** Opens the issuer's cardholder files. */
    INTAKE,
    /** Signs packages. */
    SIGNING;

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".key";
    }
}
