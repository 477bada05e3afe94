package io.cardloom.portal.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.cardloom.portal.component.Counts;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.intake.IntakeReport;
import io.cardloom.production.intake.form.RowError;
import java.util.List;

/** What was found in a list: rows and columns, never values. */
final class IntakeSheet extends Div {

    private static final int SHOWN = 200;

    /** What a refused list was to be a list of is not kept. */
    private static String title(boolean accepted, boolean documents) {
        if (!accepted) {
            return "List";
        }
        return documents ? "List of documents" : "Cardholder list";
    }

    /**
     * @param documents whether it was a list of identity documents
     */
    IntakeSheet(IntakeReport report, boolean documents) {
        addClassName("cl-stack");
        getStyle().set("margin-bottom", "var(--cl-5)");
        boolean accepted = report.tookAny();
        Sheet sheet =
                new Sheet(
                        title(accepted, documents),
                        new Counts()
                                .count("Rows read", Reading.number(report.rows()), Tone.QUIET)
                                .count("Accepted", Reading.number(report.accepted()), Tone.QUIET)
                                .count(
                                        "Errors",
                                        Reading.number(report.errorCount()),
                                        report.errorCount() == 0
                                                ? Tone.QUIET
                                                : accepted ? Tone.CARE : Tone.STOP)
                                .count(
                                        "Notices",
                                        Reading.number(report.noticeCount()),
                                        report.noticeCount() == 0 ? Tone.QUIET : Tone.CARE));
        sheet.doing(
                accepted
                        ? new StateMark(
                                report.tookAll()
                                        ? "Accepted and sealed"
                                        : "Accepted without the rows below",
                                report.tookAll() ? Tone.GOOD : Tone.CARE)
                        : new StateMark("Refused, nothing kept", Tone.STOP));
        if (!report.tookAll()) {
            Div note =
                    new Div(
                            new Paragraph(
                                    accepted
                                            ? (documents ? "Documents" : "Cards")
                                                    + " are made for the other rows. Mend these at"
                                                    + " the issuer and send them in a list of their"
                                                    + " own. Values are not shown here because they"
                                                    + " were not kept."
                                            : "Nothing of the list was kept. Mend it at the issuer"
                                                    + " and place a new order. Values are not shown"
                                                    + " here because they were not kept."));
            note.addClassName("cl-note");
            note.getElement().setAttribute("data-tone", accepted ? "care" : "stop");
            sheet.add(Sheet.body(note), table("Errors", report.errors(), report.errorCount()));
        }
        if (report.noticeCount() > 0) {
            sheet.add(table("Notices", report.notices(), report.noticeCount()));
        }
        add(sheet);
    }

    private static Component table(String caption, List<RowError> findings, int count) {
        NativeTable table = new NativeTable();
        table.addClassNames("cl-table", "cl-findings");
        table.setCaptionText(
                findings.size() > SHOWN || count > findings.size()
                        ? caption
                                + ", the first "
                                + Math.min(SHOWN, findings.size())
                                + " of "
                                + Reading.number(count)
                        : caption);
        NativeTableRow head = new NativeTableRow();
        for (String title : List.of("Line", "Column", "What is wrong and what would pass")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        findings.stream().limit(SHOWN).forEach(f -> table.getBody().add(row(f)));
        Div frame = new Div(table);
        frame.addClassName("cl-table-frame");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", caption);
        return frame;
    }

    private static NativeTableRow row(RowError finding) {
        Span code = new Span(finding.code());
        code.addClassName("cl-mono");
        NativeTableCell told = new NativeTableCell(new Span(finding.sentence()), code);
        return new NativeTableRow(
                new NativeTableCell(Reading.number(finding.line())),
                new NativeTableCell(finding.column().isEmpty() ? "whole row" : finding.column()),
                told);
    }
}
