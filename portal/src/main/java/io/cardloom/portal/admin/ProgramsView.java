package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.cardloom.designer.feature.Feature;
import io.cardloom.designer.feature.Features;
import io.cardloom.portal.access.CurrentActor;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.EmptyState;
import io.cardloom.portal.component.PageBody;
import io.cardloom.portal.component.PageHead;
import io.cardloom.portal.component.Reading;
import io.cardloom.portal.component.Rows;
import io.cardloom.portal.component.Sheet;
import io.cardloom.portal.component.StateMark;
import io.cardloom.portal.shell.PortalFrame;
import io.cardloom.production.retention.Retentions;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProductKind;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** The card programs: an issuer and a partner making one kind of card together. */
@Route(value = AdminNavigation.PROGRAMS, layout = PortalFrame.class)
@PageTitle("Programs · Cardloom")
@PermitAll
class ProgramsView extends PageBody {

    private final CurrentActor current;
    private final Programs programs;
    private final Organizations organizations;
    private final Features features;
    private final Retentions retentions;
    private final Div list = new Div();

    ProgramsView(
            CurrentActor current,
            Programs programs,
            Organizations organizations,
            Features features,
            Retentions retentions) {
        this.current = current;
        this.programs = programs;
        this.features = features;
        this.retentions = retentions;
        this.organizations = organizations;
        PageHead head =
                new PageHead("Programs")
                        .saying(
                                "An issuer and a partner make one kind of card together. Who takes"
                                        + " no part never learns of it.");
        if (current.actor().may(Permission.ADMINISTER)) {
            Button add = addButton();
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.doing(add);
        }
        add(head, list);
        draw();
    }

    private Button addButton() {
        return new Button("Start a program", e -> ask());
    }

    private void draw() {
        list.removeAll();
        Actor actor = current.actor();
        List<Program> all = programs.list(actor);
        if (all.isEmpty()) {
            Component[] next =
                    actor.may(Permission.ADMINISTER)
                            ? new Component[] {addButton()}
                            : new Component[0];
            list.add(
                    new Sheet(
                            "All programs",
                            new EmptyState(
                                    "No programs yet",
                                    "A program names the partner and the kind of card.",
                                    next)));
            return;
        }
        boolean administers = actor.may(Permission.ADMINISTER);
        Rows rows =
                new Rows(
                        administers
                                ? "minmax(0, 1fr) max-content max-content max-content max-content"
                                : "minmax(0, 1fr) max-content");
        for (Program program : all) {
            Organization partner = organizations.get(actor.tenant(), program.partner());
            Component name =
                    Rows.name(program.name(), "with " + partner.name() + off(actor, program));
            String product = StateMark.words(program.product()) + " cards";
            if (administers) {
                rows.line(
                        name,
                        Rows.wide(product),
                        listForm(program),
                        switches(actor, program),
                        keeping(actor, program));
            } else {
                rows.line(name, new Span(product));
            }
        }
        list.add(new Sheet("All programs", rows));
    }

    /** What is switched off, in words; nothing while all is on. */
    private String off(Actor actor, Program program) {
        EnumSet<Feature> off = EnumSet.allOf(Feature.class);
        off.removeAll(features.on(actor, program.id()));
        return off.isEmpty()
                ? ""
                : off.stream()
                        .map(Feature::title)
                        .collect(Collectors.joining(", ", " · Off: ", ""));
    }

    private static Component listForm(Program program) {
        Anchor way = new Anchor(ListFormPage.path(program.id()), "List form");
        way.getElement().setAttribute("aria-label", "List form of " + program.name());
        return way;
    }

    private Component switches(Actor actor, Program program) {
        Button button =
                new Button(
                        "Features", e -> FeatureDialog.open(actor, features, program, this::draw));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("Features of " + program.name());
        return button;
    }

    private Component keeping(Actor actor, Program program) {
        String kept =
                "Data kept " + Reading.count(retentions.days(actor, program.id()), "day", "days");
        Button button =
                new Button(kept, e -> RetentionDialog.open(actor, retentions, program, this::draw));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(kept + ": " + program.name());
        return button;
    }

    /**
     * @throws Refusal {@code PROGRAM_NEEDS_PARTNER} when there is none to choose from
     */
    static void requirePartner(List<Organization> partners) {
        if (partners.isEmpty()) {
            throw Refusal.conflict(
                    "PROGRAM_NEEDS_PARTNER",
                    "A program needs a partner. Add the partner's organization under People"
                            + " first.");
        }
    }

    private void ask() {
        Actor actor = current.actor();
        List<Organization> partners =
                organizations.list(actor).stream()
                        .filter(o -> o.kind() == OrganizationKind.PARTNER)
                        .toList();
        requirePartner(partners);
        TextField name = new TextField("Name");
        name.setMaxLength(120);
        Select<Organization> partner = new Select<>();
        partner.setLabel("Partner");
        partner.setItems(partners);
        partner.setItemLabelGenerator(Organization::name);
        partner.setValue(partners.getFirst());
        Select<ProductKind> product = new Select<>();
        product.setLabel("Picture on the card");
        product.setItems(ProductKind.values());
        product.setItemLabelGenerator(
                kind ->
                        switch (kind) {
                            case PHOTO -> "The cardholder's photograph";
                            case SKETCH -> "The cardholder's drawing";
                            case BRAND -> "The partner's brand";
                        });
        product.setValue(ProductKind.BRAND);
        new Ask(
                        "Start a program",
                        "Start",
                        () ->
                                Attempt.to(
                                        () -> {
                                            programs.create(
                                                    actor,
                                                    name.getValue().strip(),
                                                    partner.getValue().id(),
                                                    product.getValue());
                                            draw();
                                        }))
                .with(name, partner, product)
                .open();
    }
}
