package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.key.OwnCertificate;
import io.cardloom.production.key.OwnCertificateState;
import io.cardloom.production.key.OwnCertificates;
import io.cardloom.production.key.OwnPurpose;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cardloom's own certificates: what is in use, what comes, what is over. Those who use them fetch
 * them here, and custodians renew them.
 */
@Route(value = KeyNavigation.CERTIFICATES, layout = PortalFrame.class)
@PageTitle("Certificates · Cardloom")
@PermitAll
class OwnCertificatesView extends PageBody {

    private static final List<OwnPurpose> ORDER =
            List.of(OwnPurpose.INTAKE, OwnPurpose.OPENPGP_INTAKE, OwnPurpose.SIGNING);

    private final CurrentActor current;
    private final OwnCertificates own;
    private final Custodians custodians;
    private final RenewalDialogs dialogs;
    private final Div sheets = new Div();
    private @Nullable List<String> drawn;

    OwnCertificatesView(
            CurrentActor current,
            OwnCertificates own,
            Custodians custodians,
            RenewalDialogs dialogs,
            KeyNews news) {
        this.current = current;
        this.own = own;
        this.custodians = custodians;
        this.dialogs = dialogs;
        Actor actor = current.actor();
        if (ORDER.stream().noneMatch(purpose -> own.concerns(actor, purpose))) {
            actor.require(Permission.KEEP_KEYS);
        }
        sheets.addClassName("cl-stack");
        add(
                new PageHead("Certificates")
                        .saying(
                                "Cardloom's own. Lists are encrypted to them, packages are signed"
                                        + " by them. Fetch the one that comes before it is used."),
                sheets);
        draw();
        news.follow(this, actor.tenant(), this::draw);
    }

    /** Draws what changed only: a button that is about to be pressed stays. */
    private void draw() {
        Actor actor = current.actor();
        Map<OwnPurpose, List<OwnCertificate>> all = new EnumMap<>(OwnPurpose.class);
        ORDER.stream()
                .filter(purpose -> own.concerns(actor, purpose))
                .forEach(purpose -> all.put(purpose, own.list(actor, purpose)));
        List<String> now =
                all.values().stream()
                        .flatMap(List::stream)
                        .map(OwnCertificatesView::standing)
                        .toList();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        sheets.removeAll();
        ORDER.stream()
                .filter(all::containsKey)
                .forEach(
                        purpose ->
                                sheets.add(
                                        sheet(
                                                actor,
                                                purpose,
                                                Objects.requireNonNull(all.get(purpose)))));
    }

    private static String standing(OwnCertificate one) {
        return String.join(
                " ",
                one.purpose().name(),
                Integer.toString(one.number()),
                one.state().name(),
                String.valueOf(one.from()),
                String.valueOf(one.overAt()));
    }

    private Sheet sheet(Actor actor, OwnPurpose purpose, List<OwnCertificate> all) {
        Sheet sheet =
                new Sheet(
                        OwnCertificateWords.title(purpose),
                        all.isEmpty() ? none(purpose) : rows(actor, all));
        boolean renewable =
                !all.isEmpty()
                        && actor.may(Permission.KEEP_KEYS)
                        && all.stream().noneMatch(c -> c.state().underWay());
        return renewable ? sheet.doing(renew(purpose)) : sheet;
    }

    private Component none(OwnPurpose purpose) {
        Button make =
                new Button(
                        "Make it",
                        e -> {
                            boolean made =
                                    Attempt.to(() -> own.makeFirst(current.actor(), purpose));
                            e.getSource().setEnabled(!made);
                            draw();
                        });
        make.setDisableOnClick(true);
        make.setAriaLabel("Make it: " + OwnCertificateWords.title(purpose));
        return new EmptyState(
                        "Not made yet",
                        OwnCertificateWords.use(purpose)
                                + " The first one is made when somebody wants it.",
                        make)
                .small();
    }

    private Component rows(Actor actor, List<OwnCertificate> all) {
        Map<PersonId, String> names =
                custodians.names(
                        all.stream().flatMap(c -> Stream.ofNullable(c.askedBy())).toList());
        Rows rows = new Rows("minmax(0, 1.8fr) 8rem minmax(8rem, max-content) 11rem");
        for (OwnCertificate one : all) {
            rows.line(
                    Rows.name("Number " + one.number(), OwnCertificateWords.story(one, names)),
                    fingerprint(one),
                    OwnCertificateWords.mark(one, actor.person()),
                    actions(actor, one));
        }
        return rows;
    }

    private static Component fingerprint(OwnCertificate one) {
        Component text =
                one.fingerprint().isEmpty() ? new Span() : DigestText.brief(one.fingerprint());
        text.getElement().setAttribute("data-wide", "");
        return text;
    }

    private Div actions(Actor actor, OwnCertificate one) {
        Div actions = new Div();
        actions.addClassName("cl-actions");
        if (one.state().announced()) {
            actions.add(OwnCertificateFile.link(one));
        }
        if (one.state() == OwnCertificateState.ASKED) {
            if (OwnCertificateWords.waitsFor(one, actor.person())) {
                actions.add(
                        small(
                                "Confirm",
                                one,
                                () -> dialogs.confirm(current.actor(), one, this::draw)));
            }
            actions.add(
                    small("Abandon", one, () -> dialogs.abandon(current.actor(), one, this::draw)));
        }
        boolean ahead =
                one.state() == OwnCertificateState.COMING
                        || one.state() == OwnCertificateState.OUTGOING;
        if (ahead && actor.may(Permission.KEEP_KEYS)) {
            actions.add(
                    small("Put off", one, () -> dialogs.putOff(current.actor(), one, this::draw)));
        }
        return actions;
    }

    private Button renew(OwnPurpose purpose) {
        Button button = new Button("Renew", e -> dialogs.ask(current.actor(), purpose, this::draw));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Renew: " + OwnCertificateWords.title(purpose));
        return button;
    }

    private static Button small(String word, OwnCertificate one, Runnable act) {
        Button button = new Button(word, e -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(
                word + " number " + one.number() + ": " + OwnCertificateWords.title(one.purpose()));
        return button;
    }
}
