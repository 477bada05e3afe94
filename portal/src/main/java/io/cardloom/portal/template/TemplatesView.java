package io.cardloom.portal.template;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.template.Template;
import io.cardloom.designer.template.Templates;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The wall of templates. */
@Route(value = TemplateNavigation.LIST, layout = PortalFrame.class)
@PageTitle("Templates · Cardloom")
@PermitAll
class TemplatesView extends PageBody {

    private static final int PAGE = 12;

    private final Actor actor;
    private final TemplateFaces faces;
    private final TextField search = new TextField("Search");

    TemplatesView(CurrentActor current, Templates templates, TemplateFaces faces) {
        this.actor = current.actor();
        this.faces = faces;
        PagedList<Template> wall =
                new PagedList<>(
                        (offset, limit) -> templates.list(actor, query(), offset, limit),
                        () -> templates.count(actor, query()),
                        this::wall,
                        this::nothing,
                        PAGE);
        search.setPlaceholder("Name of a template");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> wall.restart());
        Div tools = new Div(search);
        tools.addClassName("cl-tools");
        add(
                new PageHead("Templates")
                        .saying(
                                "What many designs have in common. A new version is carried into"
                                        + " all designs that follow it."),
                tools,
                wall);
    }

    private String query() {
        return search.getValue().strip();
    }

    private Component nothing() {
        if (!query().isEmpty()) {
            return new EmptyState(
                    "No template of that name",
                    "Try a shorter part of the name, or clear the search.",
                    new Button("Clear the search", e -> search.clear()));
        }
        return actor.may(Permission.FREEZE_DESIGN)
                ? new EmptyState(
                        "No templates yet",
                        "Draw a design with what all cards share, mark what nobody may move, leave"
                                + " places to be filled, and publish it on its page.",
                        new Anchor("designs", "See the designs"))
                : new EmptyState(
                        "No templates yet",
                        "They appear here as soon as a designer of the issuer publishes one.");
    }

    private Component wall(List<Template> page) {
        UnorderedList wall = new UnorderedList();
        wall.addClassName("cl-wall");
        page.forEach(template -> wall.add(new ListItem(tile(template))));
        return wall;
    }

    private Component tile(Template template) {
        Element name = new Element("strong");
        name.setText(template.name());
        Element below = new Element("small");
        below.setText(
                Reading.count(template.followers(), "design follows it", "designs follow it"));
        Div words = new Div();
        words.getElement().appendChild(name, below);
        Div caption = new Div(words, new StateMark("Version " + template.latest(), Tone.QUIET));
        caption.addClassName("cl-caption");
        return new Anchor(
                TemplateNavigation.page(template.id()),
                faces.of(actor.tenant(), template, Face.FRONT),
                caption);
    }
}
