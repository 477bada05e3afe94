package io.cardloom.designer.proof;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.ink.DrawingPlan;
import io.cardloom.designer.ink.FieldValues;
import io.cardloom.designer.ink.PdfFile;
import io.cardloom.designer.ink.PdfInk;
import io.cardloom.designer.ink.PdfResources;
import io.cardloom.designer.ink.Pictures;
import io.cardloom.designer.ink.Planner;
import io.cardloom.designer.ink.Typefaces;
import io.cardloom.designer.preflight.PreflightReport;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * The PDF of a proof: a sheet to sign, then each face at true size with bleed and crop marks. Made
 * of nothing but its subject, so the same subject makes the same bytes.
 */
final class ProofDocument {

    /**
     * What is proved.
     *
     * @param program the card program's name
     * @param demo whether it has to say that it comes from a demonstration
     */
    record Subject(DesignRevision revision, String program, PreflightReport report, boolean demo) {}

    /** Room for crop marks and a line of words around the bleed, micrometers. */
    private static final int SLUG = 9_000;

    private static final int MARK_GAP = 1_000;
    private static final int MARK_LENGTH = 5_000;

    private final Typefaces typefaces;
    private final Pictures pictures;

    ProofDocument(Typefaces typefaces, Pictures pictures) {
        this.typefaces = typefaces;
        this.pictures = pictures;
    }

    byte[] pdf(Subject subject) {
        DesignRevision revision = subject.revision();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String title = "Proof of " + revision.name() + ", " + revision.digest().brief();
        byte[] id = ("proof/" + revision.digest().hex64()).getBytes(StandardCharsets.UTF_8);
        try (PdfFile file = new PdfFile(bytes, title, revision.frozenAt(), id)) {
            Map<Face, Integer> faces = faces(file, revision);
            int resources = file.reserve();
            PdfResources named = new PdfResources();
            PdfInk sheet = new PdfInk(file, named, pictures);
            new ProofSheet(sheet, typefaces).write(subject, faces);
            PdfFile.Box paper = box(0, 0, ProofSheet.WIDTH, ProofSheet.HEIGHT);
            file.page(new PdfFile.PageBoxes(paper, paper, paper), resources, sheet.bytes());
            for (Face face : Face.values()) {
                PdfInk page = new PdfInk(file, named, pictures);
                cropped(page, subject, face, faces);
                file.page(boxes(revision.cardBody()), resources, page.bytes());
            }
            file.resources(resources, named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The name of a face's form. */
    static String name(Face face) {
        return "Face" + face.ordinal();
    }

    private Map<Face, Integer> faces(PdfFile file, DesignRevision revision) throws IOException {
        CardBody body = revision.cardBody();
        int resources = file.reserve();
        PdfResources named = new PdfResources();
        Map<Face, Integer> forms = new EnumMap<>(Face.class);
        double bleed = PdfInk.points(body.bleed());
        PdfFile.Box whole = box(0, 0, body.width() + 2 * body.bleed(), height(body));
        for (Face face : Face.values()) {
            DrawingPlan plan =
                    new Planner(typefaces)
                            .plan(revision.document(), face, FieldValues.samples())
                            .whole();
            PdfInk ink =
                    new PdfInk(file, named, pictures)
                            .from(bleed, PdfInk.points(height(body) - body.bleed()))
                            .fill(
                                    rectangle(body, body.bleed()),
                                    Integer.parseInt(body.color().substring(1), 16),
                                    1000)
                            .draw(plan.drawings());
            forms.put(face, file.form(whole, resources, ink.bytes()));
        }
        file.resources(resources, named);
        return forms;
    }

    private void cropped(PdfInk ink, Subject subject, Face face, Map<Face, Integer> forms) {
        CardBody body = subject.revision().cardBody();
        int edge = SLUG + body.bleed();
        int top = height(body) + 2 * SLUG - edge;
        ink.from(PdfInk.points(edge), PdfInk.points(top))
                .form(
                        name(face),
                        forms.getOrDefault(face, 0),
                        -body.bleed(),
                        body.height() + body.bleed());
        ProofPen pen = new ProofPen(ink, typefaces);
        marks(pen, body);
        ProofPen.Style small = ProofPen.Style.LABEL.size(5.5);
        double baseline = -(body.bleed() + 3_500) / 1000.0;
        pen.text(
                4.5,
                baseline,
                body.width() / 1000.0 - 9,
                small,
                (subject.demo() ? "DEMONSTRATION · " : "")
                        + subject.revision().name()
                        + ", "
                        + face.word()
                        + " · sample values only");
        pen.text(
                4.5,
                (body.height() + body.bleed() + 5_000) / 1000.0,
                body.width() / 1000.0 - 9,
                new ProofPen.Style("plex-mono", 400, 4.8, ProofPen.QUIET),
                subject.revision().digest().hex64());
    }

    private static void marks(ProofPen pen, CardBody body) {
        double near = (body.bleed() + MARK_GAP) / 1000.0;
        double far = near + MARK_LENGTH / 1000.0;
        double width = body.width() / 1000.0;
        double height = body.height() / 1000.0;
        for (double x : new double[] {0, width}) {
            pen.line(x, -near, x, -far, ProofPen.INK, 0.1);
            pen.line(x, height + near, x, height + far, ProofPen.INK, 0.1);
        }
        for (double y : new double[] {0, height}) {
            pen.line(-near, y, -far, y, ProofPen.INK, 0.1);
            pen.line(width + near, y, width + far, y, ProofPen.INK, 0.1);
        }
    }

    private static PdfFile.PageBoxes boxes(CardBody body) {
        int width = body.width() + 2 * (body.bleed() + SLUG);
        int height = height(body) + 2 * SLUG;
        int edge = SLUG + body.bleed();
        return new PdfFile.PageBoxes(
                box(0, 0, width, height),
                box(SLUG, SLUG, width - SLUG, height - SLUG),
                box(edge, edge, width - edge, height - edge));
    }

    private static int height(CardBody body) {
        return body.height() + 2 * body.bleed();
    }

    private static Path2D rectangle(CardBody body, int bleed) {
        return new Path2D.Double(
                new Rectangle2D.Double(
                        -bleed, -bleed, body.width() + 2.0 * bleed, body.height() + 2.0 * bleed));
    }

    private static PdfFile.Box box(int left, int bottom, int right, int top) {
        return new PdfFile.Box(
                PdfInk.points(left),
                PdfInk.points(bottom),
                PdfInk.points(right),
                PdfInk.points(top));
    }
}
