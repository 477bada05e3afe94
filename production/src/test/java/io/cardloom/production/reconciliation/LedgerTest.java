package io.cardloom.production.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static void refused(Ledger ledger, String code) {
        assertThat(ledger.balances()).isFalse();
        assertThatThrownBy(ledger::requireBalanced)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void closesOnlyWhenEveryPlasticIsFoundAgain() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            int good = random.nextInt(1_000);
            int spoiled = random.nextInt(50);
            int destroyed = random.nextInt(5);
            int left = random.nextInt(100);
            int stock = good + spoiled + destroyed + left;
            Ledger ledger = new Ledger(stock, good, spoiled, destroyed, 0, left);
            assertThat(ledger.balances()).isTrue();
            ledger.requireBalanced();
            int off = 1 + random.nextInt(9);
            refused(
                    new Ledger(stock + off, good, spoiled, destroyed, 0, left),
                    "RECONCILE_DOES_NOT_BALANCE");
            refused(
                    new Ledger(stock, good, spoiled, destroyed, 0, left - off - 100),
                    "RECONCILE_DOES_NOT_BALANCE");
        }
    }

    @Test
    void asksAboutCardsInDoubtBeforeItCounts() {
        refused(new Ledger(10, 8, 0, 0, 1, 1), "RECONCILE_CARDS_IN_DOUBT");
        refused(new Ledger(10, 9, 0, 0, 1, 1), "RECONCILE_CARDS_IN_DOUBT");
    }
}
