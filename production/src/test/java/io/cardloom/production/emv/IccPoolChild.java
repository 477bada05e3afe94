package io.cardloom.production.emv;

import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * A process of its own that fills a pool on one thread and takes from it on another, card after
 * card, and says what it took after each was committed. It never ends by itself.
 */
final class IccPoolChild {

    private IccPoolChild() {}

    public static void main(String[] args) throws Exception {
        Class<?> room = Class.forName("io.cardloom.production.ProductionTests");
        ApplicationContext context = new SpringApplication(room).run(args);
        IccKeys keys = context.getBean(IccKeys.class);
        TenantId tenant = new TenantId(System.getProperty("pool.tenant"));
        int bits = Integer.getInteger("pool.bits");
        Thread.ofPlatform().start(() -> keys.fill(tenant, bits, Integer.MAX_VALUE));
        for (int card = Integer.getInteger("pool.card"); ; card++) {
            System.out.println(taken(keys, tenant, bits, "pool-crash/" + card));
        }
    }

    private static String taken(IccKeys keys, TenantId tenant, int bits, String card) {
        while (true) {
            try {
                return "took "
                        + card
                        + " "
                        + keys.take(tenant, bits, List.of(card)).getFirst().place();
            } catch (Refusal refusal) {
                if (refusal.code().equals("ICC_KEY_TAKEN")) {
                    return "had " + card;
                }
                // The pool is empty for now; the other thread fills it.
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
