package io.cardloom.portal.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.encoding.StripeSample;
import io.cardloom.production.encoding.Track3Patterns;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/**
 * What a program writes on its stripes: characters, bits and the encoder's bytes of a sample; what
 * its PINs are, and whether its cards get PIN mailers.
 */
@Route(value = DeviceNavigation.STRIPES, layout = PortalFrame.class)
@PageTitle("Stripes · Cardloom")
@PermitAll
class StripesView extends PageBody {

    private static final String FROM_LIST = "comes with the list";

    private final CurrentActor current;
    private final StripeFormats formats;
    private final PinMailers mailers;
    private final Select<Program> program = new Select<>();
    private final Div sheets = new Div();

    StripesView(
            CurrentActor current, StripeFormats formats, PinMailers mailers, Programs programs) {
        this.current = current;
        this.formats = formats;
        this.mailers = mailers;
        Actor actor = current.actor();
        if (!actor.may(Permission.ADMINISTER)) {
            actor.require(Permission.OPERATE_DEVICE);
        }
        List<Program> all = programs.list(actor);
        PageHead head =
                new PageHead("Stripes")
                        .saying(
                                "The magnetic stripe of a sample card, to the bit. The account"
                                        + " number is drawn here; nobody has it.");
        sheets.addClassName("cl-stack");
        add(head);
        if (all.isEmpty()) {
            add(
                    new Sheet(
                            "Sample card",
                            new EmptyState("No programs yet", "A program has cards.")));
            return;
        }
        head.doing(new Button("Draw another", e -> draw()));
        program.setLabel("Program");
        program.setItems(all);
        program.setItemLabelGenerator(Program::name);
        program.setValue(all.getFirst());
        program.addValueChangeListener(e -> draw());
        Div tools = new Div(program);
        tools.addClassName("cl-tools");
        add(tools, sheets);
        draw();
    }

    private void draw() {
        Actor actor = current.actor();
        Program chosen = program.getValue();
        StripePatterns patterns = formats.get(actor, chosen.id());
        StripeSample sample = formats.sample(actor, chosen.id());
        sheets.removeAll();
        sheets.add(format(actor, chosen, patterns));
        sample.tracks().forEach(track -> sheets.add(TrackSheet.of(track)));
        sheets.add(TrackSheet.encoder(sample));
        sheets.add(new PinSheet(formats, actor, chosen, this::draw).sheet(patterns));
        sheets.add(new MailerSheet(mailers, actor, chosen, this::draw).sheet());
    }

    private Component format(Actor actor, Program chosen, StripePatterns patterns) {
        Facts facts =
                new Facts()
                        .fact("Track 1", track(patterns, 1, patterns.track1()))
                        .fact("Track 2", track(patterns, 2, patterns.track2()))
                        .fact("Track 3", third(patterns));
        if (patterns.supplied() != SuppliedTracks.NONE) {
            facts.fact("Sample below", new Span("composed here, as nobody's card is on a list"));
        }
        Sheet sheet = new Sheet("Discretionary data", Sheet.body(facts));
        if (actor.may(Permission.ADMINISTER)) {
            Button change = new Button("Change", e -> ask(actor, chosen, patterns));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel("Change the discretionary data of " + chosen.name());
            sheet.doing(change);
        }
        return sheet;
    }

    private static Component track(StripePatterns patterns, int number, String pattern) {
        return patterns.supplied().has(number)
                ? new Span(FROM_LIST)
                : TrackSheet.mono(shown(pattern));
    }

    private static Component third(StripePatterns patterns) {
        Track3Patterns third = patterns.track3();
        if (patterns.supplied().has(3)) {
            return new Span(FROM_LIST);
        }
        return third == null ? new Span("not written") : TrackSheet.mono(third.text());
    }

    private static String shown(String pattern) {
        return pattern.isEmpty() ? "none" : pattern;
    }

    private void ask(Actor actor, Program chosen, StripePatterns patterns) {
        TextField first = field("Track 1, at most 21 digits", patterns.track1());
        TextField second = field("Track 2, at most 10 digits", patterns.track2());
        Track3Fields third = new Track3Fields(patterns.track3());
        Select<SuppliedTracks> supplied = supplied(patterns.supplied());
        new Ask(
                        "Stripes of " + chosen.name(),
                        "Save",
                        () ->
                                Attempt.to(
                                        () -> {
                                            formats.configure(
                                                    actor,
                                                    chosen.id(),
                                                    new StripePatterns(
                                                            first.getValue().strip(),
                                                            second.getValue().strip(),
                                                            third.format(),
                                                            supplied.getValue(),
                                                            patterns.pins()));
                                            draw();
                                        }))
                .saying(
                        "Digits stand for themselves. {CVV} is the verification value, {PVKI},"
                                + " {PVV} and {OFFSET} are the PIN's, {PSN} is the card sequence"
                                + " number. Runs that are"
                                + " prepared stay as they are.")
                .with(supplied, first, second)
                .with(third.parts().toArray(Component[]::new))
                .open();
    }

    private static Select<SuppliedTracks> supplied(SuppliedTracks now) {
        Select<SuppliedTracks> supplied = new Select<>();
        supplied.setLabel("Where tracks come from");
        supplied.setItems(SuppliedTracks.values());
        supplied.setItemLabelGenerator(SuppliedTracks::words);
        supplied.setValue(now);
        supplied.setHelperText(
                "Tracks that your host computes come whole, in columns that the list form names."
                        + " They are sensitive authentication data: sealed with the card's record,"
                        + " destroyed with it.");
        supplied.setWidthFull();
        return supplied;
    }

    private static TextField field(String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setMaxLength(200);
        return field;
    }
}
