package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Each test has a key length of its own, and so a pool of its own. */
@SpringBootTest
class IccKeysTest {

    private static final AtomicInteger CARD = new AtomicInteger();

    @Autowired IccKeys keys;
    @Autowired IccKeyRepository repository;
    @Autowired ChipKeystore keystore;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;

    @Test
    void fillsThePoolOnceAndKeepsItForItsTenant() {
        int bits = 512;
        assertThat(keys.fill(tenant(), bits, 3)).isEqualTo(3);
        assertThat(keys.fill(tenant(), bits, 3)).isZero();
        assertThat(keys.ready(tenant(), bits)).isEqualTo(3);
        assertThat(keys.ready(issuers.b().tenant(), bits)).isZero();
        refused("ICC_KEYS_MISSING", issuers.b().tenant(), bits, cards(1));
    }

    @Test
    void takesAKeyForGood() {
        int bits = 520;
        keys.fill(tenant(), bits, 2);
        List<String> card = cards(1);
        TakenIccKey taken = keys.take(tenant(), bits, card).getFirst();
        assertThat(keys.ready(tenant(), bits)).isEqualTo(1);
        assertThat(keystore.session(tenant()).iccPrivateKey(taken.key(), taken.place()).parts())
                .hasSize(5);
        refused("ICC_KEY_TAKEN", tenant(), bits, card);
        assertThat(keys.ready(tenant(), bits)).as("a refusal takes nothing").isEqualTo(1);
        refused("ICC_KEYS_MISSING", tenant(), bits, cards(2));
        assertThat(keys.ready(tenant(), bits)).isEqualTo(1);
        TakenIccKey next = keys.take(tenant(), bits, cards(1)).getFirst();
        assertThat(next.key().key()).isNotEqualTo(taken.key().key());
        assertThatThrownBy(
                        () -> keystore.session(tenant()).iccPrivateKey(next.key(), taken.place()))
                .as("a key opens in its own place only")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void putsKeysBackWhenTheWorkFalls() {
        int bits = 528;
        keys.fill(tenant(), bits, 2);
        List<String> card = cards(2);
        assertThatThrownBy(
                        () ->
                                work.run(
                                        tenant(),
                                        () -> {
                                            keys.take(tenant(), bits, card);
                                            throw new IllegalStateException("the crash");
                                        }))
                .hasMessage("the crash");
        assertThat(keys.ready(tenant(), bits)).isEqualTo(2);
        assertThat(keys.take(tenant(), bits, card)).hasSize(2);
    }

    /** Beside a fuller pool of another length: the database then has two ways to the free ones. */
    @Test
    void givesNobodyTheSameKeyAtTheSameTimeAndLetsNobodyWait() throws Exception {
        int bits = 536;
        int takers = 6;
        keys.fill(tenant(), 552, 150);
        keys.fill(tenant(), bits, 2 * takers);
        Set<BigInteger> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(takers);
        try (ExecutorService threads = Executors.newFixedThreadPool(takers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < takers; i++) {
                Callable<Boolean> taker =
                        () ->
                                work.call(
                                        tenant(),
                                        () -> {
                                            List<TakenIccKey> taken =
                                                    keys.take(tenant(), bits, cards(2));
                                            wait(together);
                                            taken.forEach(k -> seen.add(k.key().key().modulus()));
                                            return true;
                                        });
                all.add(threads.submit(taker));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(seen).hasSize(2 * takers);
        assertThat(keys.ready(tenant(), bits)).isZero();
    }

    @Test
    void keepsNoPrivateHalfOfATakenKey() {
        int bits = 544;
        keys.fill(tenant(), bits, 1);
        String card = cards(1).getFirst();
        keys.take(tenant(), bits, List.of(card));
        List<String> served = work.read(tenant(), () -> repository.served(tenant(), List.of(card)));
        assertThat(served).containsExactly(card);
        assertThat(keys.ready(tenant(), bits)).isZero();
    }

    /** All hold their keys before one of them ends. */
    private static void wait(CountDownLatch together) {
        together.countDown();
        try {
            assertThat(together.await(20, TimeUnit.SECONDS)).as("all have theirs").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TenantId tenant() {
        return issuers.a().tenant();
    }

    private static List<String> cards(int count) {
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cards.add("pool/" + CARD.incrementAndGet());
        }
        return cards;
    }

    private void refused(String code, TenantId tenant, int bits, List<String> cards) {
        assertThatThrownBy(() -> keys.take(tenant, bits, cards))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
