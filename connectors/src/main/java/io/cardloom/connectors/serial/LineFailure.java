package io.cardloom.connectors.serial;

import java.io.IOException;

/** The line did not do what was asked; never carries what was to be sent. */
final class LineFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private LineFailure(String sentence) {
        super(sentence);
    }

    /** The port is gone: unplugged, or the peer died. */
    static LineFailure lost(String port) {
        return new LineFailure("The serial line " + port + " is gone.");
    }

    /** Nobody answered in time; the line itself seems to be there. */
    static LineFailure silent(String port, String waitedFor) {
        return new LineFailure(
                "The encoder on " + port + " did not answer in time (" + waitedFor + ").");
    }

    /** Something else came than the protocol allows here; what came is not repeated. */
    static LineFailure garbled(String port, String waitedFor) {
        return new LineFailure(
                "The encoder on " + port + " answered out of form (" + waitedFor + ").");
    }
}
