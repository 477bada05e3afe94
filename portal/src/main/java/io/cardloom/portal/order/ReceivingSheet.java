package io.cardloom.portal.order;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.cardloom.portal.component.Counts;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.intake.IntakeProgress;
import java.util.Optional;

/** How far the taking in of a list is, and the way to stop it. */
final class ReceivingSheet extends Div {

    /**
     * @param cancel asks to stop it
     */
    ReceivingSheet(Optional<IntakeProgress> progress, boolean mayCancel, Runnable cancel) {
        addClassName("cl-stack");
        getStyle().set("margin-bottom", "var(--cl-5)");
        int percent = progress.map(IntakeProgress::percent).orElse(0);
        ProgressBar bar = new ProgressBar(0, 100, percent);
        bar.getElement().setAttribute("aria-label", "Read so far, in percent");
        boolean cancelling = progress.map(IntakeProgress::cancelling).orElse(false);
        Counts counts =
                new Counts()
                        .count(
                                "Rows read",
                                Reading.number(progress.map(IntakeProgress::rows).orElse(0)),
                                Tone.QUIET)
                        .count(
                                "Rows with errors",
                                Reading.number(progress.map(IntakeProgress::wrong).orElse(0)),
                                progress.map(IntakeProgress::wrong).orElse(0) == 0
                                        ? Tone.QUIET
                                        : Tone.CARE)
                        .count("Of the list", percent + " %", Tone.QUIET);
        Sheet sheet =
                new Sheet(
                        "Cardholder list",
                        counts,
                        Sheet.body(
                                bar,
                                new Paragraph(
                                        "The list is genuine and sealed. Its rows are checked and"
                                            + " sealed one by one; none of them counts before the"
                                            + " last. You may leave this page.")));
        sheet.doing(new StateMark(cancelling ? "Being stopped" : "Being taken in", Tone.LIVE));
        if (mayCancel && !cancelling) {
            Button stop = new Button("Stop and keep nothing", e -> cancel.run());
            stop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            sheet.doing(stop);
        }
        add(sheet);
    }
}
