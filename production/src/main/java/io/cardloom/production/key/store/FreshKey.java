package io.cardloom.production.key.store;

import io.cardloom.tenancy.tenant.TenantId;

/** A data key that is made and not kept yet; forgotten, it leaves nothing behind. */
public final class FreshKey {

    private final TenantId tenant;
    private final String name;
    private final DataKey key;
    private final byte[] wrapped;

    FreshKey(TenantId tenant, String name, DataKey key, byte[] wrapped) {
        this.tenant = tenant;
        this.name = name;
        this.key = key;
        this.wrapped = wrapped;
    }

    public DataKey key() {
        return key;
    }

    TenantId tenant() {
        return tenant;
    }

    String name() {
        return name;
    }

    byte[] wrapped() {
        return wrapped;
    }
}
