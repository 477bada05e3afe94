package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.PagedList;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.production.keypool.CardKeyPools;
import io.cardloom.production.keypool.PoolLevel;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/**
 * The issuer's keys by name, whom it trusts, what ends, and the ceremonies that are held or were;
 * an administrator who keeps no keys sees what ends.
 */
@Route(value = KeyNavigation.LIST, layout = PortalFrame.class)
@PageTitle("Keys · Cardloom")
@PermitAll
class KeysView extends PageBody {

    private static final int PAGE = 25;

    private final CurrentActor current;
    private final IssuerKeys keys;
    private final KeyCeremonies ceremonies;
    private final CallCeremony call;
    private final ExpirySheet ends;
    private final TrustSheet trusted;
    private final CardKeyPools pools;
    private final Div sheets = new Div();
    private final Sheet held = new Sheet("Ceremonies");

    KeysView(
            CurrentActor current,
            IssuerKeys keys,
            KeyCeremonies ceremonies,
            CallCeremony call,
            ExpirySheet ends,
            TrustSheet trusted,
            CardKeyPools pools,
            KeyNews news) {
        this.current = current;
        this.keys = keys;
        this.ceremonies = ceremonies;
        this.call = call;
        this.ends = ends;
        this.trusted = trusted;
        this.pools = pools;
        sheets.addClassName("cl-stack");
        Actor actor = current.actor();
        PageHead head =
                new PageHead("Keys")
                        .saying(
                                "Keys stay in their device. Here are their check values, and the"
                                        + " ceremonies in which two custodians or more work on"
                                        + " them.");
        if (!actor.may(Permission.KEEP_KEYS)) {
            add(head, sheets);
            sheets.add(ends.draw());
            return;
        }
        PagedList<KeyCeremony> past =
                new PagedList<>(
                        (offset, limit) -> ceremonies.list(current.actor(), offset, limit),
                        () -> ceremonies.count(current.actor()),
                        this::rows,
                        () -> new Div(),
                        PAGE);
        held.add(past);
        Div all = new Div(sheets, held);
        all.addClassName("cl-stack");
        add(head.doing(byProgram(), newKey()), all);
        draw();
        news.follow(
                this,
                actor.tenant(),
                () -> {
                    draw();
                    past.draw();
                });
    }

    private static Button byProgram() {
        Button button =
                new Button(
                        "Keys by program", e -> UI.getCurrent().navigate(KeyNavigation.BY_PROGRAM));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Button newKey() {
        Button button = new Button("New key", e -> call.ask(current.actor(), null));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void draw() {
        sheets.removeAll();
        Actor actor = current.actor();
        List<KeyCeremony> mine =
                ceremonies.list(actor, 0, KeyCeremonies.PAGE).stream()
                        .filter(c -> KeyWords.waitsFor(c, actor.person()))
                        .toList();
        if (!mine.isEmpty()) {
            sheets.add(new Sheet("Waits for you", rows(mine)));
        }
        sheets.add(new Sheet("Keys", list(keys.list(actor))));
        List<PoolLevel> levels = pools.levels(actor);
        if (!levels.isEmpty()) {
            sheets.add(new Sheet("Card keys in stock", pools(levels)));
        }
        sheets.add(trusted.draw(this::draw));
        sheets.add(ends.draw());
        held.setVisible(ceremonies.count(actor) > 0);
    }

    private static Component pools(List<PoolLevel> levels) {
        Rows rows = new Rows("minmax(0, 1fr) minmax(7rem, max-content)");
        for (PoolLevel level : levels) {
            String of = Reading.number(level.ready()) + " of " + Reading.number(level.target());
            rows.line(
                    Rows.name(
                            "RSA keys of " + level.bits() + " bits",
                            "For " + String.join(", ", level.profiles())),
                    new StateMark(of, level.ready() >= level.target() ? Tone.GOOD : Tone.LIVE));
        }
        return rows;
    }

    private Component list(List<IssuerKey> all) {
        if (all.isEmpty()) {
            return new EmptyState(
                    "No keys yet",
                    "Your first key is made by the device, or comes in from components or a key"
                            + " block. It takes two custodians.",
                    newKey());
        }
        Rows rows = new Rows("minmax(0, 1.6fr) 6rem minmax(0, 1.2fr) minmax(7rem, max-content)");
        for (IssuerKey key : all) {
            Optional<IssuerKeyVersion> shown = shown(key);
            Div checkValue =
                    new Div(KeyWords.checkValue(shown.map(v -> v.checkValue()).orElse(null)));
            checkValue.getElement().setAttribute("data-wide", "");
            rows.link(
                    KeyNavigation.page(key.id()),
                    Rows.name(
                            key.name(),
                            KeyWords.usage(key.usage())
                                    + shown.map(v -> ", version " + v.number()).orElse("")),
                    checkValue,
                    Rows.wide(shown.map(KeysView::since).orElse("")),
                    shown.map(v -> KeyWords.mark(v.state()))
                            .orElseGet(() -> new StateMark("No version", Tone.QUIET)));
        }
        return rows;
    }

    /** The active version, or else the newest. */
    private static Optional<IssuerKeyVersion> shown(IssuerKey key) {
        return key.versions().stream()
                .filter(v -> v.state() == KeyState.ACTIVE)
                .findFirst()
                .or(() -> key.versions().stream().findFirst());
    }

    private static String since(IssuerKeyVersion version) {
        return "since " + Reading.moment(version.changedAt());
    }

    private Component rows(List<KeyCeremony> page) {
        Rows rows = new Rows("minmax(0, 1.6fr) minmax(0, 1.2fr) minmax(7rem, max-content)");
        Actor actor = current.actor();
        for (KeyCeremony ceremony : page) {
            rows.link(
                    KeyNavigation.page(ceremony.id()),
                    Rows.name(KeyWords.title(ceremony.kind()), ceremony.keyName()),
                    Rows.wide(Reading.moment(ceremony.openedAt())),
                    KeyWords.mark(ceremony, actor.person()));
        }
        return rows;
    }
}
