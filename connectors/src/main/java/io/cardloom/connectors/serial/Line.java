package io.cardloom.connectors.serial;

import java.time.Duration;

/** A line of bytes to one device. Not safe for use by two threads. */
interface Line extends AutoCloseable {

    /** What the line is called in messages, for example {@code /dev/ttyUSB0}. */
    String name();

    /**
     * Hands all bytes to the line.
     *
     * @throws LineFailure when the line is gone or does not take them within the limit; some of the
     *     bytes may have reached the device all the same
     */
    void send(byte[] bytes, Duration limit) throws LineFailure;

    /**
     * The next byte, 0 to 255.
     *
     * @param deadline in {@link System#nanoTime()} terms
     * @param waitedFor what is expected, for the message
     * @throws LineFailure when none came until then, or the line is gone
     */
    int receive(long deadline, String waitedFor) throws LineFailure;

    /** Throws away what came in and was not read, until the line is quiet for that long. */
    void hush(Duration quiet) throws LineFailure;

    @Override
    void close();
}
