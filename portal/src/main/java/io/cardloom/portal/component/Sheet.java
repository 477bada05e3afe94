package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/** A white sheet on the bench with a heading. */
public final class Sheet extends Section {

    private final Header header = new Header();

    public Sheet(String title, Component... content) {
        addClassName("cl-sheet");
        header.add(new H2(title));
        add(header);
        add(content);
        getElement().setAttribute("aria-label", title);
    }

    /** What stands to the right of the heading. */
    public Sheet doing(Component... parts) {
        Div actions = new Div(parts);
        actions.addClassName("cl-actions");
        header.add(actions);
        return this;
    }

    /** Content with a margin around it. */
    public static Div body(Component... content) {
        Div body = new Div(content);
        body.addClassNames("cl-body", "cl-stack");
        return body;
    }
}
