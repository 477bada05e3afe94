package io.cardloom.portal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Sheet;
import io.cardloom.tenancy.identity.Invitations;
import jakarta.annotation.security.PermitAll;

/** For a person whom nobody has invited yet, or who has an invitation in hand. */
@Route(value = "welcome", layout = PortalFrame.class)
@PageTitle("Welcome · Cardloom")
@PermitAll
class WelcomeView extends PageBody {

    private final CurrentActor current;
    private final Invitations invitations;
    private final TextField token = new TextField("Invitation code");

    WelcomeView(CurrentActor current, Invitations invitations) {
        this.current = current;
        this.invitations = invitations;
        token.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        Button accept = new Button("Accept the invitation", e -> accept());
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(token, accept);
        form.addClassName("cl-form");
        form.setWidth("min(22rem, 68vw)");
        add(
                new PageHead("Welcome, " + current.user().displayName()),
                new Sheet(
                        "Join an organization",
                        new EmptyState(
                                "An invitation opens the door",
                                "You act here for an issuer, a partner or a bureau, and one of them"
                                        + " has to invite you. Paste the code that an administrator"
                                        + " sent to your e-mail address.",
                                form)));
    }

    private void accept() {
        if (Attempt.to(
                () ->
                        current.choose(
                                invitations.accept(
                                        current.user().person(),
                                        current.user().verifiedEmail(),
                                        token.getValue().strip(),
                                        CurrentActor.address())))) {
            FirstPage.open();
        }
    }
}
