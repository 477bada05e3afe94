package io.cardloom.portal.template;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.designer.template.Template;
import io.cardloom.designer.template.Templates;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.portal.design.DesignNavigation;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts a design from a template: for which program, under which name. */
@Component
class StartFrom {

    private final Templates templates;
    private final Programs programs;

    StartFrom(Templates templates, Programs programs) {
        this.templates = templates;
        this.programs = programs;
    }

    /**
     * @throws Refusal {@code DESIGN_NEEDS_PROGRAM} when there is none to choose from
     */
    static void requireProgram(List<Program> all) {
        if (all.isEmpty()) {
            throw Refusal.conflict(
                    "DESIGN_NEEDS_PROGRAM",
                    "A design needs a card program. An administrator of the issuer sets one up"
                            + " under Programs.");
        }
    }

    void ask(Actor actor, Template template) {
        List<Program> all = programs.list(actor);
        requireProgram(all);
        TextField name = new TextField("Name");
        name.setRequired(true);
        name.setMaxLength(80);
        name.setPlaceholder("Spring edition");
        Select<Program> program = new Select<>();
        program.setLabel("Program");
        program.setItems(all);
        program.setItemLabelGenerator(Program::name);
        program.setValue(all.getFirst());
        new Ask(
                        "New design from " + template.name(),
                        "Start drawing",
                        () ->
                                Attempt.to(
                                        () ->
                                                UI.getCurrent()
                                                        .navigate(
                                                                DesignNavigation.editor(
                                                                        templates.start(
                                                                                actor,
                                                                                program.getValue()
                                                                                        .id(),
                                                                                template.id(),
                                                                                name.getValue())))))
                .with(name, program)
                .open();
    }
}
