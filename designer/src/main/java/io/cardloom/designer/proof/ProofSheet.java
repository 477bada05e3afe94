package io.cardloom.designer.proof;

import static io.cardloom.designer.proof.ProofPen.ACCENT;
import static io.cardloom.designer.proof.ProofPen.ALARM;
import static io.cardloom.designer.proof.ProofPen.INK;
import static io.cardloom.designer.proof.ProofPen.QUIET;
import static io.cardloom.designer.proof.ProofPen.RULE;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.font.FontKey;
import io.cardloom.designer.ink.PdfInk;
import io.cardloom.designer.ink.Typefaces;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.preflight.Severity;
import io.cardloom.designer.proof.ProofPen.Style;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first page of a proof: both faces at true size, the facts, the findings, two signatures. */
final class ProofSheet {

    /** A4 (ISO 216), micrometers. */
    static final int WIDTH = 210_000;

    static final int HEIGHT = 297_000;

    private static final double LEFT = 18;
    private static final double RIGHT = 192;
    private static final double COLUMN = 114;
    private static final int MOST_FINDINGS = 6;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final PdfInk ink;
    private final Typefaces typefaces;
    private final ProofPen pen;

    ProofSheet(PdfInk ink, Typefaces typefaces) {
        this.ink = ink;
        this.typefaces = typefaces;
        this.pen = new ProofPen(ink, typefaces);
    }

    void write(ProofDocument.Subject subject, Map<Face, Integer> forms) {
        CardBody body = subject.revision().cardBody();
        double height = body.height() / 1000.0;
        double front = 52;
        double back = front + height + 13;
        card(body, Face.FRONT, forms, front);
        card(body, Face.BACK, forms, back);
        page();
        head(subject);
        caption(body, "Front", front + height);
        caption(body, "Back", back + height);
        facts(subject, front);
        double below = back + height + 18;
        findings(subject.report(), below);
        signatures(237);
        foot(subject);
    }

    private void page() {
        ink.from(0, PdfInk.points(HEIGHT));
    }

    private void card(CardBody body, Face face, Map<Face, Integer> forms, double top) {
        int x = (int) (LEFT * 1000);
        int y = (int) (top * 1000);
        double diameter = 2.0 * body.cornerRadius();
        RoundRectangle2D edge =
                new RoundRectangle2D.Double(x, y, body.width(), body.height(), diameter, diameter);
        page();
        ink.clip(new Path2D.Double(edge))
                .form(
                        ProofDocument.name(face),
                        forms.getOrDefault(face, 0),
                        x - body.bleed(),
                        y + body.height() + body.bleed());
        page();
        ink.stroke(new Path2D.Double(edge), QUIET, 80);
    }

    private void head(ProofDocument.Subject subject) {
        DesignRevision revision = subject.revision();
        pen.fill(new Path2D.Double(new Rectangle2D.Double(0, 0, WIDTH, 3_000)), ACCENT);
        pen.text(LEFT, 17, Style.STRONG.color(ACCENT).size(9), "Proof for approval");
        pen.textTo(RIGHT, 17, Style.STRONG.size(9), "Cardloom");
        if (subject.demo()) {
            pen.text(
                    LEFT + 40,
                    17,
                    Style.STRONG.color(ALARM).size(9),
                    "Demonstration: not for production");
        }
        pen.text(LEFT, 28, RIGHT - LEFT, Style.TITLE, revision.name());
        pen.text(
                LEFT,
                35.5,
                RIGHT - LEFT,
                Style.BODY.color(QUIET).size(9),
                subject.program()
                        + "  ·  revision "
                        + revision.number()
                        + "  ·  frozen "
                        + DATE.format(revision.frozenAt()));
        pen.line(LEFT, 41, RIGHT, 41, RULE, 0.2);
    }

    private void caption(CardBody body, String face, double bottom) {
        pen.text(LEFT, bottom + 4.5, Style.STRONG.size(7), face);
        pen.text(
                LEFT + 11,
                bottom + 4.5,
                Style.LABEL,
                String.format(
                        Locale.ROOT,
                        "true size, %.2f × %.2f mm, sample values",
                        body.width() / 1000.0,
                        body.height() / 1000.0));
    }

    private void facts(ProofDocument.Subject subject, double top) {
        CardBody body = subject.revision().cardBody();
        double y = top + 2;
        y = fact(y, "Card body", body.name() + ", version " + body.version());
        y = fact(y, "Material and finish", body.material() + ", " + words(body.finish()));
        y = fact(y, "Print", words(body.printMethod()) + ", " + body.dpi() + " dpi");
        y =
                fact(
                        y,
                        "Bleed and safe margin",
                        String.format(
                                Locale.ROOT,
                                "%.1f mm and %.1f mm",
                                body.bleed() / 1000.0,
                                body.safeMargin() / 1000.0));
        y = fonts(subject.revision(), y);
        pen.text(COLUMN, y, Style.LABEL, "Digest (SHA-256) of what is approved");
        String digest = subject.revision().digest().hex64();
        for (int i = 0; i < 4; i++) {
            pen.text(COLUMN, y + 5 + 4.2 * i, Style.CODE, digest.substring(16 * i, 16 * i + 16));
        }
        ruler(y + 30);
    }

    private double fonts(DesignRevision revision, double y) {
        List<String> faces =
                revision.fonts().keySet().stream().map(this::called).distinct().sorted().toList();
        return fact(y, "Fonts", faces.isEmpty() ? "none" : String.join(", ", faces));
    }

    /** An issuer's own font by its name, as its key says nothing to people. */
    private String called(String face) {
        String[] parts = face.split("/", 2);
        return FontKey.in(parts[0]).isPresent()
                ? typefaces.typeface(parts[0], Integer.parseInt(parts[1])).label()
                : parts[0] + ' ' + parts[1];
    }

    private double fact(double y, String label, String value) {
        pen.text(COLUMN, y, Style.LABEL, label);
        pen.text(COLUMN, y + 4.4, RIGHT - COLUMN, Style.BODY.size(9), value);
        return y + 11.5;
    }

    /** Lets a person check that a printout has its true size. */
    private void ruler(double y) {
        pen.text(COLUMN, y, Style.LABEL, "50 mm: measure it before judging a printout");
        pen.line(COLUMN, y + 4, COLUMN + 50, y + 4, INK, 0.15);
        for (int i = 0; i <= 50; i += 5) {
            double length = i % 10 == 0 ? 2.2 : 1.2;
            pen.line(COLUMN + i, y + 4, COLUMN + i, y + 4 - length, INK, 0.15);
        }
    }

    private void findings(PreflightReport report, double top) {
        pen.line(LEFT, top - 7.5, RIGHT, top - 7.5, RULE, 0.2);
        pen.text(LEFT, top, Style.STRONG.size(9), "Preflight");
        pen.text(
                LEFT + 20,
                top,
                Style.BODY.size(9).color(report.passes() ? QUIET : ALARM),
                counted(report, Severity.ERROR)
                        + ", "
                        + counted(report, Severity.WARNING)
                        + ", "
                        + counted(report, Severity.NOTE));
        double y = top + 6;
        for (Finding finding : report.findings().stream().limit(MOST_FINDINGS).toList()) {
            pen.text(
                    LEFT,
                    y,
                    Style.CODE.size(7).color(finding.severity() == Severity.ERROR ? ALARM : INK),
                    finding.rule());
            pen.text(LEFT + 13, y, RIGHT - LEFT - 13, Style.BODY.size(7), finding.message());
            y += 4.4;
        }
        if (report.findings().size() > MOST_FINDINGS) {
            pen.text(
                    LEFT + 13,
                    y,
                    Style.LABEL,
                    "and " + (report.findings().size() - MOST_FINDINGS) + " more in the portal");
        }
    }

    private static String counted(PreflightReport report, Severity severity) {
        long count = report.count(severity);
        return count + " " + words(severity) + (count == 1 ? "" : "s");
    }

    private void signatures(double top) {
        double width = 84;
        double x = LEFT;
        for (String side : List.of("For the issuer", "For the partner")) {
            pen.outline(new RoundRectangle2D.Double(x, top, width, 38, 3, 3), RULE, 0.25);
            pen.text(x + 5, top + 7, Style.STRONG.size(9), side);
            box(x + 5, top + 11, "Approved");
            box(x + 34, top + 11, "Changes required");
            field(x + 5, top + 24, width - 10, "Name and date");
            field(x + 5, top + 33, width - 10, "Signature");
            x = RIGHT - width;
        }
    }

    private void box(double x, double y, String words) {
        pen.outline(new Rectangle2D.Double(x, y, 3, 3), INK, 0.2);
        pen.text(x + 5, y + 2.5, Style.BODY, words);
    }

    private void field(double x, double y, double width, String label) {
        pen.line(x, y, x + width, y, QUIET, 0.15);
        pen.text(x, y + 2.8, Style.LABEL.size(5.5), label);
    }

    private void foot(ProofDocument.Subject subject) {
        pen.text(
                LEFT,
                286,
                Style.LABEL,
                "Names and numbers on this proof are samples. Any change to the design voids it.");
        pen.textTo(
                RIGHT, 286, Style.CODE.size(6.5).color(QUIET), subject.revision().digest().brief());
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
