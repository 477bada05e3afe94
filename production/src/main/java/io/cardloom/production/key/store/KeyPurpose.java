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
    /** The issuer's RSA key that signs chip data (EMV Book 2). */
    CHIP_ISSUER,
    /** Encrypts chip keys on their way to the personalizer (a pair of DES keys). */
    CHIP_TRANSPORT,
    /** Sealed card keys at rest, before their seal was the device's. */
    CHIP_SEAL,
    /** Issuer master key of application cryptograms (a pair of DES keys). */
    CHIP_CRYPTOGRAM,
    /** Issuer master key of message integrity (a pair of DES keys). */
    CHIP_INTEGRITY,
    /** Issuer master key of message confidentiality (a pair of DES keys). */
    CHIP_CONFIDENTIALITY,
    /** Issuer master key of application cryptograms (AES). */
    CHIP_CRYPTOGRAM_AES,
    /** Issuer master key of message integrity (AES). */
    CHIP_INTEGRITY_AES,
    /** Issuer master key of message confidentiality (AES). */
    CHIP_CONFIDENTIALITY_AES,
    /** Signs identity documents (RSA). */
    DOCUMENT_SIGNER,
    /** Wraps chips' keys on their way to the personalizer of documents (AES). */
    DOCUMENT_TRANSPORT,
    /** Opens the issuer's cardholder files. */
    INTAKE,
    /** Opens the issuer's cardholder files that come as OpenPGP. */
    OPENPGP_INTAKE,
    /** Signs packages. */
    SIGNING;

    String fileName() {
        return fileName(1);
    }

    /** Of keys that follow each other the first has no number in its name. */
    String fileName(int number) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return (number == 1 ? name : name + "-" + number) + ".key";
    }
}
