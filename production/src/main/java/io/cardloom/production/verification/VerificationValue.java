package io.cardloom.production.verification;

import io.cardloom.production.accountdata.ServiceCode;

/**
 * Which three digits are meant. All come from account number, expiry date (YYMM) and a service
 * code; where a value stands decides the service code, so that none of them serves in the place of
 * another.
 */
public enum VerificationValue {
    /** On the stripe (CVV, CVC 1): the card's own service code. */
    STRIPE,
    /** In the chip's image of the stripe (iCVV, chip CVC): 999. */
    CHIP,
    /** On the signature panel (CVV2, CVC 2): 000. */
    SIGNATURE_PANEL;

    /** The three digits that stand for the service code in the calculation. */
    public String serviceCode(ServiceCode ofCard) {
        return switch (this) {
            case STRIPE -> ofCard.digits();
            case CHIP -> "999";
            case SIGNATURE_PANEL -> "000";
        };
    }
}
