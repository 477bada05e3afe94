package io.cardloom.portal.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.DesignSummary;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.render.Renderer;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.CardFace;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The wall of designs. */
@Route(value = DesignNavigation.LIST, layout = PortalFrame.class)
@PageTitle("Designs · Cardloom")
@PermitAll
class DesignsView extends PageBody {

    private static final int PAGE = 12;
    private static final int PREVIEW_PX = 640;

    private final Actor actor;
    private final Designs designs;
    private final Renderer renderer;
    private final Clock clock;
    private final NewDesign newDesign;
    private final OpenDesign openDesign;
    private final Map<ProgramId, String> programs;
    private final Map<CardBodyId, CardBody> plastics;
    private final TextField search = new TextField("Search");

    DesignsView(
            CurrentActor current,
            Designs designs,
            Renderer renderer,
            Programs programs,
            CardBodies bodies,
            NewDesign newDesign,
            OpenDesign openDesign,
            Clock clock) {
        this.actor = current.actor();
        this.designs = designs;
        this.renderer = renderer;
        this.clock = clock;
        this.newDesign = newDesign;
        this.openDesign = openDesign;
        this.programs =
                programs.list(actor).stream().collect(Collectors.toMap(Program::id, Program::name));
        this.plastics =
                bodies.list(actor).stream().collect(Collectors.toMap(CardBody::id, body -> body));
        PageHead head =
                new PageHead("Designs")
                        .saying("Every card that is drawn here, the latest change first.");
        if (actor.may(Permission.EDIT_DESIGN)) {
            Button start = newButton();
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(new Button("Open an OpenRaster file", e -> openDesign.ask(actor)), start);
        }
        PagedList<DesignSummary> wall =
                new PagedList<>(
                        (offset, limit) -> designs.list(actor, query(), offset, limit),
                        () -> designs.count(actor, query()),
                        this::wall,
                        this::nothing,
                        PAGE);
        search.setPlaceholder("Name of a design");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> wall.restart());
        Div tools = new Div(search);
        tools.addClassName("cl-tools");
        add(head, tools, wall);
    }

    private String query() {
        return search.getValue().strip();
    }

    private Button newButton() {
        return new Button("New design", e -> newDesign.ask(actor));
    }

    private Component nothing() {
        if (!query().isEmpty()) {
            return new EmptyState(
                    "No design of that name",
                    "Try a shorter part of the name, or clear the search.",
                    new Button("Clear the search", e -> search.clear()));
        }
        return actor.may(Permission.EDIT_DESIGN)
                ? new EmptyState(
                        "No designs yet",
                        "Choose a program and a card body, and draw the first card together with"
                                + " your partner.",
                        newButton())
                : new EmptyState(
                        "No designs yet",
                        "They appear here as soon as a designer of the issuer or a marketer of the"
                                + " partner starts one.");
    }

    private Component wall(List<DesignSummary> page) {
        UnorderedList wall = new UnorderedList();
        wall.addClassName("cl-wall");
        page.forEach(design -> wall.add(new ListItem(tile(design))));
        return wall;
    }

    private Component tile(DesignSummary design) {
        CardFace card =
                CardFace.of(plastics.get(design.cardBody()))
                        .showing(
                                "",
                                () -> renderer.preview(actor, design.id(), Face.FRONT, PREVIEW_PX));
        Element name = new Element("strong");
        name.setText(design.name());
        Element below = new Element("small");
        below.setText(
                programs.getOrDefault(design.program(), "")
                        + " · changed "
                        + Reading.since(design.changedAt(), clock)
                        + " by "
                        + design.changedBy());
        Div words = new Div();
        words.getElement().appendChild(name, below);
        Div caption = new Div(words, DesignStates.mark(design.state()));
        caption.addClassName("cl-caption");
        return new Anchor(DesignNavigation.page(design.id()), card, caption);
    }
}
