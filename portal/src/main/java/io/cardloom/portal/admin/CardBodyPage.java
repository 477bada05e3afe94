package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.cardbody.Zone;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.CardFace;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Refused;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets a card body up: plastic, print and zones, seen on the card while they are written. */
@Route(value = AdminNavigation.BODIES + "/:body", layout = PortalFrame.class)
@RouteAlias(value = AdminNavigation.BODIES + "/new", layout = PortalFrame.class)
@PageTitle("Card body · Cardloom")
@PermitAll
class CardBodyPage extends PageBody implements BeforeEnterObserver, BeforeLeaveObserver {

    private final CurrentActor current;
    private final CardBodies bodies;
    private final Select<CardBody> preset = new Select<>();
    private final Div shown = new Div();
    private final Div verdict = new Div();
    private final BodyFields plastic = new BodyFields(this::show, this::turn);
    private final ZoneFields zones = new ZoneFields(this::show);
    private @Nullable CardBody from;
    private boolean kept;

    CardBodyPage(CurrentActor current, CardBodies bodies) {
        this.current = current;
        this.bodies = bodies;
        preset.setLabel("Start from");
        preset.setItemLabelGenerator(CardBody::name);
        preset.addValueChangeListener(
                e -> {
                    if (e.getValue() != null) {
                        fill(e.getValue());
                    }
                });
        shown.addClassName("cl-stack");
        verdict.getElement().setAttribute("role", "status");
    }

    static String path(CardBodyId body) {
        return AdminNavigation.BODIES + "/" + body.value();
    }

    static String adding() {
        return AdminNavigation.BODIES + "/new";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.actor();
        actor.require(Permission.ADMINISTER);
        if (event.getRouteParameters().get("body").isEmpty()) {
            draw("Add a card body", "Add", true, bodies.presets());
        } else {
            CardBodyId id = Address.id(event, "body", CardBodyId::new, "card body");
            CardBody known = bodies.get(actor.tenant(), id);
            draw("Change " + known.name(), "Keep as the next version", false, List.of(known));
        }
    }

    private void draw(String title, String button, boolean fresh, List<CardBody> start) {
        removeAll();
        Button keep = new Button(button, e -> keep());
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button again = new Button("Start over", e -> fill(preset.getValue()));
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        PageHead head =
                new PageHead(title)
                        .under(AdminNavigation.BODIES, "Card bodies")
                        .saying(
                                "A version never changes: designs keep the one that they were"
                                        + " frozen with.");
        preset.setItems(start);
        preset.setVisible(fresh);
        preset.setValue(start.getFirst());
        Sheet card = new Sheet("The card", Sheet.body(shown));
        card.addClassName("cl-standing");
        Div asked =
                new Div(
                        new Sheet("Plastic and print", Sheet.body(preset, plastic)),
                        new Sheet("Zones", Sheet.body(zones)));
        asked.addClassName("cl-stack");
        Div columns = new Div(card, asked);
        columns.addClassName("cl-columns");
        Div actions = new Div(again, keep);
        actions.addClassName("cl-actions");
        Div bar = new Div(verdict, actions);
        bar.addClassName("cl-keep");
        add(head, columns, bar);
    }

    private void fill(CardBody body) {
        from = body;
        plastic.fill(body);
        zones.fill(body);
        show();
    }

    private CardBody written() {
        return plastic.body(preset.getValue(), zones.zones());
    }

    private void turn(boolean clockwise) {
        Attempt.to(
                () -> {
                    CardBody turned = written().turned(clockwise);
                    plastic.fill(turned);
                    zones.fill(turned);
                    show();
                });
    }

    /** Draws what is written, and says whether it could be kept. */
    private void show() {
        plastic.tell();
        zones.tell();
        shown.removeAll();
        shown.add(face(Face.FRONT), face(Face.BACK));
        try {
            written();
            say(note("good", "Every zone fits the card."));
        } catch (Refusal refusal) {
            say(refused(refusal));
        }
    }

    private void say(Component words) {
        verdict.removeAll();
        verdict.add(words);
    }

    private static Component refused(Refusal refusal) {
        Span code = new Span(refusal.code());
        code.addClassNames("cl-mono", "cl-small", "cl-soft");
        Paragraph note = note("stop", refusal.sentence());
        note.add(new HtmlComponent("br"), code);
        return note;
    }

    private Div face(Face face) {
        Span word = new Span(face == Face.FRONT ? "Front" : "Back");
        word.addClassNames("cl-soft", "cl-small");
        CardFace card = BodyFaces.blank("Card body", plastic.color(), plastic.finish(), face);
        card.measuring(plastic.width(), plastic.height(), plastic.corner());
        List<Zone> places = zones.places();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).face() == face) {
                String severity = zones.isOpen(i) ? "chosen" : "zone";
                BodyFaces.mark(card, places.get(i), severity, Integer.toString(i + 1));
            }
        }
        return new Div(word, card);
    }

    private static Paragraph note(String tone, String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("cl-note");
        note.getElement().setAttribute("data-tone", tone);
        return note;
    }

    private void keep() {
        try {
            bodies.configure(current.actor(), written());
        } catch (Refusal refusal) {
            say(refused(refusal));
            Refused.tell(refusal, AdminNavigation.BODIES);
            return;
        }
        kept = true;
        UI.getCurrent().navigate(AdminNavigation.BODIES);
        Notice.done("Kept as a new version.");
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (kept || !changed()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
        new Ask(
                        "Leave without keeping?",
                        "Leave",
                        () -> {
                            kept = true;
                            leaving.proceed();
                            return true;
                        })
                .saying("What you changed on this card body is not kept yet.")
                .open();
    }

    private boolean changed() {
        @Nullable CardBody before = from;
        try {
            return before != null && !written().equals(before);
        } catch (Refusal unfinished) {
            return true;
        }
    }
}
