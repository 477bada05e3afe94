package io.cardloom.designer.preflight;

import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Keeps reports. */
@Repository
class PreflightReportRepository {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final EntityManager entities;
    private final JsonMapper json = JsonMapper.builder().addModule(edits()).build();

    PreflightReportRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<PreflightReport> find(TenantId tenant, Digest digest) {
        return entities.createQuery(
                        "select r from PreflightReportRow r where r.tenantId = :tenant"
                                + " and r.digest = :digest",
                        PreflightReportRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest.hex64())
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                new PreflightReport(
                                        digest,
                                        json.readValue(row.findings, FINDINGS),
                                        row.rules,
                                        row.judgedAt));
    }

    /**
     * @throws org.springframework.dao.DataIntegrityViolationException when somebody was faster
     */
    void add(
            TenantId tenant,
            Digest digest,
            String rules,
            List<Finding> findings,
            Instant judgedAt) {
        entities.persist(
                new PreflightReportRow(
                        tenant.value(),
                        digest.hex64(),
                        rules,
                        json.writeValueAsString(findings),
                        judgedAt));
        entities.flush();
    }

    /** An edit is kept in the words that editors speak. */
    private static SimpleModule edits() {
        return new SimpleModule()
                .addSerializer(
                        EditCommand.class,
                        new ValueSerializer<EditCommand>() {
                            @Override
                            public void serialize(
                                    EditCommand edit, JsonGenerator out, SerializationContext c) {
                                out.writeString(DesignJson.write(edit));
                            }
                        })
                .addDeserializer(
                        EditCommand.class,
                        new ValueDeserializer<EditCommand>() {
                            @Override
                            public EditCommand deserialize(
                                    JsonParser in, DeserializationContext context) {
                                return DesignJson.readCommand(in.getString());
                            }
                        });
    }
}
