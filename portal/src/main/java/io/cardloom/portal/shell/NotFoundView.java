package io.cardloom.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere. */
@ParentLayout(PortalFrame.class)
@PageTitle("Not found · Cardloom")
@PermitAll
class NotFoundView extends PageBody implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        add(
                new EmptyState(
                        "There is nothing at this address",
                        "It may have moved, or it is not yours. The first page shows all that is.",
                        new Anchor("", "Go to the first page")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
