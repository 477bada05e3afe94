package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.portal.signin.OwnProvider;
import io.cardloom.tenancy.identity.Invitations;
import io.cardloom.tenancy.identity.Member;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationKind;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** Who belongs to the issuer's world: organizations, their people and their duties. */
@Route(value = AdminNavigation.PEOPLE, layout = PortalFrame.class)
@PageTitle("People · Cardloom")
@PermitAll
class PeopleView extends PageBody {

    private final CurrentActor current;
    private final Organizations organizations;
    private final Memberships memberships;
    private final MemberDialogs dialogs;
    private final Div sheets = new Div();

    PeopleView(
            CurrentActor current,
            Organizations organizations,
            Memberships memberships,
            Invitations invitations,
            OwnProvider own) {
        this.current = current;
        this.organizations = organizations;
        this.memberships = memberships;
        this.dialogs = new MemberDialogs(current, invitations, memberships, own, this::draw);
        sheets.addClassName("cl-stack");
        current.actor().require(Permission.ADMINISTER);
        Button invite = new Button("Invite a person", e -> dialogs.invite(all()));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new PageHead("People")
                        .saying(
                                "Everyone acts for one organization at a time, with the duties it"
                                    + " gave her. Duties that must not meet in one hand are kept"
                                    + " apart.")
                        .doing(new Button("Add an organization", e -> addOrganization()), invite),
                sheets);
        draw();
    }

    private List<Organization> all() {
        return organizations.list(current.actor());
    }

    private void draw() {
        sheets.removeAll();
        Actor actor = current.actor();
        List<Member> members = memberships.members(actor);
        for (Organization organization : all()) {
            List<Member> here =
                    members.stream()
                            .filter(m -> m.organization().id().equals(organization.id()))
                            .toList();
            Span kind = new Span(StateMark.words(organization.kind()));
            kind.addClassNames("cl-soft", "cl-small");
            sheets.add(new Sheet(organization.name(), people(organization, here)).doing(kind));
        }
    }

    private Component people(Organization organization, List<Member> here) {
        if (here.isEmpty()) {
            return new EmptyState(
                            "Nobody yet",
                            "Invite the first person of " + organization.name() + ".",
                            new Button(
                                    "Invite a person", e -> dialogs.invite(List.of(organization))))
                    .small();
        }
        Rows rows = new Rows("minmax(0, 1.2fr) minmax(0, 1.2fr) max-content");
        for (Member member : here) {
            Button change = new Button("Change", e -> dialogs.change(member));
            change.addThemeVariants(ButtonVariant.LUMO_SMALL);
            change.setAriaLabel("Change the duties of " + member.person().name());
            rows.line(
                    Rows.name(member.person().name(), member.person().email()),
                    Rows.wide(roles(member)),
                    change);
        }
        return rows;
    }

    private static String roles(Member member) {
        return member.roles().stream().map(Role::title).sorted().collect(Collectors.joining(", "));
    }

    private void addOrganization() {
        TextField name = new TextField("Name");
        name.setMaxLength(120);
        Select<OrganizationKind> kind = new Select<>();
        kind.setLabel("What it is");
        kind.setItems(OrganizationKind.PARTNER, OrganizationKind.BUREAU);
        kind.setItemLabelGenerator(
                k ->
                        k == OrganizationKind.PARTNER
                                ? "A co-brand partner"
                                : "A personalization bureau");
        kind.setValue(OrganizationKind.PARTNER);
        new Ask(
                        "Add an organization",
                        "Add",
                        () ->
                                Attempt.to(
                                        () -> {
                                            organizations.add(
                                                    current.actor(),
                                                    kind.getValue(),
                                                    name.getValue().strip());
                                            draw();
                                        }))
                .with(name, kind)
                .open();
    }
}
