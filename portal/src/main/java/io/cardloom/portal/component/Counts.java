package io.cardloom.portal.component;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** A few numbers in large type. */
public final class Counts extends DescriptionList {

    public Counts() {
        addClassName("cl-counts");
    }

    public Counts count(String term, String value, Tone tone) {
        Div pair = new Div(new Term(term), new Description(value));
        pair.getElement().setAttribute("data-tone", tone.word());
        getElement().appendChild(pair.getElement());
        return this;
    }
}
