package io.cardloom.production.verification;

import io.cardloom.production.accountdata.AccountRecord;

/** Makes card verification values with one tenant's key, for one piece of work. */
public interface CardVerification {

    /**
     * Three digits, to be put in their place and dropped: they are never stored (PCI DSS 3.3.1.2
     * once the card is authorized, and we keep them shorter).
     */
    String value(VerificationValue which, AccountRecord card);
}
