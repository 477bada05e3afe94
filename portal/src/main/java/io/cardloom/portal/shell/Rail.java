package io.cardloom.portal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Glyph;
import io.cardloom.portal.shell.Navigation.Entry;
import io.cardloom.portal.shell.Navigation.Group;
import io.cardloom.tenancy.identity.Membership;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rail: the ways to go, and who is acting for whom. */
final class Rail extends Div {

    private final CurrentActor current;
    private final AuthenticationContext gate;
    private final List<Anchor> ways = new ArrayList<>();

    Rail(CurrentActor current, AuthenticationContext gate, List<Navigation> features) {
        this.current = current;
        this.gate = gate;
        addClassName("cl-rail");
        add(brand(), ways(features), foot(), strip());
    }

    /** The way to the first page, a landmark of its own. */
    static Component brand() {
        Anchor brand = new Anchor("", Glyph.MARK.draw(), new Span("Cardloom"));
        brand.addClassName("cl-brand");
        brand.getElement().setAttribute("aria-label", "Cardloom, first page");
        Div landmark = new Div(brand);
        landmark.getElement().setAttribute("role", "navigation");
        landmark.getElement().setAttribute("aria-label", "First page");
        landmark.getStyle().set("display", "contents");
        return landmark;
    }

    /** Marks the way that leads to this path. */
    void highlight(String path) {
        String first = path.split("/", 2)[0];
        for (Anchor way : ways) {
            Element element = way.getElement();
            if (way.getHref().equals(first)) {
                element.setAttribute("highlight", "");
                element.setAttribute("aria-current", "page");
            } else {
                element.removeAttribute("highlight");
                element.removeAttribute("aria-current");
            }
        }
    }

    private Component ways(List<Navigation> features) {
        Nav nav = new Nav();
        nav.getElement().setAttribute("aria-label", "Main");
        Optional<Actor> actor = actor();
        if (actor.isEmpty()) {
            return nav;
        }
        List<Entry> entries =
                features.stream()
                        .flatMap(f -> f.entries().stream())
                        .filter(e -> visible(actor.get(), e))
                        .sorted(Comparator.comparing(Entry::group).thenComparing(Entry::rank))
                        .toList();
        for (Group group : Group.values()) {
            List<Entry> here = entries.stream().filter(e -> e.group() == group).toList();
            if (!here.isEmpty()) {
                nav.add(new H2(group.caption()), list(here));
            }
        }
        return nav;
    }

    private Optional<Actor> actor() {
        try {
            return Optional.of(current.actor());
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private static boolean visible(Actor actor, Entry entry) {
        return entry.anyOf().isEmpty() || entry.anyOf().stream().anyMatch(actor::may);
    }

    private UnorderedList list(List<Entry> entries) {
        UnorderedList list = new UnorderedList();
        for (Entry entry : entries) {
            Anchor way = new Anchor(entry.path(), entry.glyph().draw(), new Span(entry.label()));
            ways.add(way);
            list.add(new ListItem(way));
        }
        return list;
    }

    private Component foot() {
        Footer foot = new Footer();
        foot.addClassName("cl-rail-foot");
        List<Membership> all = current.memberships();
        Optional<Membership> now =
                all.isEmpty() ? Optional.empty() : Optional.of(current.membership());
        if (all.size() > 1) {
            foot.add(memberships(all, now));
        }
        Element name = new Element("strong");
        name.setText(current.user().displayName());
        Div acting = new Div();
        acting.addClassName("cl-acting");
        acting.getElement().appendChild(name);
        now.ifPresent(m -> acting.add(new Span(roles(m)), new Span(place(m))));
        Button leave = new Button("Sign out", Glyph.LEAVE.draw(), e -> gate.logout());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div row = new Div(new SchemeSwitch(), leave);
        row.addClassName("cl-foot-row");
        foot.add(acting, row);
        return foot;
    }

    private Component memberships(List<Membership> all, Optional<Membership> now) {
        Select<Membership> select = new Select<>();
        select.setLabel("Acting for");
        select.setItems(all);
        select.setItemLabelGenerator(Rail::place);
        now.ifPresent(select::setValue);
        select.addValueChangeListener(
                e -> {
                    current.choose(e.getValue().id());
                    FirstPage.open();
                });
        return select;
    }

    private static String place(Membership m) {
        return m.organization().name().equals(m.issuerName())
                ? m.issuerName()
                : m.issuerName() + " · " + m.organization().name();
    }

    private static String roles(Membership m) {
        return m.roles().stream().map(Role::title).sorted().collect(Collectors.joining(", "));
    }

    private static Component strip() {
        Div strip = new Div();
        strip.addClassName("cl-strip");
        strip.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < 5; i++) {
            strip.getElement().appendChild(new Element("i"));
        }
        return strip;
    }
}
