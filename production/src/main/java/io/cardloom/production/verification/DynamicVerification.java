package io.cardloom.production.verification;

import io.cardloom.production.accountdata.AccountRecord;

/** Makes the value that a contactless card in stripe mode computes at each transaction (dCVV). */
public interface DynamicVerification {

    /**
     * Three digits: as the stripe's value, but with the card's own key (EMV Book 2, option A,
     * sequence number 00) and the transaction counter in place of the first four digits of the
     * account number. As far as public projects show it; the schemes' own text is not public.
     *
     * @param transactionCounter 0 to 65535
     */
    String dynamicValue(AccountRecord card, int transactionCounter);
}
