package io.cardloom.portal.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.CopyField;
import io.cardloom.portal.component.Notice;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.signin.OwnProvider;
import io.cardloom.portal.signin.SignInAddresses;
import io.cardloom.tenancy.identity.Invitation;
import io.cardloom.tenancy.identity.Invitations;
import io.cardloom.tenancy.identity.Member;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The dialogs about members: invite, change duties, end. */
final class MemberDialogs {

    private final CurrentActor current;
    private final Invitations invitations;
    private final Memberships memberships;
    private final OwnProvider own;
    private final Runnable after;
    private final SignInAddresses addresses = SignInAddresses.ofThisRequest();

    MemberDialogs(
            CurrentActor current,
            Invitations invitations,
            Memberships memberships,
            OwnProvider own,
            Runnable after) {
        this.current = current;
        this.invitations = invitations;
        this.memberships = memberships;
        this.own = own;
        this.after = after;
    }

    void invite(List<Organization> where) {
        Select<Organization> organization = new Select<>();
        organization.setLabel("Organization");
        organization.setItems(where);
        organization.setItemLabelGenerator(Organization::name);
        CheckboxGroup<Role> roles = roles(where.getFirst().kind());
        organization.addValueChangeListener(e -> roles.setItems(fitting(e.getValue().kind())));
        organization.setValue(where.getFirst());
        EmailField email = new EmailField("E-mail address");
        email.setHelperText("The invitation works only for a sign-in with this address.");
        new Ask(
                        "Invite a person",
                        "Make the invitation",
                        () ->
                                Attempt.to(
                                        () ->
                                                show(
                                                        invitations.invite(
                                                                current.actor(),
                                                                organization.getValue().id(),
                                                                email.getValue().strip(),
                                                                roles.getValue()),
                                                        organization.getValue())))
                .with(organization, email, roles)
                .open();
    }

    /** What to send, to whom, and by which way she comes in. */
    private void show(Invitation invitation, Organization to) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("The invitation is made");
        dialog.setWidth("36rem");
        dialog.setMaxWidth("94vw");
        Div content =
                new Div(
                        new Paragraph(
                                "Send both to "
                                        + invitation.email()
                                        + ", and to no other address: the code proves that she"
                                        + " reads that mailbox. It can be used once, until "
                                        + Reading.moment(invitation.expiresAt())
                                        + "."),
                        new CopyField(
                                "Invitation code, shown this once", invitation.token().reveal()),
                        new CopyField("Address of the portal", addresses.portal())
                                .saying(
                                        "There she signs in. Without an account she first opens one"
                                                + " with the code. Signed in, she pastes the code"
                                                + " to accept."));
        if (to.kind() == OrganizationKind.ISSUER) {
            own.of(current.actor())
                    .ifPresent(
                            provider ->
                                    content.add(
                                            new CopyField(
                                                            "Or the sign-in link of "
                                                                    + provider.name(),
                                                            addresses.link(provider.issuer()))
                                                    .saying(
                                                            "In place of the portal's address, for"
                                                                    + " somebody who has a sign-in"
                                                                    + " there.")));
        }
        content.addClassName("cl-form");
        dialog.add(content);
        Button close = new Button("I have sent it", e -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.open();
    }

    void change(Member member) {
        CheckboxGroup<Role> roles = roles(member.organization().kind());
        roles.setValue(member.roles());
        Ask ask =
                new Ask(
                        "Duties of " + member.person().name(),
                        "Keep",
                        () ->
                                done(
                                        "Kept. It holds from the next click on.",
                                        () ->
                                                memberships.setRoles(
                                                        current.actor(),
                                                        member.id(),
                                                        roles.getValue())));
        Button end =
                new Button(
                        "End the membership",
                        e -> {
                            if (done(
                                    "Ended.",
                                    () -> memberships.end(current.actor(), member.id()))) {
                                ask.close();
                            }
                        });
        end.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        ask.with(roles, end).open();
    }

    private boolean done(String sentence, Runnable work) {
        boolean worked = Attempt.to(work);
        if (worked) {
            after.run();
            Notice.done(sentence);
        }
        return worked;
    }

    private static CheckboxGroup<Role> roles(OrganizationKind kind) {
        CheckboxGroup<Role> roles = new CheckboxGroup<>("Duties");
        roles.setItems(fitting(kind));
        roles.setItemLabelGenerator(Role::title);
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        return roles;
    }

    /** What makes sense to offer; the door decides. */
    private static Set<Role> fitting(OrganizationKind kind) {
        return switch (kind) {
            case PARTNER -> EnumSet.of(Role.PARTNER_MARKETER, Role.APPROVER);
            case BUREAU -> EnumSet.of(Role.BUREAU_OPERATOR);
            case ISSUER ->
                    EnumSet.complementOf(EnumSet.of(Role.PARTNER_MARKETER, Role.BUREAU_OPERATOR));
        };
    }
}
