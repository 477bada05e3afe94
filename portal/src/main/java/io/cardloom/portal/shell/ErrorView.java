package io.cardloom.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.Refused;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A page that could not be made: refused, or gone wrong. */
@ParentLayout(PortalFrame.class)
@PageTitle("Cardloom")
@PermitAll
class ErrorView extends PageBody implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        @Nullable Refusal refusal = CalmErrors.refusal(parameter.getException());
        if (refusal != null) {
            Refused.tell(refusal, event.getLocation().getPath());
            add(
                    new EmptyState(
                            refusal.kind() == Refusal.Kind.NOT_FOUND
                                    ? "There is nothing at this address"
                                    : "This is not open to you",
                            refusal.sentence(),
                            new Anchor("", "Go to the first page")));
            return refusal.kind() == Refusal.Kind.NOT_FOUND
                    ? HttpServletResponse.SC_NOT_FOUND
                    : HttpServletResponse.SC_FORBIDDEN;
        }
        Paragraph reference =
                new Paragraph("Reference " + CalmErrors.log(parameter.getException()));
        reference.addClassNames("cl-mono", "cl-small");
        add(
                new EmptyState(
                        "This page did not come together",
                        "It is our fault, and nothing was changed halfway. Try again; if it stays"
                                + " so, tell support the reference.",
                        reference,
                        new Anchor("", "Go to the first page")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
