package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.intake.form.ListPreview;
import io.cardloom.production.intake.form.ListSample;
import io.cardloom.production.intake.form.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows an issuer the first rows of its own list, and what would become of them. */
final class SampleTables {

    private static final int SHOWN = 8;

    private SampleTables() {}

    /** The rows as they are in the list, account numbers masked. */
    static Component rows(ListSample sample) {
        List<String> titles = new ArrayList<>(List.of("Line"));
        titles.addAll(sample.columns());
        NativeTable table = table("The first rows", titles);
        sample.rows().stream()
                .limit(SHOWN)
                .forEach(
                        row -> {
                            List<Component> cells = new ArrayList<>();
                            cells.add(new Span(Reading.number(row.line())));
                            row.cells().forEach(cell -> cells.add(cell(cell)));
                            add(table, cells);
                        });
        return framed(table, "The first rows");
    }

    /** The rows as they would be on cards. */
    static Component cards(ListPreview preview) {
        NativeTable table =
                table(
                        "Each row as it would be made",
                        List.of(
                                "Line",
                                "Result",
                                "Account",
                                "Name in the list",
                                "Printed",
                                "On the stripe",
                                "Expiry",
                                "Second line",
                                "Your own fields"));
        for (ListPreview.Row row : preview.rows()) {
            add(
                    table,
                    List.of(
                            new Span(Reading.number(row.line())),
                            word(row),
                            mono(row.account()),
                            new Span(row.given()),
                            new Span(row.printed()),
                            mono(row.encoded()),
                            mono(row.expiry()),
                            new Span(row.secondLine()),
                            new Span(own(row))));
        }
        return framed(table, "Each row as it would be made");
    }

    /** What is wrong with the list as a whole. */
    static Component problems(List<RowError> problems) {
        Div all = new Div();
        all.addClassName("cl-stack");
        for (RowError problem : problems) {
            Span code = new Span(problem.code());
            code.addClassNames("cl-mono", "cl-small", "cl-soft");
            Div note = new Div(new Div(problem.sentence()), code);
            note.addClassName("cl-note");
            note.getElement().setAttribute("data-tone", "stop");
            all.add(note);
        }
        return all;
    }

    private static Component word(ListPreview.Row row) {
        if (!row.errors().isEmpty()) {
            Div words = new Div(new StateMark("Wrong", Tone.STOP));
            row.errors().forEach(e -> words.add(new Div(e.sentence())));
            return words;
        }
        if (row.altered()) {
            return new StateMark("Letters replaced", Tone.CARE);
        }
        return row.given().equals(row.printed())
                ? new StateMark("As in the list", Tone.GOOD)
                : new StateMark("In capitals", Tone.QUIET);
    }

    private static Component cell(ListSample.Cell cell) {
        RowError fault = cell.fault();
        return fault == null ? new Span(cell.shown()) : new StateMark(fault.code(), Tone.STOP);
    }

    private static String own(ListPreview.Row row) {
        return row.custom().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("; "));
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassNames("cl-mono", "cl-whole");
        return span;
    }

    private static NativeTable table(String caption, List<String> titles) {
        NativeTable table = new NativeTable();
        table.addClassName("cl-table");
        table.setCaptionText(caption);
        NativeTableRow head = new NativeTableRow();
        for (String title : titles) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    private static void add(NativeTable table, List<? extends Component> cells) {
        NativeTableRow row = new NativeTableRow();
        cells.forEach(cell -> row.add(new NativeTableCell(cell)));
        table.getBody().add(row);
    }

    private static Component framed(NativeTable table, String label) {
        Div frame = new Div(table);
        frame.addClassName("cl-table-frame");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", label);
        return frame;
    }
}
