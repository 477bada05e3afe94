package io.cardloom.portal.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.cardloom.designer.approval.ApprovalRound;
import io.cardloom.designer.approval.ApprovalRound.Decided;
import io.cardloom.designer.approval.Decision;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.preflight.Finding;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.preflight.Severity;
import io.cardloom.designer.proof.Proof;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.designer.render.Renderer;
import io.cardloom.portal.audit.AuditNavigation;
import io.cardloom.portal.component.CardFace;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Side;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sheets of a design's page. */
@org.springframework.stereotype.Component
class DesignSheets {

    private static final int BENCH_PX = 1_280;

    private final Designs designs;
    private final Proofs proofs;
    private final Renderer renderer;

    DesignSheets(Designs designs, Proofs proofs, Renderer renderer) {
        this.designs = designs;
        this.proofs = proofs;
        this.renderer = renderer;
    }

    /** Both faces on the bench; where something was found, a numbered frame. */
    Component bench(Actor actor, DesignView design, Optional<Proof> proof, PreflightReport report) {
        Div body = Sheet.body();
        for (Face face : Face.values()) {
            if (face == Face.BACK && design.document().stack(Face.BACK).isEmpty()) {
                continue;
            }
            CardBody plastic = design.cardBody();
            CardFace card = new CardFace(plastic.color(), plastic.finish()).measuring(plastic);
            card.showing(
                    design.name() + ", " + face.word(),
                    () ->
                            proof.map(p -> proofs.png(actor, p.id(), face))
                                    .orElseGet(
                                            () ->
                                                    renderer.preview(
                                                            actor, design.id(), face, BENCH_PX)));
            List<Finding> findings = report.findings();
            for (int i = 0; i < findings.size(); i++) {
                Finding f = findings.get(i);
                if (f.face() == face) {
                    card.mark(
                            f.x(),
                            f.y(),
                            f.width(),
                            f.height(),
                            word(f.severity()),
                            Integer.toString(i + 1),
                            f.message());
                }
            }
            body.add(card.onTheBench());
        }
        Span size =
                new Span(
                        Reading.millimeters(design.cardBody().width())
                                + " × "
                                + Reading.millimeters(design.cardBody().height())
                                + " mm, samples only");
        size.addClassNames("cl-soft", "cl-small");
        return new Sheet(proof.isPresent() ? "Proof" : "Card", body).doing(size);
    }

    Component findings(PreflightReport report) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cl-rows");
        for (int i = 0; i < report.findings().size(); i++) {
            list.add(finding(i + 1, report.findings().get(i)));
        }
        Sheet sheet = new Sheet("Preflight", list);
        if (report.findings().isEmpty()) {
            sheet.add(Sheet.body(new Paragraph("Every rule is met. Nothing to mend.")));
        }
        return sheet.doing(verdict(report));
    }

    private static Component verdict(PreflightReport report) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        if (errors > 0) {
            return new StateMark(Reading.count(errors, "error", "errors") + " to mend", Tone.STOP);
        }
        return warnings > 0
                ? new StateMark(
                        "Passes, with " + Reading.count(warnings, "warning", "warnings"), Tone.CARE)
                : new StateMark("Passes", Tone.GOOD);
    }

    private static ListItem finding(int number, Finding finding) {
        Element badge = new Element("b");
        badge.setText(Integer.toString(number));
        Div words = new Div(new Span(finding.message()));
        Paragraph remedy = new Paragraph(finding.remedy());
        remedy.addClassNames("cl-soft", "cl-small");
        Paragraph place =
                new Paragraph(
                        "%s, %s at %s / %s mm, %s × %s mm"
                                .formatted(
                                        finding.rule(),
                                        finding.face().word(),
                                        Reading.millimeters(finding.x()),
                                        Reading.millimeters(finding.y()),
                                        Reading.millimeters(finding.width()),
                                        Reading.millimeters(finding.height())));
        place.addClassNames("cl-soft", "cl-small");
        StateMark severity =
                new StateMark(
                        StateMark.words(finding.severity()),
                        switch (finding.severity()) {
                            case ERROR -> Tone.STOP;
                            case WARNING -> Tone.CARE;
                            case NOTE -> Tone.QUIET;
                        });
        words.add(remedy, place, severity);
        ListItem item = new ListItem();
        item.addClassName("cl-finding");
        item.getElement().appendChild(badge, words.getElement());
        return item;
    }

    Component approval(Actor actor, Optional<ApprovalRound> round, DesignState state) {
        Div body = Sheet.body();
        if (round.isEmpty()) {
            body.add(
                    new Paragraph(
                            "No round is open. The issuer's designer sends this revision to"
                                    + " approval once preflight passes."));
            return new Sheet("Approval", body);
        }
        Rows rows = new Rows();
        for (Side side : Side.values()) {
            Optional<Decided> said =
                    round.get().decisions().stream().filter(d -> d.side() == side).findFirst();
            rows.line(
                    said.map(d -> Rows.name(title(side), who(d)))
                            .orElseGet(() -> Rows.name(title(side), "has not decided yet")),
                    said.map(DesignSheets::mark)
                            .orElseGet(() -> new StateMark("Waits", Tone.LIVE)));
            said.filter(d -> !d.reason().isBlank()).ifPresent(d -> body.add(reason(d)));
        }
        Sheet sheet = new Sheet("Approval", rows);
        if (state == DesignState.IN_REVIEW) {
            body.add(
                    new Paragraph(
                            "Two different people decide, one on each side, and at least one of"
                                    + " them did not draw it."));
        }
        if (body.getChildren().findAny().isPresent()) {
            sheet.add(body);
        }
        return sheet.doing(DesignStates.mark(state));
    }

    private static Component reason(Decided said) {
        Div note = new Div(new Paragraph(said.name() + ": " + said.reason()));
        note.addClassName("cl-note");
        note.getElement()
                .setAttribute("data-tone", said.decision() == Decision.APPROVED ? "good" : "care");
        return note;
    }

    private static StateMark mark(Decided said) {
        return said.decision() == Decision.APPROVED
                ? new StateMark("Approved", Tone.GOOD)
                : new StateMark("Changes required", Tone.CARE);
    }

    private static String who(Decided said) {
        return said.name() + ", " + Reading.moment(said.at());
    }

    private static String title(Side side) {
        return side == Side.ISSUER ? "Issuer" : "Partner";
    }

    Component revision(Actor actor, Digest digest, Optional<Proof> proof) {
        DesignRevision revision = designs.revision(actor, digest);
        Facts facts =
                new Facts()
                        .fact("Digest", DigestText.whole(digest.hex64()))
                        .fact("Frozen", Reading.moment(revision.frozenAt()))
                        .fact("Edits", Reading.number(revision.number()))
                        .fact(
                                "Card body",
                                revision.cardBody().name()
                                        + ", version "
                                        + revision.cardBody().version());
        proof.ifPresent(p -> facts.fact("Proof issued", Reading.moment(p.issuedAt())));
        Sheet sheet = new Sheet("Revision", Sheet.body(facts));
        proof.ifPresent(p -> sheet.doing(pdf(actor, p, digest)));
        if (actor.may(Permission.READ_AUDIT)) {
            sheet.doing(new Anchor(AuditNavigation.story(digest.hex64()), "Its story"));
        }
        return sheet;
    }

    private Anchor pdf(Actor actor, Proof proof, Digest digest) {
        return new Anchor(
                DownloadHandler.fromInputStream(
                        event -> {
                            byte[] bytes = proofs.pdf(actor, proof.id());
                            return new DownloadResponse(
                                    new ByteArrayInputStream(bytes),
                                    "proof-" + digest.brief() + ".pdf",
                                    "application/pdf",
                                    bytes.length);
                        }),
                AttachmentType.DOWNLOAD,
                "Proof as PDF");
    }

    Component nextForDraft(PreflightReport report) {
        return new Sheet(
                "What comes next",
                Sheet.body(
                        new Paragraph(
                                report.passes()
                                        ? "This draft meets every rule that stops a card. Freeze it"
                                                + " to get a digest, a proof and a round of"
                                                + " approval."
                                        : "Mend what preflight found, then freeze it: a frozen"
                                                + " revision with errors cannot be sent to"
                                                + " approval.")));
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
