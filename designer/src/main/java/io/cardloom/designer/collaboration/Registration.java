package io.cardloom.designer.collaboration;

import io.cardloom.designer.design.LayerId;
import java.util.Set;

/** One listener's seat at a design; closing it leaves. */
public interface Registration extends AutoCloseable {

    /**
     * The number of the last edit that this listener will <em>not</em> be told: every later one it
     * will. A screen that shows an earlier number reads the edits between.
     */
    long after();

    /**
     * Tells the other people where this person's pointer is (micrometers from the card's top-left
     * corner) and which layers are selected; nothing is stored, and some may be left out.
     */
    void point(int x, int y, Set<LayerId> selection);

    /** Leaves; nothing is told after it returns but what is being told already. */
    @Override
    void close();
}
