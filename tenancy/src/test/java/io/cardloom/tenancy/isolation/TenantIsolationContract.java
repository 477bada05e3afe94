package io.cardloom.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What every room promises of every entity it maps: nothing that tenant A does with the id of one
 * of B's rows shows or changes it. The tests are made from the entity metamodel, so a new entity is
 * tested without being told of. Extend it with {@code @SpringBootTest} in each module, and tell in
 * {@link #values} what cannot be invented.
 */
public abstract class TenantIsolationContract {

    private static final List<String> READING =
            List.of("find", "query", "count", "query with a subquery", "stateless get");

    @Autowired EntityManager em;
    @Autowired EntityManagerFactory factory;
    @Autowired TenantWork work;
    @Autowired Tenants tenants;
    @Autowired DataSource database;

    /** Values for attributes that cannot be invented, by {@code EntityName.attribute}. */
    protected Map<String, Supplier<Object>> values() {
        return Map.of();
    }

    /** One attempt by A on B's row; it may fail, and must neither return the row nor change it. */
    @FunctionalInterface
    private interface Attempt {
        @Nullable Object by(Target target);
    }

    /** A row of B's, detached, and where it lies: its id by attribute, and the same by column. */
    private record Target(
            EntityType<?> type,
            Object row,
            Object id,
            String table,
            Map<String, Object> keys,
            Map<String, Object> columns) {

        String entity() {
            return type.getName();
        }

        /** The key of an alias, in JPQL. */
        String is(String alias) {
            return keys.keySet().stream()
                    .map(k -> alias + "." + k + " = :" + k)
                    .collect(Collectors.joining(" and "));
        }

        /** The key, in SQL. */
        String where() {
            return " where "
                    + columns.keySet().stream()
                            .map(c -> c + " = :" + c)
                            .collect(Collectors.joining(" and "));
        }

        Query bind(Query query, Map<String, Object> values) {
            values.forEach(query::setParameter);
            return query;
        }
    }

    @Test
    void givesEveryEntityATenantOrAReasonWhyNot() {
        assertThat(factory.getMetamodel().getEntities()).isNotEmpty();
        for (EntityType<?> type : factory.getMetamodel().getEntities()) {
            CrossTenant shared = type.getJavaType().getAnnotation(CrossTenant.class);
            if (shared == null) {
                assertThat(tenantField(type)).as(type.getName()).isNotNull();
            } else {
                assertThat(shared.value()).as(type.getName()).isNotBlank();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsEachTenantsRowsToItself() {
        TenantId a = tenants.found("Isolated A", "aurora");
        TenantId b = tenants.found("Isolated B", "aurora");
        Rows rows = work.read(b, () -> new Rows(em, values()));
        return factory.getMetamodel().getEntities().stream()
                .filter(t -> tenantField(t) != null)
                .sorted(java.util.Comparator.comparing(EntityType::getName))
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        type.getName(), () -> tryEverything(rows, type, a, b)));
    }

    private void tryEverything(Rows rows, EntityType<?> type, TenantId a, TenantId b) {
        Target target = work.call(b, () -> target(rows, type, b));
        Object seen = work.read(b, () -> em.find(type.getJavaType(), target.id()));
        assertThat(seen).as("B sees its own row").isNotNull();
        for (String reading : READING) {
            // Else an attempt that fails for a reason of its own would pass for isolation.
            Attempt attempt = Objects.requireNonNull(attempts().get(reading));
            assertThat(outcome(b, attempt, target)).as("B itself: " + reading).isNotNull();
        }
        String before = stored(target, b);
        assertThat(before).as("the row is there").isNotBlank();
        attempts()
                .forEach(
                        (name, attempt) -> {
                            String what = target.entity() + ": " + name;
                            assertThat(outcome(a, attempt, target)).as(what).isNull();
                            assertThat(stored(target, b)).as(what).isEqualTo(before);
                        });
    }

    private Target target(Rows rows, EntityType<?> type, TenantId b) {
        Object row = rows.row(b, type);
        Object id = Objects.requireNonNull(factory.getPersistenceUnitUtil().getIdentifier(row));
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> columns = new LinkedHashMap<>();
        rows.idColumns(type)
                .forEach(
                        (field, column) -> {
                            Object value = Objects.requireNonNull(get(field, row));
                            keys.put(field.getName(), value);
                            columns.put(column, value instanceof Enum<?> e ? e.name() : value);
                        });
        em.flush();
        em.clear();
        return new Target(type, row, id, rows.table(type.getJavaType()), keys, columns);
    }

    /** Null when nothing came back, or the attempt was refused. */
    private @Nullable Object outcome(TenantId a, Attempt attempt, Target target) {
        try {
            return work.call(
                    a,
                    () -> {
                        Object result = attempt.by(target);
                        em.flush();
                        return result;
                    });
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Map<String, Attempt> attempts() {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        attempts.put("find", t -> em.find(t.type().getJavaType(), t.id()));
        attempts.put(
                "find and lock",
                t -> em.find(t.type().getJavaType(), t.id(), LockModeType.PESSIMISTIC_WRITE));
        attempts.put("query", t -> first("select e from " + t.entity() + " e", t));
        attempts.put(
                "count", t -> zeroIsNull(first("select count(e) from " + t.entity() + " e", t)));
        attempts.put(
                "query with a subquery",
                t ->
                        one(
                                em.createQuery(
                                        "select e from "
                                                + t.entity()
                                                + " e where exists (select 1 from "
                                                + t.entity()
                                                + " f where "
                                                + t.is("f")
                                                + ") and "
                                                + t.is("e")),
                                t));
        attempts.put("merge", t -> owned(em.merge(t.row()), t));
        attempts.put("merge changed", t -> owned(em.merge(changed(t)), t));
        attempts.put(
                "delete",
                t -> {
                    em.remove(em.getReference(t.type().getJavaType(), t.id()));
                    return null;
                });
        attempts.put(
                "bulk update",
                t -> bulk("update " + t.entity() + " e set e." + plain(t) + " = e." + plain(t), t));
        attempts.put("bulk delete", t -> bulk("delete from " + t.entity() + " e", t));
        attempts.put("stateless get", t -> stateless(s -> s.get(t.type().getJavaType(), t.id())));
        attempts.put(
                "stateless update",
                t ->
                        stateless(
                                s -> {
                                    s.update(changed(t));
                                    return null;
                                }));
        attempts.put(
                "stateless delete",
                t ->
                        stateless(
                                s -> {
                                    s.delete(t.row());
                                    return null;
                                }));
        attempts.putAll(nativeAttempts());
        return attempts;
    }

    private Map<String, Attempt> nativeAttempts() {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        attempts.put(
                "native query",
                t ->
                        t.bind(
                                        em.createNativeQuery(
                                                "select * from " + t.table() + t.where()),
                                        t.columns())
                                .getResultStream()
                                .findFirst()
                                .orElse(null));
        attempts.put(
                "native update",
                t ->
                        changes(
                                "update "
                                        + t.table()
                                        + " set tenant_id = concat(tenant_id, '')"
                                        + t.where(),
                                t));
        attempts.put("native delete", t -> changes("delete from " + t.table() + t.where(), t));
        attempts.put(
                "native update in Hibernate's own form",
                t ->
                        changes(
                                "update "
                                        + t.table()
                                        + " set tenant_id=concat(tenant_id, 'x')"
                                        + t.where().replace(" = ", "="),
                                t));
        attempts.put(
                "native delete in Hibernate's own form",
                t -> changes("delete from " + t.table() + t.where().replace(" = ", "="), t));
        attempts.put(
                "native delete of everything",
                t -> em.createNativeQuery("delete from " + t.table()).executeUpdate());
        return attempts;
    }

    private @Nullable Object one(Query query, Target t) {
        return t.bind(query, t.keys()).getResultStream().findFirst().orElse(null);
    }

    private @Nullable Object changes(String sql, Target t) {
        return zeroIsNull(t.bind(em.createNativeQuery(sql), t.columns()).executeUpdate());
    }

    private @Nullable Object first(String select, Target t) {
        return t.bind(em.createQuery(select + " where " + t.is("e")), t.keys())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object bulk(String statement, Target t) {
        Query query = em.createQuery(statement + " where " + t.is("e"));
        return zeroIsNull(t.bind(query, t.keys()).executeUpdate());
    }

    /** Some attribute that may stand in a SET. */
    private static String plain(Target t) {
        return t.type().getSingularAttributes().stream()
                .filter(a -> !a.isId() && !a.isVersion())
                .filter(
                        a ->
                                !((Field) a.getJavaMember())
                                        .isAnnotationPresent(
                                                org.hibernate.annotations.TenantId.class))
                .map(a -> a.getName())
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Object stateless(
            java.util.function.Function<StatelessSession, @Nullable Object> attempt) {
        SessionFactory sessions = factory.unwrap(SessionFactory.class);
        Session session = em.unwrap(Session.class);
        return session.doReturningWork(
                connection -> {
                    try (StatelessSession stateless = sessions.openStatelessSession(connection)) {
                        return attempt.apply(stateless);
                    }
                });
    }

    /** Null unless what came back is B's. */
    private @Nullable Object owned(Object merged, Target t) {
        Field field = Objects.requireNonNull(tenantField(t.type()));
        return Objects.equals(get(field, merged), get(field, t.row())) ? merged : null;
    }

    /** B's row with another text in some attribute that is neither id nor tenant. */
    private static Object changed(Target t) {
        Object row = t.row();
        t.type().getSingularAttributes().stream()
                .filter(a -> a.getJavaType() == String.class && !a.isId())
                .map(a -> (Field) a.getJavaMember())
                .filter(f -> !f.isAnnotationPresent(org.hibernate.annotations.TenantId.class))
                .findFirst()
                .ifPresent(f -> set(f, row, "stolen"));
        return row;
    }

    private static @Nullable Field tenantField(EntityType<?> type) {
        return type.getSingularAttributes().stream()
                .map(a -> (Field) a.getJavaMember())
                .filter(f -> f.isAnnotationPresent(org.hibernate.annotations.TenantId.class))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object get(Field field, Object row) {
        try {
            field.setAccessible(true);
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Field field, Object row, Object value) {
        try {
            field.setAccessible(true);
            field.set(row, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object zeroIsNull(@Nullable Object count) {
        return count == null || ((Number) count).longValue() == 0 ? null : count;
    }

    /** Every column of B's row as the server has it, read beside Hibernate. */
    private String stored(Target t, TenantId b) {
        String key =
                t.columns().keySet().stream()
                        .map(c -> " and " + c + " = ?")
                        .collect(Collectors.joining());
        String sql = "select * from " + t.table() + " where tenant_id = ?" + key;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            statement.setString(place++, b.value());
            for (Object value : t.columns().values()) {
                statement.setObject(place++, value);
            }
            List<String> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(row.getMetaData().getColumnName(i) + "=" + row.getString(i));
                    }
                }
            }
            return String.join("\n", columns);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
