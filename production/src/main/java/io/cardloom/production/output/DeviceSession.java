package io.cardloom.production.output;

/** A line to one device, used by one thread, one card after the other. */
public interface DeviceSession extends AutoCloseable {

    /**
     * Personalizes one card, once. An exception is taken for {@link CardOutcome.Unknown}.
     *
     * <p>The device must not do a job whose {@link CardJob#fence()} is lower than one it has seen
     * for the same run: such a job comes from a node that was thought dead.
     */
    CardOutcome personalize(CardJob job);

    @Override
    void close();
}
