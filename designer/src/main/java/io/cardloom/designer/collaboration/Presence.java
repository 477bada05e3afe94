package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.DesignId;
import io.cardloom.tenancy.permission.Actor;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The door of the people at a design. */
@Component
public class Presence {

    Presence() {}

    public Registration join(
            Actor actor, DesignId design, Consumer<CollaborationMessage> listener) {
        throw new IllegalStateException("not built yet");
    }
}
