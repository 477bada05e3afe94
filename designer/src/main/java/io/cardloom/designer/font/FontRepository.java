package io.cardloom.designer.font;

import io.cardloom.designer.font.sfnt.CheckedFont;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps admitted fonts, each file once a tenant, for ever. */
@Repository
class FontRepository {

    private final EntityManager entities;
    private final Clock clock;

    FontRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Optional<FontRow> find(TenantId tenant, FontKey key) {
        return entities.createQuery(
                        "select f from FontRow f where f.tenantId = :tenant and f.key = :key",
                        FontRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("key", key.value())
                .getResultStream()
                .findFirst();
    }

    Optional<FontRow> digest(TenantId tenant, String digest) {
        return entities.createQuery(
                        "select f from FontRow f where f.tenantId = :tenant"
                                + " and f.digest = :digest",
                        FontRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    Optional<FontRow> uploaded(TenantId tenant, String digest) {
        return entities.createQuery(
                        "select f from FontRow f where f.tenantId = :tenant"
                                + " and (f.uploadedDigest = :digest or f.digest = :digest)",
                        FontRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    List<FontRow> all(TenantId tenant) {
        return entities.createQuery(
                        "select f from FontRow f where f.tenantId = :tenant"
                                + " order by f.family, f.weight, f.italic, f.style, f.id",
                        FontRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    long count(TenantId tenant) {
        return entities.createQuery(
                        "select count(f) from FontRow f where f.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
    }

    FontRow add(TenantId tenant, FontUpload upload, CheckedFont font, FontRow.Admission admission) {
        FontRow row =
                new FontRow(Identifier.next("fnt", clock), tenant.value(), upload, font, admission);
        entities.persist(row);
        entities.flush();
        byte[] file = font.file();
        for (int from = 0, number = 0; from < file.length; number++) {
            int to = Math.min(file.length, from + FontPartRow.LONGEST);
            FontPartRow part =
                    new FontPartRow(
                            Identifier.next("fnp", clock),
                            tenant.value(),
                            row.id,
                            number,
                            Arrays.copyOfRange(file, from, to));
            entities.persist(part);
            entities.flush();
            entities.detach(part);
            from = to;
        }
        return row;
    }

    byte[] file(TenantId tenant, String font) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        entities.createQuery(
                        "select p.content from FontPartRow p where p.tenantId = :tenant"
                                + " and p.fontId = :font order by p.number",
                        byte[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("font", font)
                .getResultList()
                .forEach(part -> whole.write(part, 0, part.length));
        return whole.toByteArray();
    }
}
