package io.cardloom.tenancy.isolation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Everything a tenant can try on a row of another, by name. */
final class Attempts {

    /** One attempt by A on B's row; it may fail, and must neither return the row nor change it. */
    @FunctionalInterface
    interface Attempt {
        @Nullable Object by(Target target);
    }

    private final EntityManager em;
    private final EntityManagerFactory factory;

    Attempts(EntityManager em, EntityManagerFactory factory) {
        this.em = em;
        this.factory = factory;
    }

    Map<String, Attempt> all() {
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

    private @Nullable Object stateless(Function<StatelessSession, @Nullable Object> attempt) {
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
        Field field = Objects.requireNonNull(Rows.tenantField(t.type()));
        return Objects.equals(Rows.get(field, merged), Rows.get(field, t.row())) ? merged : null;
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
}
