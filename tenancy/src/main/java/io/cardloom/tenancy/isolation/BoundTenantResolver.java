package io.cardloom.tenancy.isolation;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.Map;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** Tells Hibernate the bound tenant; without one, a tenant that owns no row. */
@Component
class BoundTenantResolver
        implements CurrentTenantIdentifierResolver<String>, HibernatePropertiesCustomizer {

    static final String NOBODY = "ten_none";

    @Override
    public String resolveCurrentTenantIdentifier() {
        @Nullable TenantId tenant = BoundTenant.current();
        return tenant == null ? NOBODY : tenant.value();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
    }
}
