package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Terms and their values. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("cl-facts");
    }

    public Facts fact(String term, String value) {
        return fact(term, new Span(value));
    }

    public Facts fact(String term, Component value) {
        add(new Term(term), new Description(value));
        return this;
    }
}
