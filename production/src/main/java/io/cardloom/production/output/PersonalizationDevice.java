package io.cardloom.production.output;

import java.io.IOException;

/** Reaches a device that personalizes one card at a time. */
public interface PersonalizationDevice {

    /** The word by which a {@link Destination} names this device, such as {@code msr605}. */
    String driver();

    /**
     * Opens the line and makes sure that the device is there and will not repeat a card by itself.
     *
     * @throws IOException when it is not; no card was touched, and a later try can help
     */
    DeviceSession open(Destination device) throws IOException;
}
