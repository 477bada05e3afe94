package io.cardloom.production.emv;

import io.cardloom.production.accountdata.ExpiryDate;

/**
 * What an issuer public key certificate says.
 *
 * @param iin the first digits of the account numbers it is good for
 * @param expiry its last month
 * @param serial the authority's number of it
 * @param key the issuer's
 */
public record IssuerCertificate(String iin, ExpiryDate expiry, int serial, ChipPublicKey key) {}
