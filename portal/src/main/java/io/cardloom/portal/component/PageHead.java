package io.cardloom.portal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** A view's name, one sentence, and what can be done here. */
public final class PageHead extends Header {

    private final Div words = new Div();
    private final Div actions = new Div();

    public PageHead(String title) {
        addClassName("cl-head");
        actions.addClassName("cl-actions");
        words.add(new H1(title));
        add(words, actions);
    }

    /** One sentence below the name; an empty one is left out. */
    public PageHead saying(String sentence) {
        if (!sentence.isEmpty()) {
            words.add(new Paragraph(sentence));
        }
        return this;
    }

    /** What stands under the name, such as a state. */
    public PageHead with(Component part) {
        words.add(part);
        return this;
    }

    /** The way back up. */
    public PageHead under(String path, String name) {
        Anchor up = new Anchor(path, name);
        up.addClassName("cl-trail");
        words.addComponentAsFirst(up);
        return this;
    }

    public PageHead doing(Component... parts) {
        actions.add(parts);
        return this;
    }
}
