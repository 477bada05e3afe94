package io.cardloom.portal.device;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.connectors.registry.Connection;
import io.cardloom.connectors.registry.Drivers;
import io.cardloom.connectors.registry.Setting;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.component.Notice;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.organization.Organization;
import io.cardloom.tenancy.organization.Organizations;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationKind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for a destination's name, its driver, and what that driver needs to be told. */
@Component
class ConfigureDestination {

    private final Destinations destinations;
    private final Drivers drivers;
    private final Organizations organizations;
    private final Clock clock;

    ConfigureDestination(
            Destinations destinations, Drivers drivers, Organizations organizations, Clock clock) {
        this.destinations = destinations;
        this.drivers = drivers;
        this.organizations = organizations;
        this.clock = clock;
    }

    void ask(Actor actor, Runnable after) {
        List<Organization> bureaus =
                organizations.list(actor).stream()
                        .filter(o -> o.kind() == OrganizationKind.BUREAU)
                        .toList();
        TextField name = new TextField("Name");
        name.setMaxLength(120);
        Select<Connection> driver = new Select<>();
        driver.setLabel("Driver");
        driver.setItems(drivers.all());
        driver.setItemLabelGenerator(
                c -> c.driver() + (c.channel() == Channel.BUREAU ? " (bureau)" : " (device)"));
        Select<Organization> bureau = new Select<>();
        bureau.setLabel("Bureau that sees these runs");
        bureau.setItems(bureaus);
        bureau.setItemLabelGenerator(Organization::name);
        Div settings = new Div();
        settings.addClassName("cl-form");
        Map<String, TextField> fields = new LinkedHashMap<>();
        driver.addValueChangeListener(
                e -> {
                    settings.removeAll();
                    fields.clear();
                    e.getValue().settings().forEach(s -> fields.put(s.key(), field(s)));
                    settings.add(List.copyOf(fields.values()));
                    bureau.setVisible(e.getValue().channel() == Channel.BUREAU);
                });
        driver.setValue(drivers.all().getFirst());
        new Ask(
                        "Add a destination",
                        "Add",
                        () ->
                                Attempt.to(
                                        () -> {
                                            add(actor, name, driver.getValue(), bureau, fields);
                                            after.run();
                                            Notice.done("Added.");
                                        }))
                .with(name, driver, bureau, settings)
                .open();
    }

    private void add(
            Actor actor,
            TextField name,
            Connection driver,
            Select<Organization> bureau,
            Map<String, TextField> fields) {
        Map<String, String> said = new LinkedHashMap<>();
        fields.forEach(
                (key, field) -> {
                    if (!field.getValue().isBlank()) {
                        said.put(key, field.getValue().strip());
                    }
                });
        @Nullable Organization whose =
                driver.channel() == Channel.BUREAU ? bureau.getValue() : null;
        if (driver.channel() == Channel.BUREAU && whose == null) {
            throw Refusal.invalid(
                    "DESTINATION_BUREAU_MISSING",
                    "Choose the bureau. If there is none, add one under People first.");
        }
        Destination destination =
                new Destination(
                        DestinationId.next(clock),
                        name.getValue().strip(),
                        driver.channel(),
                        driver.driver(),
                        whose == null ? null : whose.id(),
                        said);
        drivers.judge(destination);
        destinations.configure(actor, destination);
    }

    private static TextField field(Setting setting) {
        TextField field = new TextField(setting.label());
        field.setHelperText(setting.remark());
        field.setValue(setting.preset());
        field.setRequired(setting.required());
        return field;
    }
}
