package io.cardloom.designer.proof;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.render.Cut;
import io.cardloom.designer.render.Renderer;
import io.cardloom.designer.render.TypeCase;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door of the proofs. */
@Component
public class Proofs {

    private static final int DPI = 300;

    private final Designs designs;
    private final Programs programs;
    private final Preflight preflight;
    private final Renderer renderer;
    private final TypeCase typeCase;
    private final ProofRepository proofs;
    private final TenantWork work;
    private final AuditTrail trail;
    private final Clock clock;
    private final boolean demo;

    Proofs(
            Designs designs,
            Programs programs,
            Preflight preflight,
            Renderer renderer,
            TypeCase typeCase,
            ProofRepository proofs,
            TenantWork work,
            AuditTrail trail,
            Clock clock,
            @Value("${cardloom.demo:false}") boolean demo) {
        this.designs = designs;
        this.programs = programs;
        this.preflight = preflight;
        this.renderer = renderer;
        this.typeCase = typeCase;
        this.proofs = proofs;
        this.work = work;
        this.trail = trail;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * Issues the proof of a frozen revision, once; later calls give the same proof. It shows sample
     * values only, and what preflight found.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND} when the digest is of another
     *     tenant or program; {@code IMAGE_MISSING}, {@code GLYPH_MISSING}, {@code FONT_UNKNOWN} or
     *     {@code FIELD_TEXT_TOO_LONG} when the design cannot be drawn as it is: it has to change
     */
    public Proof issue(Actor actor, Digest digest) {
        actor.require(Permission.FREEZE_DESIGN);
        DesignRevision revision = designs.revision(actor, digest);
        TenantId tenant = actor.tenant();
        Optional<Proof> known = find(tenant, digest);
        if (known.isPresent()) {
            return known.get();
        }
        PreflightReport report = preflight.judge(actor, digest);
        Map<Face, byte[]> pngs = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            pngs.put(face, renderer.png(tenant, revision, face, DPI, Cut.TRIM));
        }
        byte[] pdf =
                new ProofDocument(typeCase.of(tenant), renderer.pictures(tenant))
                        .pdf(
                                new ProofDocument.Subject(
                                        revision,
                                        programs.get(tenant, revision.program()).name(),
                                        report,
                                        demo));
        try {
            return work.call(tenant, () -> keep(actor, revision, pdf, pngs));
        } catch (DataIntegrityViolationException somebodyWasFaster) {
            return find(tenant, digest).orElseThrow(() -> somebodyWasFaster);
        }
    }

    /**
     * The PDF as it was issued: a sheet to sign, then each face with crop marks.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}
     */
    public byte[] pdf(Actor actor, ProofId proof) {
        return content(actor, proof, ProofRepository.PDF);
    }

    /**
     * One face as it was issued, PNG of 300 pixels an inch, to the trimmed edge.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}
     */
    public byte[] png(Actor actor, ProofId proof, Face face) {
        return content(actor, proof, face.name());
    }

    /** The proof of this digest; empty when none was issued. */
    public Optional<Proof> find(TenantId tenant, Digest digest) {
        return work.read(tenant, () -> proofs.find(tenant, digest));
    }

    private byte[] content(Actor actor, ProofId id, String kind) {
        actor.require(Permission.VIEW_DESIGN);
        Proof proof =
                work.read(actor.tenant(), () -> proofs.find(actor.tenant(), id))
                        .orElseThrow(() -> Refusal.notFound("proof"));
        designs.revision(actor, proof.digest());
        return work.read(actor.tenant(), () -> proofs.content(actor.tenant(), id, kind))
                .orElseThrow(() -> Refusal.notFound("proof"));
    }

    private Proof keep(Actor actor, DesignRevision revision, byte[] pdf, Map<Face, byte[]> pngs) {
        Map<Face, Proof.ProofFile> files = new EnumMap<>(Face.class);
        pngs.forEach((face, png) -> files.put(face, file(png)));
        Proof proof =
                new Proof(
                        ProofId.next(clock),
                        revision.digest(),
                        file(pdf),
                        files,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        proofs.add(actor.tenant(), proof, pdf, pngs);
        trail.record(
                actor,
                new AuditEntry(
                        "proof.issued",
                        proof.id().value(),
                        revision.digest().hex64(),
                        Map.of(
                                "design", revision.design().value(),
                                "pdf", proof.pdf().sha256())));
        return proof;
    }

    private static Proof.ProofFile file(byte[] content) {
        try {
            return new Proof.ProofFile(
                    content.length,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
