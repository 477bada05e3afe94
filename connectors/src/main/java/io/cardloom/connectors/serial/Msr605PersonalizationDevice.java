package io.cardloom.connectors.serial;

import io.cardloom.production.RunId;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DeviceSession;
import io.cardloom.production.output.PersonalizationDevice;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Writes magnetic stripes on an MSR605 or MSR206 desk encoder, one swiped card at a time. */
@Component
class Msr605PersonalizationDevice implements PersonalizationDevice {

    static final String DRIVER = "msr605";

    private final Fences fences = new Fences();

    @Override
    public String driver() {
        return DRIVER;
    }

    /**
     * Opens the line, ends whatever the encoder was doing, makes sure that it answers, and sets
     * coercivity and ISO format. The encoder never repeats a card by itself.
     */
    @Override
    public DeviceSession open(Destination device) throws IOException {
        SerialSettings settings;
        try {
            settings = SerialSettings.of(device);
        } catch (Refusal e) {
            throw new IOException(e.sentence());
        }
        SerialLine line;
        try {
            line = SerialLine.open(settings.port(), settings.baud());
        } catch (Refusal e) {
            throw new IOException(e.sentence());
        }
        boolean ready = false;
        try {
            Msr605Protocol protocol = new Msr605Protocol(line, settings.answer(), settings.swipe());
            String model = prepare(protocol, settings);
            ready = true;
            return new Msr605Session(line, protocol, fences, settings.high(), model);
        } finally {
            if (!ready) {
                line.close();
            }
        }
    }

    /** Makes the encoder ready; what model it says it is. */
    static String prepare(Msr605Protocol protocol, SerialSettings settings) throws IOException {
        protocol.reset();
        protocol.testCommunication();
        if (!protocol.coercivity(settings.high())) {
            throw new IOException(
                    "The encoder on "
                            + settings.port()
                            + " cannot write stripes of "
                            + (settings.high() ? "high" : "low")
                            + " coercivity.");
        }
        if (!protocol.isoFormat()) {
            throw new IOException(
                    "The encoder on " + settings.port() + " does not take the ISO format.");
        }
        return protocol.model();
    }

    /** The highest fence seen for each run: a job below it comes from a node thought dead. */
    static final class Fences {
        private final Map<RunId, Long> highest = new ConcurrentHashMap<>();

        boolean passes(RunId run, long fence) {
            return highest.merge(run, fence, Math::max) == fence;
        }
    }
}
