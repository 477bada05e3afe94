package io.cardloom.portal.component;

import com.vaadin.flow.component.html.Main;

/** The sheet of a view: one column, with the place to which the skip link jumps. */
public abstract class PageBody extends Main {

    /** The element id of every view's content. */
    public static final String ID = "content";

    protected PageBody() {
        setId(ID);
        addClassName("cl-page");
        getElement().setAttribute("tabindex", "-1");
    }
}
