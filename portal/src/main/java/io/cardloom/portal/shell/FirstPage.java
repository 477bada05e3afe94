package io.cardloom.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;

/** Begins the portal anew at its first page, as somebody else or for somebody else. */
final class FirstPage {

    private FirstPage() {}

    /** An empty address would open nothing: to a browser it is the page that is open. */
    static void open() {
        UI.getCurrent().getPage().setLocation(VaadinRequest.getCurrent().getContextPath() + "/");
    }
}
