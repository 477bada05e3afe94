package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.CopyField;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.component.Tone;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.key.life.CeremonyId;
import io.cardloom.production.key.life.CeremonyParts;
import io.cardloom.production.key.life.CeremonyState;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCeremonies;
import io.cardloom.production.key.life.KeyCeremony;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One ceremony, as each of its custodians sees it in her own browser, live. */
@Route(value = KeyNavigation.CEREMONY + "/:ceremony", layout = PortalFrame.class)
@PermitAll
class CeremonyPage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor current;
    private final KeyCeremonies ceremonies;
    private final CeremonyParts parts;
    private final IssuerKeys keys;
    private final Custodians custodians;
    private final KeyNews news;
    private final Div top = new Div();
    private final Div below = new Div();
    private @Nullable OwnPart own;
    private @Nullable CeremonyId followed;
    private String title = "Ceremony";

    CeremonyPage(
            CurrentActor current,
            KeyCeremonies ceremonies,
            CeremonyParts parts,
            IssuerKeys keys,
            Custodians custodians,
            KeyNews news) {
        this.current = current;
        this.ceremonies = ceremonies;
        this.parts = parts;
        this.keys = keys;
        this.custodians = custodians;
        this.news = news;
        top.addClassName("cl-stack");
        below.addClassName("cl-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CeremonyId id = Address.id(event, "ceremony", CeremonyId::new, "key ceremony");
        removeAll();
        OwnPart mine = new OwnPart(current, ceremonies, parts, id, () -> draw(id));
        own = mine;
        draw(id);
        Div all = new Div(top, mine, below);
        all.addClassName("cl-stack");
        add(all);
        if (!id.equals(followed)) {
            followed = id;
            news.follow(this, id, () -> draw(id));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    private void draw(CeremonyId id) {
        Actor actor = current.actor();
        KeyCeremony ceremony = ceremonies.get(actor, id);
        List<PersonId> known = new ArrayList<>(List.of(ceremony.openedBy()));
        ceremony.custodians().forEach(c -> known.add(c.person()));
        Map<PersonId, String> names = custodians.names(known);
        title = KeyWords.title(ceremony.kind());
        top.removeAll();
        PageHead head =
                new PageHead(title)
                        .under(KeyNavigation.LIST, "Keys")
                        .saying(ceremony.keyName() + ", " + KeyWords.plain(ceremony.usage()))
                        .with(KeyWords.mark(ceremony, actor.person()));
        if (!ceremony.state().closed()) {
            head.doing(new Button("Abandon", e -> abandon(id)));
        }
        top.add(head);
        outcome(ceremony).ifPresent(top::add);
        if (own != null) {
            own.draw(ceremony, names);
        }
        below.removeAll();
        below.add(
                people(ceremony, names),
                about(actor, ceremony, names),
                new Sheet("History", KeyWords.history(ceremonies.history(actor, id))));
    }

    private void abandon(CeremonyId id) {
        Ask.reason(
                        "Abandon the ceremony",
                        "Every part that was entered is wiped. A key whose shares were being taken"
                                + " away is destroyed.",
                        "Abandon it",
                        reason -> {
                            ceremonies.abandon(current.actor(), id, reason);
                            draw(id);
                            Notice.done("Abandoned.");
                        })
                .grave()
                .open();
    }

    private static Optional<Component> outcome(KeyCeremony ceremony) {
        String words =
                switch (ceremony.state()) {
                    case COMPLETED -> "Done. Compare the check values with your papers.";
                    case FAILED ->
                            "Nothing came of it, and all that was entered is wiped. "
                                    + ceremony.reason().replaceFirst("^[A-Z_]+: ", "");
                    case ABANDONED ->
                            "Abandoned, and all that was entered is wiped. " + ceremony.reason();
                    case OPEN, DISTRIBUTING -> "";
                };
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Div note = new Div(new Paragraph(words));
        note.addClassName("cl-note");
        note.getElement()
                .setAttribute("role", "status")
                .setAttribute(
                        "data-tone",
                        ceremony.state() == CeremonyState.COMPLETED
                                ? "good"
                                : ceremony.state() == CeremonyState.FAILED ? "stop" : "care");
        return Optional.of(note);
    }

    private static Component people(KeyCeremony ceremony, Map<PersonId, String> names) {
        boolean parted =
                ceremony.kind().takesParts()
                        || ceremony.custodians().stream().anyMatch(c -> c.checkValue() != null);
        Rows rows = new Rows("minmax(0, 1fr) minmax(7rem, max-content)");
        for (KeyCeremony.Custodian custodian : ceremony.custodians()) {
            rows.line(
                    Rows.name(
                            Custodians.name(names, custodian.person()),
                            parted ? part(custodian) : ""),
                    mark(ceremony, custodian));
        }
        return new Sheet("Custodians", rows);
    }

    private static String part(KeyCeremony.Custodian custodian) {
        KeyCheckValue checkValue = custodian.checkValue();
        return "Part "
                + custodian.number()
                + (checkValue == null ? "" : ", check value " + checkValue.hex6());
    }

    private static StateMark mark(KeyCeremony ceremony, KeyCeremony.Custodian custodian) {
        if (custodian.took()) {
            return new StateMark("Took her share", Tone.GOOD);
        }
        if (ceremony.state() == CeremonyState.DISTRIBUTING) {
            return new StateMark("Share awaits her", Tone.LIVE);
        }
        if (custodian.came()) {
            return new StateMark("Did her part", Tone.GOOD);
        }
        if (ceremony.state().closed()) {
            return new StateMark("Was not needed", Tone.QUIET);
        }
        return custodian.checkValue() == null
                ? new StateMark("Awaited", Tone.LIVE)
                : new StateMark("Compares", Tone.LIVE);
    }

    private Component about(Actor actor, KeyCeremony ceremony, Map<PersonId, String> names) {
        Facts facts = new Facts().fact("Key", key(actor, ceremony));
        facts.fact("Algorithm", KeyWords.kind(ceremony.keyKind()))
                .fact("Check value of the key", KeyWords.checkValue(ceremony.checkValue()))
                .fact("Custodians needed", Reading.number(ceremony.needed()))
                .fact(
                        "Called",
                        Reading.moment(ceremony.openedAt())
                                + " by "
                                + Custodians.name(names, ceremony.openedBy()));
        if (!ceremony.state().closed()) {
            facts.fact("Runs out", Reading.moment(ceremony.expiresAt()));
        }
        if (!ceremony.reason().isBlank() && ceremony.state() != CeremonyState.FAILED) {
            facts.fact("Reason", ceremony.reason());
        }
        Div body = Sheet.body(facts);
        String block = ceremony.keyBlock();
        if (block != null) {
            body.add(
                    new CopyField("Key block", block)
                            .saying("Only the holder of the protection key opens it."));
        }
        return new Sheet("What it is about", body);
    }

    private Component key(Actor actor, KeyCeremony ceremony) {
        KeyVersionId id = ceremony.version();
        return Optional.ofNullable(id)
                .flatMap(v -> keys.version(actor.tenant(), v))
                .<Component>map(CeremonyPage::link)
                .orElseGet(() -> new Span(ceremony.keyName()));
    }

    private static Component link(IssuerKeyVersion version) {
        return new Anchor(
                KeyNavigation.page(version.key()),
                version.keyName() + ", version " + version.number());
    }
}
