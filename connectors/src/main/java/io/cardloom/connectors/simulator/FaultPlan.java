package io.cardloom.connectors.simulator;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which write of an encoder goes wrong, and how; each fault happens once. */
final class FaultPlan {

    private final Map<Integer, EncoderFault> faults = new HashMap<>();
    private int writes;

    /** At the write with this number from now, counted from 1. */
    synchronized void fail(int write, EncoderFault fault) {
        if (write < 1) {
            throw new IllegalArgumentException("writes are counted from 1");
        }
        faults.put(writes + write, fault);
    }

    /** Counts a write and says what goes wrong with it; null for nothing. */
    synchronized @Nullable EncoderFault next() {
        writes++;
        return faults.remove(writes);
    }
}
