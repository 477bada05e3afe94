package io.cardloom.production.reconciliation;

import io.cardloom.tenancy.refusal.Refusal;

/**
 * The plastics of one run: what was counted out must be found again.
 *
 * @param stock counted out at the release
 * @param good became good cards
 * @param spoiled by the bureau or the device
 * @param destroyed by a person, after doubt
 * @param unknown cards in doubt, which nobody has looked at
 * @param left counted at the end
 */
public record Ledger(int stock, int good, int spoiled, int destroyed, int unknown, int left) {

    /** Whether every plastic is accounted for. */
    public boolean balances() {
        return unknown == 0 && left >= 0 && stock == good + spoiled + destroyed + left;
    }

    /**
     * @throws Refusal {@code RECONCILE_CARDS_IN_DOUBT} or {@code RECONCILE_DOES_NOT_BALANCE}; a
     *     retry helps once the doubt is resolved or the count is right
     */
    public void requireBalanced() {
        if (unknown > 0) {
            throw Refusal.conflict(
                    "RECONCILE_CARDS_IN_DOUBT",
                    unknown
                            + " cards are in doubt. Look at their plastics and resolve them"
                            + " first.");
        }
        if (!balances()) {
            throw Refusal.invalid(
                    "RECONCILE_DOES_NOT_BALANCE",
                    "%d plastics were counted out; %d good, %d spoiled and %d destroyed leave %d, not %d. Count again."
                            .formatted(
                                    stock,
                                    good,
                                    spoiled,
                                    destroyed,
                                    stock - good - spoiled - destroyed,
                                    left));
        }
    }
}
