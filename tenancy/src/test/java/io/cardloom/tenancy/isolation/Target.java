package io.cardloom.tenancy.isolation;

import jakarta.persistence.Query;
import jakarta.persistence.metamodel.EntityType;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of B's, detached, and where it lies: its id by attribute, and the same by column. */
record Target(
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
