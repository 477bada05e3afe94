package io.cardloom.tenancy.isolation;

import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of any entity for a tenant: invents each value by its type, and makes the rows that
 * its foreign keys point to first. A module tells those values that cannot be invented.
 */
final class Rows {

    private static final Clock CLOCK = Clock.systemUTC();

    private final EntityManager em;
    private final Map<String, Supplier<Object>> told;
    private final Map<String, EntityType<?>> byTable = new HashMap<>();
    private final Map<String, Map<String, String[]>> references = new HashMap<>();
    private final Map<String, Facts> facts = new HashMap<>();
    private final Map<String, Object> made = new HashMap<>();

    /** What the server says of a column. */
    private record Facts(boolean nullable, int length) {}

    Rows(EntityManager em, Map<String, Supplier<Object>> told) {
        this.em = em;
        this.told = told;
        em.getMetamodel().getEntities().forEach(e -> byTable.put(table(e.getJavaType()), e));
        readReferences();
        readColumns();
    }

    private void readColumns() {
        List<?> found =
                em.createNativeQuery(
                                "select lower(table_name), lower(column_name), is_nullable,"
                                        + " character_maximum_length"
                                        + " from information_schema.columns"
                                        + " where table_schema = database()")
                        .getResultList();
        for (Object row : found) {
            Object[] r = (Object[]) row;
            long length = r[3] == null ? 0 : ((Number) r[3]).longValue();
            facts.put(
                    r[0] + "." + r[1],
                    new Facts("YES".equals(r[2]), (int) Math.min(length, 1 << 20)));
        }
    }

    /** Column of a table to the table and column it refers to, other than the tenant's. */
    private void readReferences() {
        List<?> found =
                em.createNativeQuery(
                                "select lower(table_name), lower(column_name),"
                                        + " lower(referenced_table_name),"
                                        + " lower(referenced_column_name)"
                                        + " from information_schema.key_column_usage"
                                        + " where table_schema = database()"
                                        + " and referenced_table_name is not null")
                        .getResultList();
        for (Object row : found) {
            Object[] r = (Object[]) row;
            references
                    .computeIfAbsent(r[0].toString(), t -> new HashMap<>())
                    .put(r[1].toString(), new String[] {r[2].toString(), r[3].toString()});
        }
    }

    /** A persisted row of that tenant, whose work must be in hand; one a tenant and entity. */
    Object row(TenantId tenant, EntityType<?> type) {
        Object known = made.get(tenant + type.getName());
        if (known != null) {
            return known;
        }
        Object there = existing(tenant, type);
        if (there != null) {
            made.put(tenant + type.getName(), there);
            return there;
        }
        try {
            Constructor<?> constructor = type.getJavaType().getDeclaredConstructor();
            constructor.setAccessible(true);
            Object row = constructor.newInstance();
            made.put(tenant + type.getName(), row);
            for (SingularAttribute<?, ?> attribute : type.getSingularAttributes()) {
                fill(tenant, type, attribute, row);
            }
            em.persist(row);
            em.flush();
            return row;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new AssertionError(
                    "No row of "
                            + type.getName()
                            + " could be made; tell what cannot be invented in values() of your"
                            + " TenantIsolationContract, as \""
                            + type.getName()
                            + ".attribute\": "
                            + e.getMessage(),
                    e);
        }
    }

    /** A row that founding the tenant, or another row, has made already. */
    private @Nullable Object existing(TenantId tenant, EntityType<?> type) {
        boolean shared = type.getJavaType().isAnnotationPresent(CrossTenant.class);
        String of = shared ? "" : " where e.tenantId = '" + tenant + "'";
        return em.createQuery("select e from " + type.getName() + " e" + of, type.getJavaType())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private void fill(
            TenantId tenant, EntityType<?> type, SingularAttribute<?, ?> attribute, Object row)
            throws ReflectiveOperationException {
        Field field = (Field) attribute.getJavaMember();
        field.setAccessible(true);
        Supplier<Object> value = told.get(type.getName() + "." + attribute.getName());
        if (value != null) {
            field.set(row, value.get());
        } else if (!attribute.isVersion()) {
            Object invented = invent(tenant, type, field);
            if (invented != null) {
                field.set(row, invented);
            }
        }
    }

    private @Nullable Object invent(TenantId tenant, EntityType<?> type, Field field)
            throws ReflectiveOperationException {
        String table = table(type.getJavaType());
        String column = column(type.getJavaType(), field.getName());
        if (column.equals("tenant_id")) {
            return tenant.value();
        }
        Facts known = facts.getOrDefault(table + "." + column, new Facts(true, 0));
        if (known.nullable()) {
            return null;
        }
        String[] to = references.getOrDefault(table, Map.of()).get(column);
        if (to != null && to[0].equals("tenant")) {
            return tenant.value();
        }
        if (to != null && !to[0].equals(table)) {
            return referred(tenant, to);
        }
        return to != null ? null : sample(tenant, field, known);
    }

    private Object referred(TenantId tenant, String[] to) throws ReflectiveOperationException {
        EntityType<?> target = byTable.get(to[0]);
        if (target == null) {
            throw new IllegalStateException("no entity is mapped to " + to[0]);
        }
        Object parent = row(tenant, target);
        for (SingularAttribute<?, ?> attribute : target.getSingularAttributes()) {
            if (column(target.getJavaType(), attribute.getName()).equals(to[1])) {
                Field field = (Field) attribute.getJavaMember();
                field.setAccessible(true);
                return field.get(parent);
            }
        }
        throw new IllegalStateException("nothing is mapped to " + to[0] + "." + to[1]);
    }

    private @Nullable Object sample(TenantId tenant, Field field, Facts known) {
        Class<?> type = field.getType();
        if (type == String.class) {
            return text(tenant, field, known.length());
        } else if (type == Instant.class) {
            return CLOCK.instant();
        } else if (type == Timestamp.class) {
            return Timestamp.from(CLOCK.instant());
        } else if (type == LocalDate.class) {
            return LocalDate.now(CLOCK);
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.now(CLOCK);
        } else if (type == byte[].class) {
            return new byte[] {1, 2, 3};
        } else if (type == int.class || type == Integer.class) {
            return 1;
        } else if (type == long.class || type == Long.class) {
            return 1L;
        } else if (type == boolean.class || type == Boolean.class) {
            return Boolean.FALSE;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        throw new IllegalStateException("no value can be invented for " + field.getName());
    }

    /** An id, a digest or a short word, by the column's name and length. */
    private static String text(TenantId tenant, Field field, int length) {
        if (length == 64) {
            return (Integer.toHexString(tenant.hashCode()) + "0".repeat(64)).substring(0, 64);
        }
        String sample = Identifier.next("tst", CLOCK);
        boolean id = field.getName().toLowerCase(java.util.Locale.ROOT).endsWith("id");
        return id && length >= sample.length()
                ? sample
                : sample.substring(sample.length() - Math.min(length, 10));
    }

    String table(Class<?> entity) {
        return persister(entity).getIdentifierTableName().toLowerCase(java.util.Locale.ROOT);
    }

    private String column(Class<?> entity, String attribute) {
        EntityMappingType mapping = persister(entity);
        return ((EntityPersister) mapping)
                .getPropertyColumnNames(attribute)[0].toLowerCase(java.util.Locale.ROOT);
    }

    /** The attributes of the entity's id, one or several, with their columns. */
    Map<Field, String> idColumns(EntityType<?> type) {
        Map<Field, String> columns = new LinkedHashMap<>();
        type.getSingularAttributes().stream()
                .filter(SingularAttribute::isId)
                .map(a -> (Field) a.getJavaMember())
                .sorted(Comparator.comparing(Field::getName))
                .forEach(
                        f -> {
                            f.setAccessible(true);
                            columns.put(f, column(type.getJavaType(), f.getName()));
                        });
        return columns;
    }

    private EntityPersister persister(Class<?> entity) {
        return em.getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
    }

    static @Nullable Field tenantField(EntityType<?> type) {
        return type.getSingularAttributes().stream()
                .map(a -> (Field) a.getJavaMember())
                .filter(f -> f.isAnnotationPresent(org.hibernate.annotations.TenantId.class))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Object get(Field field, Object row) {
        try {
            field.setAccessible(true);
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
