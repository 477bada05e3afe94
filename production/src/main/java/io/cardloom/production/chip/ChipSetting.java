package io.cardloom.production.chip;

/**
 * What a program's chips hold.
 *
 * @param profile the application's profile
 * @param iin the first digits of the account numbers that the issuer's certificate is good for
 * @param authorityIndex which of its keys the authority used, 0 to 255
 * @param until last month of the certificate, as it is printed: 12/31
 * @param scripts whether a run says the commands that store the chip's data
 */
public record ChipSetting(
        String profile, String iin, int authorityIndex, String until, boolean scripts) {}
