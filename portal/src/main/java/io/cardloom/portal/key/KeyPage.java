package io.cardloom.portal.key;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Address;
import io.cardloom.portal.component.Facts;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.key.life.IssuerKey;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.IssuerKeys;
import io.cardloom.production.key.life.KeyCustody;
import io.cardloom.production.key.life.KeyId;
import io.cardloom.production.key.life.KeyState;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.tenant.PersonId;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One key with its versions: what each is, who holds its parts, and what can be done with it. */
@Route(value = KeyNavigation.LIST + "/:key", layout = PortalFrame.class)
@PermitAll
class KeyPage extends PageBody implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentActor current;
    private final IssuerKeys keys;
    private final KeyCustody custody;
    private final Custodians custodians;
    private final CallCeremony call;
    private final VersionSteps steps;
    private final KeyPrograms cards;
    private final KeyNews news;
    private @Nullable KeyId followed;
    private String title = "Key";

    KeyPage(
            CurrentActor current,
            IssuerKeys keys,
            KeyCustody custody,
            Custodians custodians,
            CallCeremony call,
            VersionSteps steps,
            KeyPrograms cards,
            KeyNews news) {
        this.current = current;
        this.keys = keys;
        this.custody = custody;
        this.custodians = custodians;
        this.call = call;
        this.steps = steps;
        this.cards = cards;
        this.news = news;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        KeyId id = Address.id(event, "key", KeyId::new, "key");
        draw(id);
        if (!id.equals(followed)) {
            followed = id;
            news.follow(this, current.actor().tenant(), () -> draw(id));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Cardloom";
    }

    private void draw(KeyId id) {
        Actor actor = current.actor();
        IssuerKey key = keys.get(actor, id);
        title = key.name();
        removeAll();
        Button rotate = new Button("New version", e -> call.ask(current.actor(), key));
        rotate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div sheets = new Div();
        sheets.addClassName("cl-stack");
        key.versions().forEach(v -> sheets.add(version(actor, v, id)));
        cards.sheet(actor, key, () -> draw(id)).ifPresent(sheets::add);
        sheets.add(new Sheet("History", KeyWords.history(keys.history(actor, id))));
        add(
                new PageHead(key.name())
                        .under(KeyNavigation.LIST, "Keys")
                        .saying(KeyWords.usage(key.usage()))
                        .doing(rotate),
                sheets);
    }

    private Component version(Actor actor, IssuerKeyVersion version, KeyId id) {
        Map<Integer, PersonId> holders = custody.holders(actor, version.id());
        Facts facts =
                new Facts()
                        .fact("State", KeyWords.mark(version.state()))
                        .fact("Since", Reading.moment(version.changedAt()))
                        .fact("Check value", KeyWords.checkValue(version.checkValue()))
                        .fact("Algorithm", KeyWords.kind(version.kind()))
                        .fact("Made", Reading.moment(version.madeAt()));
        if (version.state() != KeyState.DESTROYED) {
            facts.fact("Replace by", Reading.moment(version.replaceBy()))
                    .fact("Kept by", version.driver());
        }
        if (!holders.isEmpty()) {
            facts.fact("Parts on paper", holders(holders, version.quorum()));
        }
        return new Sheet("Version " + version.number(), Sheet.body(facts))
                .doing(steps.buttons(actor, version, holders, () -> draw(id)));
    }

    private String holders(Map<Integer, PersonId> holders, int quorum) {
        Map<PersonId, String> names = custodians.names(holders.values());
        return holders.entrySet().stream()
                        .map(h -> h.getKey() + " with " + Custodians.name(names, h.getValue()))
                        .collect(Collectors.joining(", "))
                + (quorum == 0
                        ? "; all of them are needed"
                        : "; any " + quorum + " make the key again");
    }
}
