package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.LayerId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Set;

/** What a listener at a design is told. */
public sealed interface CollaborationMessage {

    /** An edit was committed; these come in the order of their numbers, without a gap. */
    record Edited(AppliedEdit edit) implements CollaborationMessage {}

    /** Who is here now, the listener's own person too. */
    record PeopleChanged(List<Present> people) implements CollaborationMessage {
        public PeopleChanged {
            people = List.copyOf(people);
        }
    }

    /** Somebody's pointer moved, micrometers; ephemeral, some may be left out. */
    record PointerMoved(PersonId person, int x, int y, Set<LayerId> selection)
            implements CollaborationMessage {
        public PointerMoved {
            selection = Set.copyOf(selection);
        }
    }

    /**
     * The listener was too slow and messages were dropped: it has to read the edits after the last
     * one that it saw.
     */
    record FellBehind() implements CollaborationMessage {}

    /**
     * A person at the design.
     *
     * @param color {@code #rrggbb}, one of its own among those present as far as the palette goes
     */
    record Present(PersonId person, String name, String color) {}
}
