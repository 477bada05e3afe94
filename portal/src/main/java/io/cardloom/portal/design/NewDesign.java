package io.cardloom.portal.design;

import com.vaadin.flow.component.UI;
import io.cardloom.designer.cardbody.CardBodies;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.Designs;
import io.cardloom.portal.component.Ask;
import io.cardloom.portal.component.Attempt;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.program.Programs;
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
        StartFields fields = StartFields.of(actor, programs, bodies);
        new Ask("New design", "Start drawing", () -> Attempt.to(() -> start(actor, fields)))
                .with(fields.name(), fields.program(), fields.body())
                .open();
    }

    private void start(Actor actor, StartFields fields) {
        DesignId design =
                designs.create(
                        actor, fields.chosenProgram(), fields.chosenBody(), fields.chosenName());
        UI.getCurrent().navigate(DesignNavigation.editor(design));
    }
}
