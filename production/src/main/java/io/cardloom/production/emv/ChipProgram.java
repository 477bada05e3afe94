package io.cardloom.production.emv;

/**
 * The chip of a program's cards.
 *
 * @param profile what its application holds
 * @param issuer the issuer's key with its certificate
 * @param key which of the issuer's keys it certifies
 * @param scripts whether a run says the commands that store the chip's data
 */
public record ChipProgram(
        ApplicationProfile profile, CertifiedIssuer issuer, ChipIssuer key, boolean scripts) {}
