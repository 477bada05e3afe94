package io.cardloom.portal.design;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.DesignView;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import java.util.List;

/** The latest edits of a design: what each did, whose it was, and when. */
final class HistorySheet {

    private static final int RECENT = 12;

    private HistorySheet() {}

    static Sheet of(List<AppliedEdit> all, DesignView design) {
        if (all.isEmpty()) {
            return new Sheet(
                    "History", Sheet.body(new Paragraph("Nothing has been drawn here yet.")));
        }
        EditWords words = new EditWords(all, design.document());
        Rows rows = new Rows();
        all.reversed().stream()
                .limit(RECENT)
                .forEach(edit -> rows.line(told(edit, words), mark(edit)));
        Span total = new Span(Reading.count(all.size(), "edit", "edits"));
        total.addClassNames("cl-soft", "cl-small");
        return new Sheet("History", rows).doing(total);
    }

    private static com.vaadin.flow.component.Component told(AppliedEdit edit, EditWords words) {
        return Rows.name(
                words.of(edit),
                "%s, %s · edit %s"
                        .formatted(
                                edit.name(),
                                Reading.moment(edit.at()),
                                Reading.number(edit.number())));
    }

    private static Span mark(AppliedEdit edit) {
        return new Span(edit.kind() == AppliedEdit.Kind.EDIT ? "" : StateMark.words(edit.kind()));
    }
}
