package io.cardloom.tenancy.isolation;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a piece of work for one tenant, in one transaction.
 *
 * <p>The tenant is bound before the transaction opens, because Hibernate reads it once, at the
 * opening. Work inside work joins the outer transaction if it is for the same tenant; for another
 * tenant it is a programming error and fails. Threads inherit nothing: whoever starts a thread,
 * hears an event or runs a job names the tenant again.
 */
@Component
public class TenantWork {

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate apart;

    TenantWork(PlatformTransactionManager transactions) {
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Work that may change things and returns something. */
    public <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
        return BoundTenant.during(tenant, () -> writable(work));
    }

    /** Work that may change things and returns nothing. */
    public void run(TenantId tenant, Runnable work) {
        call(
                tenant,
                () -> {
                    work.run();
                    return Boolean.TRUE;
                });
    }

    /** Work that changes nothing. */
    public <T extends @Nullable Object> T read(TenantId tenant, Supplier<T> work) {
        return BoundTenant.during(tenant, () -> within(reading, work));
    }

    /** Work that stands even if the surrounding work falls: an intent, or an outcome. */
    public <T extends @Nullable Object> T apart(TenantId tenant, Supplier<T> work) {
        return BoundTenant.during(tenant, () -> within(apart, work));
    }

    /**
     * @throws IllegalStateException when the work in hand is not this tenant's, or there is none
     */
    public void requireBound(TenantId tenant) {
        if (!tenant.equals(BoundTenant.current())) {
            throw new IllegalStateException("this is not the work of that tenant");
        }
    }

    private <T extends @Nullable Object> T writable(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a change inside work that only reads would be lost");
        }
        return within(writing, work);
    }

    @SuppressWarnings("NullAway") // the template hands back exactly what the work returned
    private static <T extends @Nullable Object> T within(
            TransactionTemplate template, Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
