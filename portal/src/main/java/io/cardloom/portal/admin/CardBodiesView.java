package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The plastics that cards are made of, with the zones that belong to something else. */
@Route(value = AdminNavigation.BODIES, layout = PortalFrame.class)
@PageTitle("Card bodies · Cardloom")
@PermitAll
class CardBodiesView extends PageBody {

    private final CurrentActor current;
    private final CardBodies bodies;
    private final Div wall = new Div();

    CardBodiesView(CurrentActor current, CardBodies bodies) {
        this.current = current;
        this.bodies = bodies;
        PageHead head =
                new PageHead("Card bodies")
                        .saying(
                                "The plastic before print: size, color, finish, and the zones that"
                                        + " belong to chip, stripe and marks.");
        if (current.actor().may(Permission.ADMINISTER)) {
            Button add = addButton();
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(add);
        }
        add(head, wall);
        draw();
    }

    private static Button addButton() {
        return new Button("Add a card body", e -> UI.getCurrent().navigate(CardBodyPage.adding()));
    }

    private void draw() {
        Actor actor = current.actor();
        List<CardBody> all = bodies.list(actor);
        if (all.isEmpty()) {
            Component[] next =
                    actor.may(Permission.ADMINISTER)
                            ? new Component[] {addButton()}
                            : new Component[0];
            wall.add(
                    new Sheet(
                            "All card bodies",
                            new EmptyState(
                                    "No card bodies yet",
                                    "Start from one of six plastics of the trade and change what"
                                            + " differs at yours.",
                                    next)));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cl-wall");
        all.forEach(body -> list.add(new ListItem(tile(actor, body))));
        wall.add(list);
    }

    private static Component tile(Actor actor, CardBody body) {
        Element name = new Element("strong");
        name.setText(body.name());
        Element below = new Element("small");
        below.setText(
                "%s, %s. %s at %s dpi, version %d"
                        .formatted(
                                body.material(),
                                StateMark.words(body.finish()).toLowerCase(java.util.Locale.ROOT),
                                BodyWords.of(body.printMethod()),
                                Reading.number(body.dpi()),
                                body.version()));
        Element stock = new Element("small");
        stock.setText(Reading.count(body.stock(), "blank card", "blank cards") + " in stock");
        Div words = new Div();
        words.getElement().appendChild(name, below, stock);
        Div caption = new Div(words);
        caption.addClassName("cl-caption");
        if (actor.may(Permission.ADMINISTER)) {
            Button change =
                    new Button(
                            "Change", e -> UI.getCurrent().navigate(CardBodyPage.path(body.id())));
            change.addThemeVariants(ButtonVariant.LUMO_SMALL);
            change.setAriaLabel("Change " + body.name());
            caption.add(change);
        }
        Div tile = new Div(BodyFaces.of(body, Face.FRONT));
        if (!body.zones(Face.BACK).isEmpty()) {
            tile.add(BodyFaces.of(body, Face.BACK));
        }
        tile.add(caption);
        tile.addClassName("cl-stack");
        return tile;
    }
}
