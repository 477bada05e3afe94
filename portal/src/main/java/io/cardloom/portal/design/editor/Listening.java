package io.cardloom.portal.design.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.cardloom.designer.collaboration.CollaborationMessage;
import io.cardloom.portal.component.StateMark;
import java.util.function.Consumer;

/** Carries what happens at a design to one open page. */
record Listening(UI ui, EditorElement element) implements Consumer<CollaborationMessage> {

    @Override
    public void accept(CollaborationMessage message) {
        try {
            ui.access(() -> pass(message));
        } catch (UIDetachedException e) {
            // The page is closed; its seat is given up as it goes.
        }
    }

    private void pass(CollaborationMessage message) {
        switch (message) {
            case CollaborationMessage.Edited edited ->
                    element.tell("heard", EditorJson.edit(edited.edit()));
            case CollaborationMessage.PeopleChanged people ->
                    element.tell("people", EditorJson.people(people.people()));
            case CollaborationMessage.PointerMoved moved ->
                    element.tell(
                            "pointer",
                            moved.person().value(),
                            moved.x(),
                            moved.y(),
                            EditorJson.ids(moved.selection()));
            case CollaborationMessage.StateChanged changed ->
                    element.tell(
                            "standsAt", changed.state().name(), StateMark.words(changed.state()));
            case CollaborationMessage.FellBehind ignored -> element.tell("fellBehind");
        }
    }
}
