package io.cardloom.portal.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.connectors.registry.Drivers;
import io.cardloom.connectors.registry.Health;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Bureaus and devices, each with the answer it gave just now. */
@Route(value = DeviceNavigation.PATH, layout = PortalFrame.class)
@PageTitle("Destinations · Cardloom")
@PermitAll
class DestinationsView extends PageBody {

    private final CurrentActor current;
    private final Destinations destinations;
    private final Drivers drivers;
    private final ConfigureDestination configure;
    private final Div lists = new Div();

    DestinationsView(
            CurrentActor current,
            Destinations destinations,
            Drivers drivers,
            ConfigureDestination configure) {
        this.current = current;
        this.destinations = destinations;
        this.drivers = drivers;
        this.configure = configure;
        lists.addClassName("cl-stack");
        PageHead head =
                new PageHead("Destinations")
                        .saying("Where cards are made: bureaus by package, devices card by card.");
        if (current.actor().may(Permission.ADMINISTER)) {
            Button add = addButton();
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(add);
        }
        add(head, lists);
        draw();
    }

    private Button addButton() {
        return new Button("Add a destination", e -> configure.ask(current.actor(), this::draw));
    }

    private void draw() {
        lists.removeAll();
        Actor actor = current.actor();
        List<Destination> all = destinations.list(actor);
        if (all.isEmpty()) {
            Component[] next =
                    actor.may(Permission.ADMINISTER)
                            ? new Component[] {addButton()}
                            : new Component[0];
            lists.add(
                    new Sheet(
                            "Bureaus and devices",
                            new EmptyState(
                                    "No destination yet",
                                    "An administrator adds the bureau or the device that makes your"
                                            + " cards.",
                                    next)));
            return;
        }
        for (Channel channel : Channel.values()) {
            List<Destination> here = all.stream().filter(d -> d.channel() == channel).toList();
            if (!here.isEmpty()) {
                Rows rows = new Rows("minmax(0, 1fr) minmax(0, 1.2fr) max-content");
                here.forEach(d -> row(rows, actor, d));
                lists.add(new Sheet(channel == Channel.BUREAU ? "Bureaus" : "Devices", rows));
            }
        }
    }

    private void row(Rows rows, Actor actor, Destination destination) {
        Span answer = new Span("");
        answer.getElement().setAttribute("data-wide", "");
        answer.addClassNames("cl-soft", "cl-small");
        Div state = new Div(new StateMark("Asking", Tone.QUIET));
        rows.line(Rows.name(destination.name(), "by " + destination.driver()), answer, state);
        UI ui = UI.getCurrent();
        Thread.startVirtualThread(
                () -> {
                    StateMark mark;
                    String sentence;
                    try {
                        Health health = drivers.check(actor, destination.id());
                        mark = mark(health);
                        sentence = health.sentence();
                    } catch (Refusal refusal) {
                        mark = new StateMark("Not asked", Tone.STOP);
                        sentence = refusal.sentence();
                    }
                    show(ui, state, mark, answer, sentence);
                });
    }

    private static void show(UI ui, Div state, StateMark mark, Span answer, String sentence) {
        ui.access(
                () -> {
                    state.removeAll();
                    state.add(mark);
                    answer.setText(sentence);
                });
    }

    private static StateMark mark(Health health) {
        return new StateMark(
                StateMark.words(health.state()),
                health.state() == Health.State.GOOD ? Tone.GOOD : Tone.STOP);
    }
}
