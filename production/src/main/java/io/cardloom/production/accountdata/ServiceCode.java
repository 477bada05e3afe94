package io.cardloom.production.accountdata;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * Where and how a card may be used (ISO/IEC 7813): interchange and technology, authorization,
 * services and PIN.
 *
 * @param digits three digits in clear: the first one of 1, 2, 5, 6, 7, 9, the second one of 0, 2,
 *     4, the third one 0 to 7
 */
public record ServiceCode(String digits) {

    /**
     * @throws Refusal {@code SERVICE_CODE}
     */
    public ServiceCode {
        if (!digits.matches("[125679][024][0-7]")) {
            throw Refusal.invalid(
                    "SERVICE_CODE",
                    "The service code needs three digits that ISO/IEC 7813 knows, for example 201"
                            + " (international, chip) or 101 (international, stripe).");
        }
    }

    @Override
    public String toString() {
        return "ServiceCode[REDACTED]";
    }
}
