package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.DigestText;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.production.key.OpenPgpCertificate;
import io.cardloom.production.key.OpenPgpCertificates;
import io.cardloom.production.key.RegisteredCertificate;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whose certificates and OpenPGP keys are trusted, by fingerprint, and the end of that trust. */
@org.springframework.stereotype.Component
@org.springframework.context.annotation.Scope("prototype")
class TrustSheet {

    private final CurrentActor current;
    private final TransportCertificates certificates;
    private final OpenPgpCertificates openPgp;
    private final Organizations organizations;
    private final RegisterCertificate register;
    private final Clock clock;

    TrustSheet(
            CurrentActor current,
            TransportCertificates certificates,
            OpenPgpCertificates openPgp,
            Organizations organizations,
            RegisterCertificate register,
            Clock clock) {
        this.current = current;
        this.certificates = certificates;
        this.openPgp = openPgp;
        this.organizations = organizations;
        this.register = register;
        this.clock = clock;
    }

    /** One thing that is trusted for one purpose. */
    private record Trusted(String what, String fingerprint, Instant until, Runnable withdraw) {}

    Sheet draw(Runnable redraw) {
        Button add = new Button("Register", e -> register.ask(current.actor(), redraw));
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add.setAriaLabel("Register a certificate or an OpenPGP key");
        return new Sheet("Trusted certificates and keys", list(redraw)).doing(add);
    }

    private Component list(Runnable redraw) {
        Actor actor = current.actor();
        List<Trusted> all = all(actor);
        if (all.isEmpty()) {
            return new EmptyState(
                            "Nobody is trusted yet",
                            "Register the certificate or OpenPGP key with which you sign"
                                    + " cardholder lists, and the certificates of your bureaus.")
                    .small();
        }
        Map<String, Instant> withdrawn = certificates.withdrawn(actor);
        Rows rows = new Rows("minmax(0, 1.6fr) minmax(0, 1fr) minmax(6rem, auto) 7rem");
        for (Trusted one : all) {
            DigestText fingerprint = DigestText.brief(one.fingerprint());
            fingerprint.getElement().setAttribute("data-wide", "");
            Instant at = withdrawn.get(one.fingerprint());
            rows.line(
                    Rows.name(one.what(), until(one.until())),
                    fingerprint,
                    mark(one, at),
                    at == null ? withdraw(one, redraw) : new Span());
        }
        return rows;
    }

    private List<Trusted> all(Actor actor) {
        List<Trusted> all = new ArrayList<>();
        for (OpenPgpCertificate key : openPgp.list(actor)) {
            all.add(
                    new Trusted(
                            "OpenPGP key to sign cardholder files"
                                    + (key.name().isEmpty() ? "" : ", " + key.name()),
                            key.fingerprint(),
                            key.notAfter(),
                            () -> openPgp.withdraw(current.actor(), key.fingerprint())));
        }
        for (RegisteredCertificate one : certificates.list(actor)) {
            String whose = organizations.get(actor.tenant(), one.organization()).name();
            all.add(
                    new Trusted(
                            whose + " to " + one.purpose().words(),
                            one.sha256(),
                            one.notAfter(),
                            () -> certificates.withdraw(current.actor(), one.sha256())));
        }
        return all;
    }

    private static String until(Instant end) {
        return end.equals(Instant.MAX) ? "Without an end" : "Until " + Reading.moment(end);
    }

    private StateMark mark(Trusted one, @org.jspecify.annotations.Nullable Instant withdrawn) {
        if (withdrawn != null) {
            return new StateMark("Withdrawn", Tone.QUIET);
        }
        return clock.instant().isBefore(one.until())
                ? new StateMark("Trusted", Tone.GOOD)
                : new StateMark("Ended", Tone.QUIET);
    }

    private Button withdraw(Trusted one, Runnable redraw) {
        Button button =
                new Button(
                        "Withdraw",
                        e ->
                                new Ask(
                                                "Withdraw this trust?",
                                                "Withdraw it",
                                                () ->
                                                        Attempt.to(
                                                                () -> {
                                                                    one.withdraw().run();
                                                                    redraw.run();
                                                                    Notice.done("Withdrawn.");
                                                                }))
                                        .saying(
                                                "From now on nothing signed by it is accepted, and"
                                                    + " nothing is encrypted to it. It cannot be"
                                                    + " registered again.")
                                        .with(DigestText.whole(one.fingerprint()))
                                        .open());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Withdraw: " + one.what());
        return button;
    }
}
