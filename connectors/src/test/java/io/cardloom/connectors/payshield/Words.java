package io.cardloom.connectors.payshield;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A command's body, read from the left. */
final class Words {

    private final byte[] body;
    private int at;

    Words(byte[] body) {
        this.body = body;
    }

    String next(int length) {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes(int length) {
        if (at + length > body.length) {
            throw new IllegalArgumentException("too short");
        }
        byte[] some = Arrays.copyOfRange(body, at, at + length);
        at += length;
        return some;
    }

    String rest() {
        return next(body.length - at);
    }

    void expect(String text) {
        if (!next(text.length()).equals(text)) {
            throw new IllegalArgumentException("not as expected");
        }
    }

    /** A key block with its scheme's letter. */
    String key() throws SimulatedHsm.Fault {
        String start = next(6);
        if (!start.matches("S1[0-9]{4}|R[BD][0-9]{4}")) {
            throw new SimulatedHsm.Fault("26");
        }
        return start + next(Integer.parseInt(start.substring(2)) - 5);
    }

    void lmk() throws SimulatedHsm.Fault {
        if (at < body.length && body[at] == '%') {
            at++;
            if (!next(2).equals("00")) {
                throw new SimulatedHsm.Fault("13");
            }
        }
    }

    void end() {
        if (at != body.length) {
            throw new IllegalArgumentException("too long");
        }
    }
}
