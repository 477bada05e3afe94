package io.cardloom.designer.design;

import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes revisions and reads them back, each time against their digest. */
@Component
class Freezing {

    private final DesignRepository designs;
    private final EditRepository edits;
    private final RevisionRepository revisions;
    private final CardBodies cardBodies;
    private final Faces faces;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Freezing(
            DesignRepository designs,
            EditRepository edits,
            RevisionRepository revisions,
            CardBodies cardBodies,
            Faces faces,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.designs = designs;
        this.edits = edits;
        this.revisions = revisions;
        this.cardBodies = cardBodies;
        this.faces = faces;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The revision of a locked design's present content, made unless it was made before. */
    DesignRevision freeze(Actor actor, DesignRow row) {
        TenantId tenant = actor.tenant();
        DesignDocument document = DesignJson.read(row.document);
        FrozenContent content =
                new FrozenContent(
                        row.designId(),
                        document,
                        cardBodies.get(tenant, new CardBodyId(row.cardBodyId)),
                        fonts(tenant, document));
        String json = content.json();
        Optional<DesignRevision> standing = standing(tenant, row, json);
        if (standing.isPresent()) {
            return standing.get();
        }
        Digest digest = FrozenContent.digest(json);
        record(actor, row, digest, json);
        return find(tenant, digest).orElseThrow();
    }

    /** The revision that stands, if it still says what the design does, in whatever form. */
    private Optional<DesignRevision> standing(TenantId tenant, DesignRow row, String json) {
        return Optional.ofNullable(row.digestOrNull())
                .flatMap(digest -> revisions.find(tenant, digest))
                .filter(stored -> FrozenContent.read(stored.content).json().equals(json))
                .map(stored -> revision(tenant, stored));
    }

    private void record(Actor actor, DesignRow row, Digest digest, String json) {
        TenantId tenant = actor.tenant();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (revisions.find(tenant, digest).isEmpty()) {
            RevisionRow revision = new RevisionRow();
            revision.designId = row.id;
            revision.digest = digest.hex64();
            revision.programId = row.programId;
            revision.name = row.name;
            revision.number = row.number;
            revision.content = json;
            revision.frozenAt = now;
            revisions.add(tenant, revision);
        }
        FreezeRow freeze = new FreezeRow();
        freeze.designId = row.id;
        freeze.number = row.number;
        freeze.digest = digest.hex64();
        freeze.personId = actor.requirePerson().value();
        freeze.frozenAt = now;
        if (!revisions.frozen(tenant, freeze)) {
            revisions.add(tenant, freeze);
        }
        designs.stand(tenant, row.designId(), digest, DesignState.FROZEN);
        trail.record(
                actor,
                new AuditEntry(
                        "design.frozen",
                        row.id,
                        digest.hex64(),
                        Map.of("number", Long.toString(row.number))));
        events.publishEvent(new DesignFrozen(tenant, row.designId(), digest));
        events.publishEvent(new DesignStateChanged(tenant, row.designId(), DesignState.FROZEN));
    }

    private Map<String, String> fonts(TenantId tenant, DesignDocument document) {
        Map<String, String> fonts = new TreeMap<>();
        for (Layer layer : document.layers().values()) {
            if (layer.content() instanceof Typeset typeset) {
                String face = typeset.font() + '/' + typeset.weight();
                fonts.computeIfAbsent(
                        face, f -> faces.require(tenant, typeset.font(), typeset.weight()));
            }
        }
        return fonts;
    }

    /**
     * The stored revision.
     *
     * @throws IllegalStateException when what is stored does not give its digest: somebody has
     *     changed it behind Cardloom's back
     */
    Optional<DesignRevision> find(TenantId tenant, Digest digest) {
        return revisions.find(tenant, digest).map(row -> revision(tenant, row));
    }

    private DesignRevision revision(TenantId tenant, RevisionRow row) {
        Digest digest = new Digest(row.digest);
        if (!FrozenContent.digest(row.content).equals(digest)) {
            throw new IllegalStateException(
                    "The stored revision " + digest.brief() + " does not give its digest");
        }
        FrozenContent content = FrozenContent.read(row.content);
        return new DesignRevision(
                digest,
                content.design(),
                new ProgramId(row.programId),
                row.name,
                row.number,
                content.document(),
                content.cardBody(),
                content.fonts(),
                row.frozenAt,
                edits.authors(tenant, content.design(), revisions.latestNumber(tenant, digest)));
    }
}
