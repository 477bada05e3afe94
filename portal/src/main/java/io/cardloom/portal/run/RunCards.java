package io.cardloom.portal.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.production.RunId;
import io.cardloom.production.run.CardState;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.Resolution;
import io.cardloom.production.run.RunCard;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import java.util.Set;

/** The cards of a run by number, fetched as one scrolls; those in doubt can be resolved here. */
final class RunCards extends Div {

    private static final Set<CardState> LOST =
            Set.of(CardState.SPOILED, CardState.DESTROYED, CardState.REFUSED);

    private final CurrentActor current;
    private final ProductionRuns runs;
    private final RunId run;
    private final Runnable redraw;
    private final Grid<RunCard> grid = new Grid<>();

    RunCards(CurrentActor current, ProductionRuns runs, RunId run, Runnable redraw) {
        this.current = current;
        this.runs = runs;
        this.run = run;
        this.redraw = redraw;
        Actor actor = current.actor();
        grid.addColumn(card -> Reading.number(card.number()))
                .setHeader("Card")
                .setWidth("5.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(card -> CardMark.of(card.state()))
                .setHeader("State")
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.addComponentColumn(RunCards::said).setHeader("What was seen").setFlexGrow(1);
        if (actor.may(Permission.OPERATE_DEVICE)) {
            grid.addComponentColumn(this::actions)
                    .setHeader("Decide")
                    .setWidth("13rem")
                    .setFlexGrow(0);
        }
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setHeight("26rem");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "Cards of this run");
        grid.setPageSize(50);
        grid.setItems(
                query ->
                        runs
                                .cards(
                                        current.actor(),
                                        run,
                                        query.getOffset(),
                                        Math.min(100, query.getLimit()))
                                .stream(),
                query -> Math.toIntExact(runs.countCards(current.actor(), run)));
        add(new Sheet("Cards", grid));
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private static Component said(RunCard card) {
        String replaces =
                card.replaces() == null
                        ? ""
                        : "Remake of card " + Reading.number(card.replaces()) + ". ";
        return new Span(replaces + (card.reason() == null ? "" : card.reason()));
    }

    private Component actions(RunCard card) {
        Div actions = new Div();
        actions.addClassName("cl-actions");
        if (card.state() == CardState.UNKNOWN) {
            actions.add(
                    small("It is good", () -> resolve(card, Resolution.PRODUCED)),
                    small("Destroyed", () -> resolve(card, Resolution.DESTROYED)));
        } else if (LOST.contains(card.state())) {
            actions.add(small("Make again", () -> remake(card)));
        }
        return actions;
    }

    private static Button small(String label, Runnable act) {
        Button button = new Button(label, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void resolve(RunCard card, Resolution resolution) {
        Ask.reason(
                        "Card " + card.number() + " in doubt",
                        resolution == Resolution.PRODUCED
                                ? "Say how you know that this plastic is a good card. It is never"
                                        + " made again."
                                : "Destroy the plastic first, then say what you saw. The"
                                        + " cardholder needs a remake.",
                        resolution == Resolution.PRODUCED ? "It is good" : "It is destroyed",
                        reason ->
                                runs.resolve(
                                        current.actor(), run, card.number(), resolution, reason))
                .openThen(redraw);
    }

    private void remake(RunCard card) {
        Ask.reason(
                        "Make card " + card.number() + " again",
                        "A new card with a new number is added for the same cardholder.",
                        "Make again",
                        reason -> runs.remake(current.actor(), run, card.number(), reason))
                .openThen(redraw);
    }
}
