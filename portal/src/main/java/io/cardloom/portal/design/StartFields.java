package io.cardloom.portal.design;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;

/** What every new design is asked: its name, its program and its plastic. */
record StartFields(TextField name, Select<Program> program, Select<CardBody> body) {

    /**
     * @throws Refusal {@code DESIGN_NEEDS_PROGRAM_AND_BODY}
     */
    static StartFields of(Actor actor, Programs programs, CardBodies bodies) {
        return of(programs.list(actor), bodies.list(actor));
    }

    /** The same of these. */
    static StartFields of(List<Program> programList, List<CardBody> bodyList) {
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
        return new StartFields(name, program, body);
    }

    /** Chooses this plastic, if it is one of those to choose from. */
    void prefer(CardBodyId plastic) {
        body.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(plastic))
                .findFirst()
                .ifPresent(body::setValue);
    }

    ProgramId chosenProgram() {
        return program.getValue().id();
    }

    CardBodyId chosenBody() {
        return body.getValue().id();
    }

    String chosenName() {
        return name.getValue().strip();
    }
}
