package io.cardloom.tenancy.isolation;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tenant of the work in hand; a scoped value, so that no thread inherits one by luck. */
final class BoundTenant {

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

    private BoundTenant() {}

    static <T extends @Nullable Object> T during(TenantId tenant, Supplier<T> work) {
        if (TENANT.isBound() && !TENANT.get().equals(tenant)) {
            throw new IllegalStateException("work for one tenant inside the work of another");
        }
        return ScopedValue.where(TENANT, tenant).<T, RuntimeException>call(work::get);
    }

    static @Nullable TenantId current() {
        return TENANT.isBound() ? TENANT.get() : null;
    }
}
