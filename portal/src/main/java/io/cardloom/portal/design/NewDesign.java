package io.cardloom.portal.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.design.Designs;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts a design: for which program, on which plastic, under which name. */
@Component
class NewDesign {

    private final Designs designs;
    private final Programs programs;
    private final CardBodies bodies;

    NewDesign(Designs designs, Programs programs, CardBodies bodies) {
        this.designs = designs;
        this.programs = programs;
        this.bodies = bodies;
    }

    void ask(Actor actor) {
        List<Program> programList = programs.list(actor);
        List<CardBody> bodyList = bodies.list(actor);
        if (programList.isEmpty() || bodyList.isEmpty()) {
            throw Refusal.conflict(
                    "DESIGN_NEEDS_PROGRAM_AND_BODY",
                    "A design needs a card program and a card body. An administrator of the issuer"
                            + " sets both up under Issuer.");
        }
        TextField name = new TextField("Name");
        name.setRequired(true);
        name.setMaxLength(120);
        name.setPlaceholder("Spring edition");
        Select<Program> program = new Select<>();
        program.setLabel("Program");
        program.setItems(programList);
        program.setItemLabelGenerator(Program::name);
        program.setValue(programList.getFirst());
        Select<CardBody> body = new Select<>();
        body.setLabel("Card body");
        body.setItems(bodyList);
        body.setItemLabelGenerator(CardBody::name);
        body.setValue(bodyList.getFirst());
        new Ask(
                        "New design",
                        "Start drawing",
                        () ->
                                Attempt.to(
                                        () ->
                                                UI.getCurrent()
                                                        .navigate(
                                                                DesignNavigation.editor(
                                                                        designs.create(
                                                                                actor,
                                                                                program.getValue()
                                                                                        .id(),
                                                                                body.getValue()
                                                                                        .id(),
                                                                                name.getValue()
                                                                                        .strip())))))
                .with(name, program, body)
                .open();
    }
}
