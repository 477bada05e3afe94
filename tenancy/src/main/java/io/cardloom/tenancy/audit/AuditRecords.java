package io.cardloom.tenancy.audit;

import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries back from what was hashed, not from the columns beside it. */
@Component
class AuditRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectProvider<PersonNames> names;

    AuditRecords(ObjectProvider<PersonNames> names) {
        this.names = names;
    }

    List<AuditRecord> of(List<AuditEntryRow> rows) {
        Set<String> ids = new TreeSet<>();
        List<JsonNode> entries = rows.stream().map(r -> JSON.readTree(r.entry)).toList();
        entries.forEach(e -> ids.add(e.path("person").asString("")));
        ids.remove("");
        Map<PersonId, String> known = new LinkedHashMap<>();
        Set<PersonId> people = Set.copyOf(ids.stream().map(PersonId::new).toList());
        names.ifAvailable(n -> known.putAll(n.of(people)));
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> record(entries.get(i), rows.get(i).hash, known))
                .toList();
    }

    private static AuditRecord record(JsonNode entry, String hash, Map<PersonId, String> known) {
        @Nullable String person = text(entry, "person");
        @Nullable String organization = text(entry, "organization");
        @Nullable PersonId id = person == null ? null : new PersonId(person);
        return new AuditRecord(
                entry.path("sequence").asLong(),
                Instant.parse(entry.path("at").asString()),
                id,
                organization == null ? null : new OrganizationId(organization),
                id == null ? entry.path("system").asString() : known.getOrDefault(id, id.value()),
                entry.path("action").asString(),
                entry.path("subject").asString(),
                text(entry, "digest"),
                entry.path("success").asBoolean(),
                entry.path("origin").asString(),
                details(entry.path("details")),
                hash);
    }

    private static Map<String, String> details(JsonNode node) {
        Map<String, String> details = new LinkedHashMap<>();
        node.properties().forEach(p -> details.put(p.getKey(), p.getValue().asString()));
        return details;
    }

    private static @Nullable String text(JsonNode entry, String field) {
        JsonNode node = entry.path(field);
        return node.isString() ? node.asString() : null;
    }
}
