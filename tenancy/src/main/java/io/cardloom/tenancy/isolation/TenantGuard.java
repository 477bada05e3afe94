package io.cardloom.tenancy.isolation;

import io.cardloom.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * The last layer before the wire: no statement that names a tenant's table leaves without its
 * tenant.
 *
 * <p>Hibernate writes its own updates, deletes and locks of a loaded row as {@code where id=? and
 * version=?}; to statements of that form the tenant of the work in hand is added. Any other
 * statement that does not hold each tenant table to a tenant is refused. Which tables are tenants'
 * is read from the mapping at the start, where an entity without a tenant is refused too.
 */
@Component
class TenantGuard
        implements StatementInspector,
                Integrator,
                IntegratorProvider,
                HibernatePropertiesCustomizer {

    private static final Pattern BY_KEY =
            Pattern.compile(
                    "(?s)(?<head>(?:update (?<updated>\\w+) set |delete from (?<deleted>\\w+) ?"
                            + "|select [\\w,. ]+ from (?<read>\\w+) ?).*?)"
                            + "(?<where>\\bwhere \\w+=\\?(?: and \\w+=\\?)*)"
                            + "(?<lock> for update(?: nowait| skip locked| wait \\d+)?)?");

    private final Set<String> tables = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> judged = new ConcurrentHashMap<>();

    @Override
    public String inspect(String sql) {
        if (judged.computeIfAbsent(sql, this::isBound)) {
            return sql;
        }
        Matcher byKey = BY_KEY.matcher(sql);
        if (byKey.matches() && namesOneTable(sql)) {
            String lock = byKey.group("lock");
            return byKey.group("head")
                    + byKey.group("where")
                    + " and "
                    + SqlText.COLUMN
                    + "='"
                    + tenant()
                    + "'"
                    + (lock == null ? "" : lock);
        }
        throw new IllegalStateException(
                "SQL names a tenant's table without holding it to a tenant; add tenant_id = :tenant"
                        + " for each such table: "
                        + sql);
    }

    private boolean isBound(String sql) {
        if (judged.size() > 20_000) {
            judged.clear();
        }
        return new SqlText(sql, tables).isBound();
    }

    private boolean namesOneTable(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        return tables.stream()
                        .filter(t -> Pattern.compile("\\b" + t + "\\b").matcher(lower).find())
                        .count()
                == 1;
    }

    private static String tenant() {
        TenantId tenant = BoundTenant.current();
        return tenant == null ? BoundTenantResolver.NOBODY : tenant.value();
    }

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        List<String> faults = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            boolean shared = entity.getMappedClass().isAnnotationPresent(CrossTenant.class);
            if (!shared && isTenants(entity)) {
                tables.add(entity.getTable().getName().toLowerCase(Locale.ROOT));
                entity.getJoins().forEach(j -> faults.add(j.getTable().getName()));
            } else if (!shared) {
                faults.add(entity.getEntityName());
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            faults.add(collection.getRole());
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Each table belongs to a tenant: give the entity a @TenantId column tenant_id"
                            + " (or @CrossTenant with a reason), and make a collection an entity of"
                            + " its own: "
                            + faults);
        }
    }

    private static boolean isTenants(PersistentClass entity) {
        for (Property property : entity.getPropertyClosure()) {
            Class<?> type = entity.getMappedClass();
            while (type != null && type != Object.class) {
                if (isTenantField(type, property)) {
                    return true;
                }
                type = type.getSuperclass();
            }
        }
        return false;
    }

    private static boolean isTenantField(Class<?> type, Property property) {
        try {
            return type.getDeclaredField(property.getName())
                            .isAnnotationPresent(org.hibernate.annotations.TenantId.class)
                    && property.getColumns().stream()
                            .allMatch(c -> c.getName().equals(SqlText.COLUMN));
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    @Override
    public List<Integrator> getIntegrators() {
        return List.of(this);
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(AvailableSettings.STATEMENT_INSPECTOR, this);
        properties.put("hibernate.integrator_provider", this);
        properties.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        properties.put(AvailableSettings.USE_QUERY_CACHE, false);
        properties.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    }
}
