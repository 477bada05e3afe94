package io.cardloom.portal.admin;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.signin.OwnProvider;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.identity.IdentityProvider;
import io.cardloom.tenancy.permission.Actor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a sign-in provider; the secret goes in and never comes out. */
final class ProviderForm {

    private final boolean known;
    private final TextField name = new TextField("Name");
    private final TextField issuer = new TextField("Issuer address");
    private final TextField clientId = new TextField("Client id");
    private final PasswordField secret = new PasswordField("Client secret");

    /**
     * @param set what is set now; null for the first one
     */
    ProviderForm(@Nullable IdentityProvider set) {
        known = set != null;
        name.setHelperText("As your people call it, such as Staff sign-in");
        name.setMaxLength(200);
        issuer.setHelperText(
                "Exactly as the provider writes it; Cardloom reads its endpoints from there");
        issuer.setPlaceholder("https://login.example.org/realms/staff");
        issuer.setMaxLength(500);
        clientId.setMaxLength(200);
        clientId.setAutocomplete(Autocomplete.OFF);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        secret.setRevealButtonVisible(false);
        if (set != null) {
            name.setValue(set.name());
            issuer.setValue(set.issuer().toString());
            clientId.setValue(set.clientId());
            secret.setHelperText("Leave it empty to keep the secret of this issuer and client");
        }
    }

    void ask(Consumer<ProviderForm> keep) {
        Ask ask =
                new Ask(
                        known ? "Change your provider" : "Name your provider",
                        known ? "Keep the change" : "Name it",
                        () -> Attempt.to(() -> keep.accept(this)));
        if (known) {
            ask.saying(
                    "With another issuer people come in as new persons: Cardloom knows them by the"
                            + " issuer that vouches for them. They need new invitations.");
        }
        ask.with(name, issuer, clientId, secret).open();
    }

    void keep(OwnProvider own, Actor actor) {
        own.name(
                actor,
                name.getValue().strip(),
                issuer.getValue().strip(),
                clientId.getValue(),
                Secret.of(secret.getValue()));
    }
}
