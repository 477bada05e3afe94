package io.cardloom.designer.proof;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Digest;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps proofs and their files. */
@Repository
class ProofRepository {

    static final String PDF = "PDF";

    private final EntityManager entities;

    ProofRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Proof> find(TenantId tenant, Digest digest) {
        return entities.createQuery(
                        "select p from ProofRow p where p.tenantId = :tenant"
                                + " and p.digest = :digest",
                        ProofRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("digest", digest.hex64())
                .getResultStream()
                .findFirst()
                .map(row -> proof(tenant, row));
    }

    Optional<Proof> find(TenantId tenant, ProofId id) {
        return entities.createQuery(
                        "select p from ProofRow p where p.tenantId = :tenant and p.id = :id",
                        ProofRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(row -> proof(tenant, row));
    }

    Optional<byte[]> content(TenantId tenant, ProofId proof, String kind) {
        return entities.createQuery(
                        "select f.content from ProofFileRow f where f.tenantId = :tenant"
                                + " and f.proofId = :proof and f.kind = :kind",
                        byte[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("proof", proof.value())
                .setParameter("kind", kind)
                .getResultStream()
                .findFirst();
    }

    /**
     * @throws org.springframework.dao.DataIntegrityViolationException when somebody was faster
     */
    void add(TenantId tenant, Proof proof, byte[] pdf, Map<Face, byte[]> pngs) {
        entities.persist(new ProofRow(tenant.value(), proof));
        entities.flush();
        entities.persist(new ProofFileRow(tenant.value(), proof.id(), PDF, proof.pdf(), pdf));
        proof.png()
                .forEach(
                        (face, file) ->
                                entities.persist(
                                        new ProofFileRow(
                                                tenant.value(),
                                                proof.id(),
                                                face.name(),
                                                file,
                                                java.util.Objects.requireNonNull(pngs.get(face)))));
        entities.flush();
    }

    private Proof proof(TenantId tenant, ProofRow row) {
        Map<String, Proof.ProofFile> files = new HashMap<>();
        entities.createQuery(
                        "select f.kind, f.bytes, f.sha256 from ProofFileRow f"
                                + " where f.tenantId = :tenant and f.proofId = :proof",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("proof", row.id)
                .getResultStream()
                .forEach(
                        f ->
                                files.put(
                                        (String) f[0],
                                        new Proof.ProofFile((long) f[1], (String) f[2])));
        Proof.ProofFile pdf = files.remove(PDF);
        if (pdf == null) {
            throw new IllegalStateException("a proof has lost its PDF");
        }
        Map<Face, Proof.ProofFile> png = new EnumMap<>(Face.class);
        files.forEach((kind, file) -> png.put(Face.valueOf(kind), file));
        return new Proof(new ProofId(row.id), new Digest(row.digest), pdf, png, row.issuedAt);
    }
}
