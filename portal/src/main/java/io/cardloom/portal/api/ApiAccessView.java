package io.cardloom.portal.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.CopyField;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.portal.signin.SignInAddresses;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.identity.ApiToken;
import io.cardloom.tenancy.identity.ApiTokens;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Tokens by which programs act for people: make one, see it once, revoke it. */
@Route(value = ApiNavigation.TOKENS, layout = PortalFrame.class)
@PageTitle("API access · Cardloom")
@PermitAll
class ApiAccessView extends PageBody {

    private static final List<Integer> LIVES = List.of(7, 30, 90, ApiTokens.MOST_DAYS);

    private final CurrentActor current;
    private final ApiTokens tokens;
    private final Clock clock;
    private final String portal = SignInAddresses.ofThisRequest().portal();
    private final Div sheets = new Div();

    ApiAccessView(CurrentActor current, ApiTokens tokens, Clock clock) {
        this.current = current;
        this.tokens = tokens;
        this.clock = clock;
        sheets.addClassName("cl-stack");
        Button make = new Button("Make a token", e -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new PageHead("API access")
                        .saying(
                                "A token lets a program of yours ask Cardloom what you may see,"
                                    + " with the duties you have at that moment. It ends with your"
                                    + " membership.")
                        .doing(make),
                sheets);
        draw();
    }

    private void draw() {
        sheets.removeAll();
        sheets.add(new Sheet("Tokens", list()), new Sheet("How to call", example()));
    }

    private Component list() {
        List<ApiToken> all = tokens.list(current.actor());
        if (all.isEmpty()) {
            return new EmptyState(
                            "No tokens yet",
                            "Make one for each program, so that you can revoke it alone.",
                            new Button("Make a token", e -> make()))
                    .small();
        }
        Rows rows = new Rows("minmax(0, 1.4fr) minmax(0, 1fr) max-content max-content");
        for (ApiToken token : all) {
            rows.line(
                    Rows.name(token.name(), whose(token)),
                    Rows.wide("Until " + Reading.moment(token.expiresAt())),
                    state(token),
                    ending(token));
        }
        return rows;
    }

    private String whose(ApiToken token) {
        String made = Reading.moment(token.madeAt());
        boolean all = current.actor().may(Permission.ADMINISTER);
        return (all ? token.personName() + " made it on " : "Made on ") + made;
    }

    private StateMark state(ApiToken token) {
        if (token.opens(clock.instant())) {
            return new StateMark("Open", Tone.GOOD);
        }
        return new StateMark(token.revokedAt() == null ? "Expired" : "Revoked", Tone.QUIET);
    }

    private Component ending(ApiToken token) {
        Button revoke = new Button("Revoke", e -> revoke(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL);
        revoke.setAriaLabel("Revoke " + token.name());
        revoke.setEnabled(token.opens(clock.instant()));
        return revoke;
    }

    private Component example() {
        String call =
                "curl -H \"Authorization: Bearer $CARDLOOM_TOKEN\" " + portal + ApiSecurity.ROOT;
        return Sheet.body(
                new CopyField("The designs you see", call + "/designs"),
                new CopyField(
                                "What preflight finds in one of them",
                                call + "/designs/DESIGN/preflight")
                        .saying("The rules that the editor goes by. Nothing is stored."),
                new CopyField("The rules themselves", call + "/preflight/rules"));
    }

    private void make() {
        TextField name = new TextField("Name");
        name.setHelperText("What will use it, such as the build server.");
        name.setMaxLength(120);
        Select<Integer> days = new Select<>();
        days.setLabel("It ends after");
        days.setItems(LIVES);
        days.setItemLabelGenerator(d -> d == ApiTokens.MOST_DAYS ? "a year" : d + " days");
        days.setValue(30);
        new Ask(
                        "Make a token",
                        "Make it",
                        () -> Attempt.to(() -> made(name.getValue(), days.getValue())))
                .with(name, days)
                .open();
    }

    private void made(String name, int days) {
        Secret<String> token = tokens.make(current.actor(), name, days);
        draw();
        Dialog dialog = new Dialog("The token of " + name.strip());
        dialog.setWidth("32rem");
        dialog.setMaxWidth("94vw");
        Div body =
                new Div(
                        new Paragraph(
                                "Copy it now: it is shown this once. Whoever has it acts as you, so"
                                        + " keep it where passwords are kept."),
                        new CopyField("Token", token.reveal()));
        body.addClassName("cl-form");
        dialog.add(body);
        Button done = new Button("I have it", e -> dialog.close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(done);
        dialog.open();
    }

    private void revoke(ApiToken token) {
        new Ask(
                        "Revoke " + token.name(),
                        "Revoke",
                        () ->
                                Attempt.to(
                                        () -> {
                                            tokens.revoke(current.actor(), token.id());
                                            Notice.done("Revoked.");
                                            draw();
                                        }))
                .grave()
                .saying("The program that uses it is turned away from its next request on.")
                .open();
    }
}
