package io.cardloom.designer.asset;

import io.cardloom.tenancy.database.Containing;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps assets by the digest of what was uploaded, once a tenant. */
@Repository
class AssetRepository {

    private final EntityManager entities;
    private final Clock clock;

    AssetRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Optional<AssetRow> find(TenantId tenant, AssetDigest digest) {
        return entities.createQuery(
                        "select a from AssetRow a"
                                + " where a.tenantId = :tenant and a.digest = :digest",
                        AssetRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest.hex())
                .getResultStream()
                .findFirst();
    }

    AssetRow add(TenantId tenant, Asset asset, byte[] master, byte[] drawing) {
        AssetRow row =
                new AssetRow(Identifier.next("ast", clock), tenant.value(), asset, clock.instant());
        entities.persist(row);
        entities.flush();
        addParts(tenant, row.id, AssetPartRow.Kind.MASTER, master);
        addParts(tenant, row.id, AssetPartRow.Kind.DRAWING, drawing);
        return row;
    }

    private void addParts(TenantId tenant, String asset, AssetPartRow.Kind kind, byte[] content) {
        for (int from = 0, number = 0; from < content.length; number++) {
            int to = Math.min(content.length, from + AssetPartRow.LONGEST);
            AssetPartRow part =
                    new AssetPartRow(
                            Identifier.next("asp", clock),
                            tenant.value(),
                            asset,
                            kind,
                            number,
                            Arrays.copyOfRange(content, from, to));
            entities.persist(part);
            entities.flush();
            entities.detach(part);
            from = to;
        }
    }

    /** The whole content; empty when there is none. */
    byte[] content(TenantId tenant, String asset, AssetPartRow.Kind kind) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        entities.createQuery(
                        "select p.content from AssetPartRow p where p.tenantId = :tenant"
                                + " and p.assetId = :asset and p.kind = :kind order by p.number",
                        byte[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("asset", asset)
                .setParameter("kind", kind)
                .getResultList()
                .forEach(part -> whole.write(part, 0, part.length));
        return whole.toByteArray();
    }

    boolean isUploadedBy(TenantId tenant, String asset, String organization) {
        return entities.createQuery(
                                "select count(u) from AssetUploadRow u where u.tenantId = :tenant"
                                        + " and u.assetId = :asset"
                                        + " and u.organizationId = :organization",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("asset", asset)
                        .setParameter("organization", organization)
                        .getSingleResult()
                > 0;
    }

    void addUpload(TenantId tenant, String asset, String organization, String name) {
        Instant now = clock.instant();
        entities.persist(
                new AssetUploadRow(
                        Identifier.next("asu", clock),
                        tenant.value(),
                        asset,
                        organization,
                        name,
                        now));
        entities.flush();
    }

    boolean uploaded(TenantId tenant, String organization, String asset) {
        return entities.createQuery(
                                "select count(u) from AssetUploadRow u"
                                        + " where u.tenantId = :tenant"
                                        + " and u.organizationId = :organization"
                                        + " and u.assetId = :asset",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("organization", organization)
                        .setParameter("asset", asset)
                        .getSingleResult()
                > 0;
    }

    List<Asset> uploadedBy(
            TenantId tenant, String organization, String name, int offset, int limit) {
        return entities.createQuery(
                        "select a, u.name from AssetUploadRow u join AssetRow a"
                                + " on a.tenantId = u.tenantId and a.id = u.assetId"
                                + " where u.tenantId = :tenant"
                                + " and u.organizationId = :organization"
                                + " and lower(u.name) like :name escape '!'"
                                + " order by u.uploadedAt desc, u.id desc",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("organization", organization)
                .setParameter("name", Containing.pattern(name))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> ((AssetRow) row[0]).asset((String) row[1]))
                .toList();
    }

    long countUploadedBy(TenantId tenant, String organization, String name) {
        return entities.createQuery(
                        "select count(u) from AssetUploadRow u where u.tenantId = :tenant"
                                + " and u.organizationId = :organization"
                                + " and lower(u.name) like :name escape '!'",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("organization", organization)
                .setParameter("name", Containing.pattern(name))
                .getSingleResult();
    }
}
