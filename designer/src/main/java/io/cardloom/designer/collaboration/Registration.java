package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.LayerId;
import java.util.Set;

/** One listener's seat at a design; closing it leaves. */
public interface Registration extends AutoCloseable {

    /** Tells the others where this person's pointer is (micrometers) and what is selected. */
    void point(int x, int y, Set<LayerId> selection);

    /** Leaves; a second call does nothing. */
    @Override
    void close();
}
