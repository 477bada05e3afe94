package io.cardloom.designer.export;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.LayerTags.Plate;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.profile.PrintProfiles;
import io.cardloom.designer.render.Cut;
import io.cardloom.designer.render.Renderer;
import io.cardloom.designer.separation.CmykTable;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door of the exports: a design as it stands, with its samples, in the forms of {@link
 * ExportKind}. Each one taken is in the trail.
 */
@Component
public class Exports {

    private static final int DPI = 300;
    private static final int PLATE_DPI = 600;

    private final Designs designs;
    private final Renderer renderer;
    private final PrintProfiles profiles;
    private final TenantWork work;
    private final AuditTrail trail;
    private final Clock clock;
    private @Nullable CmykTable table;

    Exports(
            Designs designs,
            Renderer renderer,
            PrintProfiles profiles,
            TenantWork work,
            AuditTrail trail,
            Clock clock) {
        this.designs = designs;
        this.renderer = renderer;
        this.profiles = profiles;
        this.work = work;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes the file; needs {@code VIEW_DESIGN}.
     *
     * @param face ignored where {@link ExportKind#ofOneFace} says no
     * @throws Refusal {@code PERMISSION_MISSING}, {@code NOT_FOUND}; {@code GLYPH_MISSING}, {@code
     *     FONT_UNKNOWN}, {@code FIELD_TEXT_TOO_LONG}, {@code CODE_DATA} or {@code IMAGE_MISSING}
     *     when the design cannot be drawn as it is: it has to change
     */
    public ExportFile export(Actor actor, DesignId design, Face face, ExportKind kind) {
        DesignView view = designs.open(actor, design);
        byte[] content = content(actor, view, face, kind);
        work.call(
                actor.tenant(),
                () -> {
                    trail.record(
                            actor,
                            new AuditEntry(
                                    "design.exported",
                                    design.value(),
                                    view.digest() == null ? null : view.digest().hex64(),
                                    Map.of(
                                            "kind", kind.name(),
                                            "face", kind.ofOneFace() ? face.name() : "ALL",
                                            "edit", Long.toString(view.number()),
                                            "file", Digests.sha256(content),
                                            "bytes", Integer.toString(content.length))));
                    return content.length;
                });
        return new ExportFile(name(view.name(), face, kind), kind.mediaType(), content);
    }

    private byte[] content(Actor actor, DesignView view, Face face, ExportKind kind) {
        CardBody body = view.cardBody();
        DesignDocument document = view.document();
        var pictures = renderer.allPictures(actor.tenant());
        Planner planner = renderer.planner(actor.tenant());
        return switch (kind) {
            case PNG_300 -> renderer.png(actor.tenant(), document, body, face, DPI, Cut.BLEED);
            case PNG_600 ->
                    renderer.png(actor.tenant(), document, body, face, PLATE_DPI, Cut.BLEED);
            case PDF -> renderer.pdf(actor.tenant(), view, face, Cut.BLEED, clock.instant());
            case CMYK_TIFF -> cmyk(plates(view, face, DPI, planner, pictures), body);
            case BLACK_PLANE ->
                    plates(view, face, PLATE_DPI, planner, pictures).black().tiff(PLATE_DPI);
            case WHITE_PLANE ->
                    plates(view, face, PLATE_DPI, planner, pictures)
                            .plate(Plate.WHITE)
                            .tiff(PLATE_DPI);
            case UV_PLANE ->
                    plates(view, face, PLATE_DPI, planner, pictures)
                            .plate(Plate.UV)
                            .tiff(PLATE_DPI);
            case ENGRAVING ->
                    plates(view, face, PLATE_DPI, planner, pictures).engraving().png(PLATE_DPI);
            case SVG ->
                    new LayeredSvg(body, planner, pictures)
                            .write(document, face, view.name() + ", " + face.word())
                            .getBytes(StandardCharsets.UTF_8);
            case OPEN_RASTER -> new OpenRaster(body, planner, pictures, DPI).write(document);
            case WALLET_ART -> new WalletArt(body, planner, pictures).art(document);
            case WALLET_ICON -> new WalletArt(body, planner, pictures).icon(document);
        };
    }

    private Plates plates(DesignView view, Face face, int dpi, Planner planner, Pictures pictures) {
        CardBody body = view.cardBody();
        return new Plates(
                view.document(), face, Sheet.of(body, body.bleed(), dpi), planner, pictures);
    }

    private byte[] cmyk(Plates plates, CardBody body) {
        CmykTable used = table();
        int limit = profiles.of(body).figure("total-ink", body.finish());
        return plates.inks(used).limited(limit).tiff(DPI, used.profile());
    }

    private synchronized CmykTable table() {
        CmykTable made = table;
        if (made == null) {
            made = CmykTable.fogra39();
            table = made;
        }
        return made;
    }

    private static String name(String design, Face face, ExportKind kind) {
        String plain =
                Normalizer.normalize(design, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceAll("(^-+|-+$)", "")
                        .toLowerCase(Locale.ROOT);
        return (plain.isEmpty() ? "design" : plain)
                + (kind.ofOneFace() ? "-" + face.word() : "")
                + "-"
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "."
                + kind.suffix();
    }
}
