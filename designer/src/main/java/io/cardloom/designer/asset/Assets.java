package io.cardloom.designer.asset;

import io.cardloom.designer.asset.decoder.Decoded;
import io.cardloom.designer.asset.decoder.Decoders;
import io.cardloom.designer.asset.picture.Master;
import io.cardloom.designer.asset.picture.PictureFile;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door of the assets. What comes in is typed by its content, measured before it is decoded,
 * decoded outside of this JVM, and made anew; the uploaded bytes themselves are never kept.
 */
@Component
public class Assets {

    /** Rows of one page at most. */
    public static final int PAGE = 100;

    private final AssetRepository repository;
    private final Decoders decoders;
    private final TenantWork work;
    private final AuditTrail audit;

    Assets(AssetRepository repository, Decoders decoders, TenantWork work, AuditTrail audit) {
        this.repository = repository;
        this.decoders = decoders;
        this.work = work;
        this.audit = audit;
    }

    /**
     * Takes in a PNG, JPEG or SVG. The same bytes twice are the same asset, found without decoding
     * again. Nothing is stored unless everything is.
     *
     * @param fileName what the person called it; its ending has to agree with the content, or be
     *     missing
     * @param content read to its end or to 20 MB, not closed
     * @throws Refusal {@code PERMISSION_MISSING} without the right to edit designs; a code {@code
     *     UPLOAD_...} otherwise, of which only {@code UPLOAD_BROKEN_OFF} and {@code UPLOAD_BUSY}
     *     (conflicts) may pass when tried again
     */
    public Asset upload(Actor actor, String fileName, InputStream content) {
        actor.require(Permission.EDIT_DESIGN);
        Received received = Received.from(content);
        UploadName name = UploadName.of(fileName);
        MediaType type = ContentType.of(received.content(), name);
        Optional<Asset> known = known(actor, received.digest(), name);
        if (known.isPresent()) {
            return known.get();
        }
        Made made = made(type, received.content());
        Master master = made.decoded().master();
        Asset asset =
                new Asset(
                        received.digest(),
                        name.text(),
                        type,
                        master.width(),
                        master.height(),
                        type == MediaType.SVG,
                        received.content().length,
                        made.notes());
        try {
            return work.call(
                    actor.tenant(),
                    () -> {
                        AssetRow row =
                                repository.add(
                                        actor.tenant(),
                                        asset,
                                        master.content(),
                                        made.decoded().svg());
                        return uploaded(actor, row, name);
                    });
        } catch (DataIntegrityViolationException e) {
            // Somebody uploaded the same bytes in the same moment.
            return known(actor, received.digest(), name).orElseThrow(() -> e);
        }
    }

    private record Made(Decoded decoded, List<String> notes) {}

    private Made made(MediaType type, byte[] content) {
        if (type == MediaType.SVG) {
            Decoded decoded = decoders.drawing(content);
            return new Made(decoded, decoded.master().notes());
        }
        PictureFile file =
                type == MediaType.PNG ? PictureFile.png(content) : PictureFile.jpeg(content);
        Decoded decoded = decoders.picture(file);
        List<String> notes = new ArrayList<>(file.notes());
        notes.addAll(decoded.master().notes());
        return new Made(decoded, notes);
    }

    private Optional<Asset> known(Actor actor, AssetDigest digest, UploadName name) {
        return work.call(
                actor.tenant(),
                () ->
                        repository
                                .find(actor.tenant(), digest)
                                .map(row -> uploaded(actor, row, name)));
    }

    /** Remembers that the actor's organization has it, with its own name for it. */
    private Asset uploaded(Actor actor, AssetRow row, UploadName name) {
        TenantId tenant = actor.tenant();
        String organization = organization(actor);
        if (!repository.isUploadedBy(tenant, row.id, organization)) {
            repository.addUpload(tenant, row.id, organization, name.text());
            audit.record(
                    actor,
                    new AuditEntry(
                            "asset.uploaded",
                            row.digest,
                            null,
                            Map.of(
                                    "type", row.type.word(),
                                    "bytes", Long.toString(row.uploadedBytes),
                                    "pixels", row.widthPx + " x " + row.heightPx)));
        }
        return row.asset(name.text());
    }

    private static String organization(Actor actor) {
        return actor.organization() == null ? "" : actor.organization().value();
    }

    /**
     * What is known of an asset, by the name that it first came with.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has no such asset
     */
    public Asset get(TenantId tenant, AssetDigest digest) {
        return work.read(
                tenant,
                () -> {
                    AssetRow row = row(tenant, digest);
                    return row.asset(row.name);
                });
    }

    /** Whether this organization uploaded it; false also when the tenant has no such asset. */
    public boolean isUploadedBy(TenantId tenant, AssetDigest digest, OrganizationId organization) {
        return work.read(
                tenant,
                () ->
                        repository
                                .find(tenant, digest)
                                .filter(
                                        row ->
                                                repository.isUploadedBy(
                                                        tenant, row.id, organization.value()))
                                .isPresent());
    }

    /**
     * What the actor's organization uploaded, newest first; other organizations' uploads are not
     * shown, although the same bytes are kept only once.
     *
     * @param query part of a name, in any case; empty for all
     * @param limit 1 to {@link #PAGE}
     */
    public List<Asset> list(Actor actor, String query, int offset, int limit) {
        actor.require(Permission.VIEW_DESIGN);
        if (offset < 0 || limit < 1 || limit > PAGE) {
            throw new IllegalArgumentException("a page has 1 to %d rows".formatted(PAGE));
        }
        return work.read(
                actor.tenant(),
                () ->
                        repository.uploadedBy(
                                actor.tenant(), organization(actor), query, offset, limit));
    }

    /** How many {@link #list} would show in all. */
    public long count(Actor actor, String query) {
        actor.require(Permission.VIEW_DESIGN);
        return work.read(
                actor.tenant(),
                () -> repository.countUploadedBy(actor.tenant(), organization(actor), query));
    }

    /**
     * The raster master of what the actor's organization uploaded itself.
     *
     * @throws Refusal {@code NOT_FOUND} also for what only another organization uploaded
     */
    public byte[] own(Actor actor, AssetDigest digest) {
        actor.require(Permission.VIEW_DESIGN);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () -> {
                    AssetRow row = row(tenant, digest);
                    if (!repository.uploaded(tenant, organization(actor), row.id)) {
                        throw Refusal.notFound("picture or drawing");
                    }
                    return repository.content(tenant, row.id, AssetPartRow.Kind.MASTER);
                });
    }

    /**
     * The raster master: a PNG or JPEG of our own making, sRGB, upright, without metadata, at most
     * 4,096 pixels on the longer edge; of a drawing a PNG with transparency, 2,400 pixels on the
     * longer edge.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has no such asset
     */
    public byte[] raster(TenantId tenant, AssetDigest digest) {
        return work.read(
                tenant,
                () -> repository.content(tenant, row(tenant, digest).id, AssetPartRow.Kind.MASTER));
    }

    /**
     * The drawing as SVG 1.1 that Cardloom wrote itself: shapes only, nothing from elsewhere; empty
     * for photographs.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has no such asset
     */
    public Optional<byte[]> vector(TenantId tenant, AssetDigest digest) {
        return work.read(
                tenant,
                () -> {
                    AssetRow row = row(tenant, digest);
                    return row.vector
                            ? Optional.of(
                                    repository.content(tenant, row.id, AssetPartRow.Kind.DRAWING))
                            : Optional.empty();
                });
    }

    private AssetRow row(TenantId tenant, AssetDigest digest) {
        return repository
                .find(tenant, digest)
                .orElseThrow(() -> Refusal.notFound("picture or drawing"));
    }
}
