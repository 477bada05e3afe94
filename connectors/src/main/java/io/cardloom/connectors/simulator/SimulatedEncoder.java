package io.cardloom.connectors.simulator;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** A stripe encoder that is not there: an MSR605 behind a pseudo terminal. */
@Component
@ConditionalOnExpression("${cardloom.encoder.simulated:${cardloom.demo:false}}")
public class SimulatedEncoder {

    /** What a destination with the driver {@code msr605} needs to reach this encoder. */
    public Map<String, String> destinationSettings() {
        throw new IllegalStateException("not built yet");
    }

    /** Makes the encoder fail at the write with this number from now, counted from 1. */
    public void fail(int write, EncoderFault fault) {
        throw new IllegalStateException("not built yet");
    }

    /** A keyed hash for every card that was physically written, in order. */
    public List<String> written() {
        throw new IllegalStateException("not built yet");
    }
}
