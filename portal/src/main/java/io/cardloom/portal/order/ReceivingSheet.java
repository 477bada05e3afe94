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

/** How far the taking in of a list is, and the way to stop it, which stays under the hand. */
final class ReceivingSheet extends Div {

    private final Div counts = new Div();
    private final ProgressBar bar = new ProgressBar(0, 100);
    private final Div mark = new Div();
    private final Paragraph words = new Paragraph();
    private final Button stop;
    private final boolean mayCancel;

    /**
     * @param cancel asks to stop it
     */
    ReceivingSheet(boolean mayCancel, Runnable cancel) {
        this.mayCancel = mayCancel;
        addClassName("cl-stack");
        getStyle().set("margin-bottom", "var(--cl-5)");
        bar.getElement().setAttribute("aria-label", "Read so far, in percent");
        stop = new Button("Stop and keep nothing", e -> cancel.run());
        stop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        add(new Sheet("List", counts, Sheet.body(bar, words)).doing(mark, stop));
    }

    /** Tells how far it is now; an empty progress is one that has not begun. */
    void show(Optional<IntakeProgress> progress) {
        int rows = progress.map(IntakeProgress::rows).orElse(0);
        int wrong = progress.map(IntakeProgress::wrong).orElse(0);
        int percent = progress.map(IntakeProgress::percent).orElse(0);
        boolean cancelling = progress.map(IntakeProgress::cancelling).orElse(false);
        bar.setValue(percent);
        counts.removeAll();
        counts.add(
                new Counts()
                        .count("Rows read", Reading.number(rows), Tone.QUIET)
                        .count(
                                "Rows with errors",
                                Reading.number(wrong),
                                wrong == 0 ? Tone.QUIET : Tone.CARE)
                        .count("Of the list", percent + " %", Tone.QUIET));
        mark.removeAll();
        boolean waiting = progress.map(IntakeProgress::waiting).orElse(false);
        mark.add(
                new StateMark(
                        cancelling
                                ? "Being stopped"
                                : waiting ? "Waiting to be opened" : "Being taken in",
                        Tone.LIVE));
        words.setText(
                waiting
                        ? "The list is sealed and waits to be opened where the keys are. You may"
                                + " leave this page."
                        : "The list is genuine and sealed. Its rows are checked and sealed one by"
                                + " one; none of them counts before the last. You may leave this"
                                + " page.");
        stop.setVisible(mayCancel && !cancelling);
    }
}
