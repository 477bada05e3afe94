package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing yet, and what to do next. */
public final class EmptyState extends Div {

    public EmptyState(String title, String sentence, Component... next) {
        addClassName("cl-empty");
        add(new Guilloche(title), new H2(title), new Paragraph(sentence));
        if (next.length > 0) {
            Div actions = new Div(next);
            actions.addClassName("cl-actions");
            add(actions);
        }
    }

    /** For a place beside others. */
    public EmptyState small() {
        getElement().setAttribute("data-small", "");
        return this;
    }
}
