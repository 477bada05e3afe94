package io.cardloom.production.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.keypool.PoolLevel;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;

/** The pools of the shipped profile that has keys of 1152 bits. */
@SpringBootTest
class IccPoolFillerTest {

    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final int BITS = 1152;

    @Autowired Tenants tenants;
    @Autowired ChipPrograms chips;
    @Autowired ChipProgramRepository programs;
    @Autowired ApplicationProfiles profiles;
    @Autowired IccKeys keys;
    @Autowired IccPools configured;
    @Autowired TenantWork work;
    @Autowired TwoIssuers issuers;

    @Test
    void fillsUpToTheTargetOfTheProfileAndRefillsWhatWasTaken() {
        IssuerWorld world = chipBank("Pool Bank");
        IccPoolFiller filler = filler(3, () -> false);
        assertThat(filler.round()).isPositive();
        assertThat(keys.ready(world.tenant(), BITS)).isEqualTo(3);
        assertThat(filler.round()).as("all are full").isZero();
        keys.take(world.tenant(), BITS, List.of("pool-bank/1", "pool-bank/2"));
        assertThat(filler.round()).isEqualTo(2);
        assertThat(pools(3).levels(world.custodian()))
                .containsExactly(new PoolLevel(BITS, List.of("neutral"), 3, 3));
        assertThat(configured.levels(world.custodian()).getFirst().target()).isEqualTo(200);
        assertThat(pools(3).levels(issuers.another("Plain Bank").custodian())).isEmpty();
        assertThatThrownBy(() -> configured.levels(world.operator()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("PERMISSION_MISSING"));
    }

    @Test
    void waitsWhileCardsAreMade() {
        IssuerWorld world = chipBank("Busy Bank");
        AtomicInteger looks = new AtomicInteger();
        IccPoolFiller filler = filler(50, () -> looks.incrementAndGet() > 2);
        filler.round();
        assertThat(keys.ready(world.tenant(), BITS)).isLessThanOrEqualTo(2);
        assertThat(filler.round()).as("still busy").isZero();
    }

    @Test
    void stopsWithinOneKeyAndGoesOnAfterwards() {
        IssuerWorld world = chipBank("Stopped Bank");
        AtomicBoolean begun = new AtomicBoolean();
        IccPoolFiller filler =
                filler(
                        10_000,
                        () -> {
                            begun.set(true);
                            return false;
                        });
        filler.start();
        await(() -> begun.get() && keys.ready(world.tenant(), BITS) > 0);
        assertThat(filler.isRunning()).isTrue();
        filler.stop();
        assertThat(filler.isRunning()).isFalse();
        int left = keys.ready(world.tenant(), BITS);
        assertThat(left).isPositive().isLessThan(10_000);
        filler.start();
        await(() -> keys.ready(world.tenant(), BITS) > left);
        filler.stop();
    }

    @Test
    void refusesSettingsThatAreNone() {
        for (double share : new double[] {0, -1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> settings(1, share))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> settings(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void await(java.util.function.BooleanSupplier holds) {
        for (int i = 0; i < 600 && !holds.getAsBoolean(); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private IssuerWorld chipBank(String name) {
        IssuerWorld world = issuers.another(name);
        chips.configure(
                world.custodian(),
                world.program(),
                "neutral",
                1,
                AUTHORITY.key(),
                AUTHORITY.certify(chips.issuerKey(world.custodian()), "999900", "9912"));
        return world;
    }

    private IccPoolFiller filler(int target, ProductionLoad load) {
        ObjectProvider<ProductionLoad> provider =
                new StaticListableBeanFactory(Map.of("load", load))
                        .getBeanProvider(ProductionLoad.class);
        return new IccPoolFiller(
                tenants, pools(target), keys, provider, settings(target, 1), ProcessRole.ALL);
    }

    private IccPools pools(int target) {
        return new IccPools(programs, profiles, keys, settings(target, 1), work);
    }

    /** Other tests of this database have chips of other profiles, which get nothing here. */
    private static PoolSettings settings(int target, double share) {
        return new PoolSettings(true, 0, Map.of("neutral", target), share, Duration.ofMillis(10));
    }
}
