package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.DesignState;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.LayerId;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a listener at a design is told. */
public sealed interface CollaborationMessage {

    /** An edit was committed; these come in the order of their numbers, without a gap. */
    record Edited(AppliedEdit edit) implements CollaborationMessage {}

    /**
     * The design stands elsewhere than before: it was frozen, reviewed, or is a draft again.
     *
     * @param digest of the frozen content, null in a draft
     */
    record StateChanged(DesignState state, @Nullable Digest digest)
            implements CollaborationMessage {}

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
     * The listener was too slow and messages were dropped: it has to open the design again, or read
     * the edits after the last one that it saw. Later messages follow as before.
     */
    record FellBehind() implements CollaborationMessage {}

    /**
     * A person at the design.
     *
     * @param color {@code #rrggbb}, one of its own among those present as far as the palette goes
     */
    record Present(PersonId person, String name, String color) {}
}
