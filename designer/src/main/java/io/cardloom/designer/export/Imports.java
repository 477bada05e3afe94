package io.cardloom.designer.export;

import io.cardloom.designer.asset.AssetDigest;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.FontDigests;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.Pictured;
import io.cardloom.designer.design.Typeset;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The door for what comes back: an OpenRaster file that was taken out of a Cardloom becomes a new
 * design. The document comes back byte for byte; what other tools changed in the pictures of the
 * layers is not taken.
 */
@Component
public class Imports {

    /** Bytes a file may have, and may unpack to. */
    public static final int MOST_BYTES = OpenRasterReader.MOST_BYTES;

    private static final int NAMED = 6;

    private final Designs designs;
    private final Assets assets;
    private final FontDigests fonts;
    private final TenantWork work;
    private final AuditTrail trail;

    Imports(Designs designs, Assets assets, FontDigests fonts, TenantWork work, AuditTrail trail) {
        this.designs = designs;
        this.assets = assets;
        this.fonts = fonts;
        this.work = work;
        this.trail = trail;
    }

    /**
     * Looks into a file; needs {@code EDIT_DESIGN} and a person. Nothing is kept.
     *
     * @param file read to its end, not closed
     * @throws Refusal {@code PERMISSION_MISSING}; {@code OPEN_RASTER_FORM}, {@code
     *     OPEN_RASTER_SIZE}, {@code OPEN_RASTER_DAMAGED}, {@code OPEN_RASTER_FOREIGN}; the refusal
     *     of the document; conflict {@code OPEN_RASTER_BROKEN_OFF}, the only one for which trying
     *     again helps
     */
    public OpenedFile read(Actor actor, InputStream file) {
        actor.require(Permission.EDIT_DESIGN);
        actor.requirePerson();
        return OpenRasterReader.read(file);
    }

    /**
     * Makes a new design of what was read; needs {@code EDIT_DESIGN} and a person. All of its
     * layers come in one edit of hers, so what is switched off or reserved to the issuer is refused
     * as if she drew it. The trail tells the digest of the file; where the file was downloaded, it
     * tells the same one.
     *
     * @param cardBody the plastic of the new design, which may be another than the file's
     * @param name 1 to 80 characters
     * @throws Refusal {@code OPEN_RASTER_MISSING} naming the pictures and fonts that are not here;
     *     {@code LAYER_MANDATORY}, {@code FEATURE_OFF}; and as {@link Designs#create}
     */
    public DesignId open(
            Actor actor, ProgramId program, CardBodyId cardBody, String name, OpenedFile file) {
        actor.require(Permission.EDIT_DESIGN);
        TenantId tenant = actor.tenant();
        return work.call(
                tenant,
                () -> {
                    DesignId design = designs.create(actor, program, cardBody, name);
                    requireAllHere(tenant, file.document().layers().values());
                    draw(actor, design, file.document());
                    String document = DesignJson.write(file.document());
                    trail.record(
                            actor,
                            new AuditEntry(
                                    "design.imported",
                                    design.value(),
                                    null,
                                    Map.of(
                                            "file", file.digest(),
                                            "bytes", Long.toString(file.bytes()),
                                            "document", Digests.sha256(document),
                                            "layers", count(file.document()))));
                    return design;
                });
    }

    private static String count(DesignDocument document) {
        return Integer.toString(document.layers().size());
    }

    private void draw(Actor actor, DesignId design, DesignDocument document) {
        List<EditCommand.One> layers = new ArrayList<>();
        document.layers().forEach((id, layer) -> layers.add(new EditCommand.AddLayer(id, layer)));
        if (!layers.isEmpty()) {
            designs.apply(actor, design, 0, new EditCommand.All(layers), EditOrigin.once());
        }
    }

    private void requireAllHere(TenantId tenant, Collection<Layer> layers) {
        Set<String> pictures = new TreeSet<>();
        Set<String> faces = new TreeSet<>();
        for (Layer layer : layers) {
            if (layer.content() instanceof Pictured picture && !isHere(tenant, picture.asset())) {
                pictures.add("\u2018" + LayerNames.of(layer) + "\u2019");
            }
            if (layer.content() instanceof Typeset set
                    && fonts.digest(tenant, set.font(), set.weight()).isEmpty()) {
                faces.add(set.font() + " " + set.weight());
            }
        }
        if (!pictures.isEmpty() || !faces.isEmpty()) {
            throw missing(pictures, faces);
        }
    }

    private boolean isHere(TenantId tenant, AssetDigest asset) {
        try {
            assets.get(tenant, asset);
            return true;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }

    private static Refusal missing(Set<String> pictures, Set<String> faces) {
        String what = pictures.isEmpty() ? "" : "the pictures of " + some(pictures);
        what += pictures.isEmpty() || faces.isEmpty() ? "" : ", and ";
        what += faces.isEmpty() ? "" : "the fonts " + some(faces);
        return Refusal.invalid(
                "OPEN_RASTER_MISSING",
                "This design shows what is not here: "
                        + what
                        + ". Upload the same picture files in any design here, and use fonts that"
                        + " the editor offers; then open the file again.");
    }

    private static String some(Set<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
