package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.CopyField;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.portal.signin.OwnProvider;
import io.cardloom.portal.signin.SignInAddresses;
import io.cardloom.tenancy.identity.IdentityProvider;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the issuer's people sign in: with Cardloom accounts, or at a provider of its own. */
@Route(value = AdminNavigation.SIGN_IN, layout = PortalFrame.class)
@PageTitle("Sign-in · Cardloom")
@PermitAll
class SignInView extends PageBody {

    private final CurrentActor current;
    private final OwnProvider own;
    private final SignInAddresses addresses = SignInAddresses.ofThisRequest();
    private final Div sheets = new Div();

    SignInView(CurrentActor current, OwnProvider own) {
        this.current = current;
        this.own = own;
        current.actor().require(Permission.ADMINISTER);
        sheets.addClassName("cl-stack");
        add(
                new PageHead("Sign-in")
                        .saying(
                                "Your people can sign in where they sign in to everything else, at"
                                        + " an OpenID Connect provider of your own. Partners and"
                                        + " bureaus keep their Cardloom accounts."),
                sheets);
        draw();
    }

    private void draw() {
        sheets.removeAll();
        Optional<IdentityProvider> set = own.of(current.actor());
        sheets.add(set.map(this::provider).orElseGet(this::none));
        set.ifPresent(provider -> sheets.add(link(provider)));
        sheets.add(registration());
    }

    private Sheet none() {
        Button name = new Button("Name your provider", e -> ask(null));
        name.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Sheet(
                "Your own provider",
                new EmptyState(
                        "Everybody uses a Cardloom account",
                        "Register Cardloom at your provider with the addresses below, then name"
                                + " the provider here.",
                        name));
    }

    private Sheet provider(IdentityProvider set) {
        Facts facts =
                new Facts()
                        .fact("Name", set.name())
                        .fact("Issuer", address(set.issuer()))
                        .fact("Client id", set.clientId())
                        .fact("Client secret", "Kept, and never shown again")
                        .fact("People sign in at", address(set.authorization()))
                        .fact("Tokens", address(set.token()))
                        .fact("Keys", address(set.keys()))
                        .fact("User information", address(set.userInfo()))
                        .fact("Sign-out", address(set.endSession()));
        Button change = new Button("Change", e -> ask(set));
        Button remove = new Button("Remove", e -> askToRemove(set));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return new Sheet("Your own provider", Sheet.body(facts)).doing(remove, change);
    }

    private static Component address(@Nullable URI address) {
        Span text = new Span(address == null ? "The provider has none" : address.toString());
        if (address != null) {
            text.addClassNames("cl-mono", "cl-small");
        }
        return text;
    }

    private Sheet link(IdentityProvider set) {
        return new Sheet(
                "The sign-in link to hand out",
                Sheet.body(
                        new Paragraph(
                                "Put it where your people find it, such as your intranet. Cardloom"
                                        + " lists no organizations on its sign-in page, so this"
                                        + " link is their way in."),
                        new CopyField("Sign-in link", addresses.link(set.issuer()))));
    }

    private Sheet registration() {
        return new Sheet(
                "What to register at your provider",
                Sheet.body(
                        new CopyField("Redirect URI", addresses.redirect(current.actor().tenant())),
                        new CopyField(
                                "Address after sign-out (optional)", addresses.afterSignOut()),
                        new Facts()
                                .fact("Flow", "Authorization code with PKCE (S256)")
                                .fact("Client authentication", "client_secret_basic")
                                .fact("Scopes", "openid profile email")
                                .fact("Identity token", "Signed with RS256")
                                .fact(
                                        "E-mail address",
                                        "Counts only with the claim email_verified: true, and an"
                                                + " invitation is bound to it")));
    }

    private void ask(@Nullable IdentityProvider set) {
        new ProviderForm(set)
                .ask(
                        form -> {
                            form.keep(own, current.actor());
                            draw();
                            Notice.done("Kept. The provider answered as it should.");
                        });
    }

    private void askToRemove(IdentityProvider set) {
        new Ask(
                        "Remove " + set.name(),
                        "Remove the provider",
                        () ->
                                Attempt.to(
                                        () -> {
                                            own.remove(current.actor());
                                            draw();
                                            Notice.done("Removed.");
                                        }))
                .saying(
                        "Nobody signs in by it any more, you included if you came that way. Who"
                                + " belongs to it keeps her membership, but needs a new invitation"
                                + " to come in by a Cardloom account.")
                .grave()
                .open();
    }
}
