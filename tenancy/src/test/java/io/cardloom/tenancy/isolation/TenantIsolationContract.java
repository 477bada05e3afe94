package io.cardloom.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
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

    @Test
    void givesEveryEntityATenantOrAReasonWhyNot() {
        assertThat(factory.getMetamodel().getEntities()).isNotEmpty();
        for (EntityType<?> type : factory.getMetamodel().getEntities()) {
            CrossTenant shared = type.getJavaType().getAnnotation(CrossTenant.class);
            if (shared == null) {
                assertThat(Rows.tenantField(type)).as(type.getName()).isNotNull();
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
                .filter(t -> Rows.tenantField(t) != null)
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
            Attempts.Attempt attempt =
                    Objects.requireNonNull(new Attempts(em, factory).all().get(reading));
            assertThat(outcome(b, attempt, target)).as("B itself: " + reading).isNotNull();
        }
        String before = stored(target, b);
        assertThat(before).as("the row is there").isNotBlank();
        new Attempts(em, factory)
                .all()
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
                            Object value = Objects.requireNonNull(Rows.get(field, row));
                            keys.put(field.getName(), value);
                            columns.put(column, value instanceof Enum<?> e ? e.name() : value);
                        });
        em.flush();
        em.clear();
        return new Target(type, row, id, rows.table(type.getJavaType()), keys, columns);
    }

    /** Null when nothing came back, or the attempt was refused. */
    private @Nullable Object outcome(TenantId a, Attempts.Attempt attempt, Target target) {
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
