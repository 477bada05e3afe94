package io.cardloom.designer.render;

import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.CodeContent;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.FieldContent;
import io.cardloom.designer.design.TextContent;
import io.cardloom.designer.ink.DrawingPlan;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Png;
import io.cardloom.designer.ink.RasterFile;
import io.cardloom.designer.ink.RasterInk;
import io.cardloom.designer.ink.Sheet;
import io.cardloom.designer.ink.SvgPath;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The door of the renderer. Screens, proofs and cards are drawn by the same plan: text is shaped
 * once, and its outlines are what both pixels and PDF are made of.
 */
@Component
public class Renderer {

    private static final double MICROMETERS_PER_INCH = 25_400;

    private final TypeCase typeCase;
    private final Assets assets;
    private final Designs designs;
    private final Previews previews = new Previews();

    Renderer(TypeCase typeCase, Assets assets, Designs designs) {
        this.typeCase = typeCase;
        this.assets = assets;
        this.designs = designs;
    }

    /**
     * One face with its samples as PNG on the color of the card body.
     *
     * @throws Refusal {@code IMAGE_MISSING}, {@code GLYPH_MISSING}, {@code FIELD_TEXT_TOO_LONG} or
     *     {@code FONT_UNKNOWN}; the design has to change
     */
    public byte[] png(TenantId tenant, DesignRevision revision, Face face, int dpi, Cut cut) {
        return png(tenant, revision.document(), revision.cardBody(), face, dpi, cut);
    }

    /** The same of a document that is not frozen. */
    public byte[] png(
            TenantId tenant, DesignDocument document, CardBody body, Face face, int dpi, Cut cut) {
        DrawingPlan plan = planner(tenant).plan(document, face, FieldValues.samples()).whole();
        return Png.of(draw(plan, body, dpi, cut, new AssetPictures(assets, tenant, true)), dpi);
    }

    /** One face with its samples as a PDF of one page, in vectors, on the card body's color. */
    public byte[] pdf(TenantId tenant, DesignRevision revision, Face face, Cut cut) {
        CardBody body = revision.cardBody();
        Sheet sheet = Sheet.of(body, margin(body, cut), body.dpi());
        return page(print(tenant, revision, revision.document(), face, sheet, color(body)));
    }

    /**
     * The same of a document that is not frozen.
     *
     * @param date that the file says it was made
     */
    public byte[] pdf(
            TenantId tenant, DesignView view, Face face, Cut cut, java.time.Instant date) {
        CardBody body = view.cardBody();
        String id = view.id().value() + '/' + view.number() + '/' + face.word();
        return page(
                CardPrint.compile(
                        view.document(),
                        face,
                        body,
                        Sheet.of(body, margin(body, cut), body.dpi()),
                        color(body),
                        planner(tenant),
                        new AssetPictures(assets, tenant, true),
                        new CardPrint.Imprint(
                                view.name() + ", " + face.word(),
                                date,
                                id.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] page(CardPrint print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            print.pages(bytes, Stream.of(FieldValues.samples()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A small picture of the design as it stands, PNG with round corners; layers that cannot be
     * drawn are left out. Kept for the design's number.
     *
     * @param widthPx 32 to 2048
     * @throws Refusal {@code PREVIEW_WIDTH}; {@code NOT_FOUND} as {@link Designs#open}
     */
    public byte[] preview(Actor actor, DesignId design, Face face, int widthPx) {
        if (widthPx < 32 || widthPx > 2048) {
            throw Refusal.invalid("PREVIEW_WIDTH", "A preview is 32 to 2048 pixels wide.");
        }
        DesignView view = designs.open(actor, design);
        CardBody body = view.cardBody();
        Previews.Key key =
                new Previews.Key(
                        actor.tenant(), design, view.number(), body.version(), face, widthPx);
        return previews.get(
                key,
                () -> {
                    double dpi = widthPx * MICROMETERS_PER_INCH / body.width();
                    Pictures pictures = new AssetPictures(assets, actor.tenant(), false);
                    DrawingPlan plan =
                            planner(actor.tenant())
                                    .plan(view.document(), face, FieldValues.samples());
                    return Png.of(draw(plan, body, dpi, Cut.ROUNDED, pictures), dpi);
                });
    }

    /**
     * A picture made small, PNG.
     *
     * @param raster a raster master
     * @param px of its longer edge at most
     */
    public static byte[] thumbnail(byte[] raster, int px) {
        RasterFile file = new RasterFile(raster);
        double scale = Math.min(1, (double) px / Math.max(file.width(), file.height()));
        int width = (int) Math.max(1, Math.round(file.width() * scale));
        int height = (int) Math.max(1, Math.round(file.height() * scale));
        return Png.of(file.scaled(width, height), 96);
    }

    /**
     * A line of fixed text as it will be printed, for the editor.
     *
     * @throws Refusal {@code GLYPH_MISSING} or {@code FONT_UNKNOWN}
     */
    public TextOutline outline(TenantId tenant, TextContent text, Box box) {
        return outline(planner(tenant).line(text, box));
    }

    /**
     * A field's sample as it will be printed, shrunk to its box.
     *
     * @throws Refusal {@code GLYPH_MISSING}, {@code FONT_UNKNOWN} or {@code FIELD_TEXT_TOO_LONG}
     */
    public TextOutline outline(TenantId tenant, FieldContent field, Box box) {
        return outline(planner(tenant).line(field, box, field.sample()));
    }

    /**
     * The dark parts of a code as they will be printed, as path data in micrometers on the card,
     * before the box is turned.
     *
     * @throws Refusal {@code CODE_DATA}
     */
    public String outline(CodeContent code, Box box) {
        return SvgPath.of(Planner.outline(code, box));
    }

    /**
     * Makes one face ready to print many cards, bleed included; lines that the card body makes in
     * another way ({@link #lines}) are left out.
     *
     * @throws Refusal as {@link #png}
     */
    public CardPrint compile(TenantId tenant, DesignRevision revision, Face face, int dpi) {
        CardBody body = revision.cardBody();
        return print(
                tenant,
                revision,
                CardLines.printed(revision.document(), body),
                face,
                Sheet.of(body, body.bleed(), dpi),
                null);
    }

    /** The same with SAMPLE written over it, for a dry run. */
    public CardPrint sample(TenantId tenant, DesignRevision revision, Face face, int dpi) {
        CardBody body = revision.cardBody();
        return print(
                tenant,
                revision,
                SampleMark.over(CardLines.printed(revision.document(), body), body, face),
                face,
                Sheet.of(body, body.bleed(), dpi),
                null);
    }

    /** The lines that differ from card to card, and how each is made. */
    public CardLines lines(TenantId tenant, DesignRevision revision) {
        return CardLines.of(revision.document(), revision.cardBody(), planner(tenant));
    }

    /** What plans an issuer's documents, with the issuer's typefaces, for one piece of work. */
    public Planner planner(TenantId tenant) {
        return new Planner(typeCase.of(tenant));
    }

    /** As {@link #pictures}; one that is gone is refused with {@code IMAGE_MISSING}. */
    public Pictures allPictures(TenantId tenant) {
        return new AssetPictures(assets, tenant, true);
    }

    /** The tenant's pictures for one piece of work; one that is gone is empty. */
    public Pictures pictures(TenantId tenant) {
        return new AssetPictures(assets, tenant, false);
    }

    private CardPrint print(
            TenantId tenant,
            DesignRevision revision,
            DesignDocument document,
            Face face,
            Sheet sheet,
            @org.jspecify.annotations.Nullable Integer rgb) {
        String id = revision.digest().hex64() + '/' + face.word();
        return CardPrint.compile(
                document,
                face,
                revision.cardBody(),
                sheet,
                rgb,
                planner(tenant),
                new AssetPictures(assets, tenant, true),
                new CardPrint.Imprint(
                        revision.name() + ", " + face.word(),
                        revision.frozenAt(),
                        id.getBytes(StandardCharsets.UTF_8)));
    }

    private static BufferedImage draw(
            DrawingPlan plan, CardBody body, double dpi, Cut cut, Pictures pictures) {
        Sheet sheet = Sheet.of(body, margin(body, cut), dpi);
        RasterInk ink = new RasterInk(sheet, pictures);
        BufferedImage image = ink.filled(color(body));
        ink.draw(image, plan.drawings());
        return cut == Cut.ROUNDED ? rounded(image, sheet, body) : image;
    }

    private static BufferedImage rounded(BufferedImage image, Sheet sheet, CardBody body) {
        BufferedImage rounded =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        double diameter = 2 * body.cornerRadius() * sheet.scale();
        Graphics2D g = rounded.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.fill(
                new RoundRectangle2D.Double(
                        0, 0, image.getWidth(), image.getHeight(), diameter, diameter));
        g.setComposite(AlphaComposite.SrcIn);
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return rounded;
    }

    private static TextOutline outline(Planner.SetLine line) {
        return new TextOutline(
                SvgPath.of(line.outline()),
                line.text().size(),
                line.baseline(),
                (int) Math.round(line.left()),
                (int) Math.round(line.text().advance()));
    }

    private static int margin(CardBody body, Cut cut) {
        return cut == Cut.BLEED ? body.bleed() : 0;
    }

    private static int color(CardBody body) {
        return Integer.parseInt(body.color().substring(1), 16);
    }
}
