package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.KeyDeviceFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * The connections to one device: so many at a time, used again, each ended as soon as anything on
 * it was not as it should be, so that a late answer is never taken for another command's. When a
 * line drops amid a command, it is asked once more on a fresh one if asking twice does no harm, and
 * not else.
 */
final class HostLines {

    private static final String UNREACHABLE = "HSM_UNREACHABLE";

    private final SocketFactory sockets;
    private final PayshieldSettings settings;
    private final String host;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<HostLine> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger numbers = new AtomicInteger();

    HostLines(SocketFactory sockets, String host, PayshieldSettings settings) {
        this.sockets = sockets;
        this.settings = settings;
        this.host = host;
        this.places = new Semaphore(settings.connections(), true);
    }

    /**
     * What the device answered, error or not.
     *
     * @throws KeyDeviceFailure {@code HSM_UNREACHABLE} when no connection stands in time, {@code
     *     HSM_BUSY} when none becomes free in time, {@code HSM_TIMEOUT} when the answer does not
     *     come in time, {@code HSM_DROPPED} when the line drops and the command is not asked again,
     *     {@code HSM_TRUNCATED} when it drops amid the answer, {@code HSM_LENGTH}, {@code
     *     HSM_HEADER} or {@code HSM_ANSWER} when the answer is none to this command; what the
     *     device did then is not known
     */
    HostFrame.Answer ask(HostCommand command) {
        enter();
        try {
            try {
                return once(command, !command.repeatable());
            } catch (Dropped e) {
                if (!command.repeatable()) {
                    throw e.told(command);
                }
                try {
                    return once(command, true);
                } catch (Dropped again) {
                    throw again.told(command);
                }
            }
        } finally {
            places.release();
        }
    }

    void close() {
        for (HostLine line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            line.close();
        }
    }

    private HostFrame.Answer once(HostCommand command, boolean fresh) throws Dropped {
        HostLine line = fresh ? opened() : line();
        boolean good = false;
        try {
            String header = header();
            byte[] frame = HostFrame.of(header, command.code(), command.body());
            byte[] message = line.asked(frame);
            HostFrame.Answer answer = HostFrame.Answer.of(message, header, command.code());
            good = true;
            return answer;
        } catch (SocketTimeoutException e) {
            throw new KeyDeviceFailure(
                    "HSM_TIMEOUT",
                    "the device did not answer "
                            + command.code()
                            + " within "
                            + settings.commandLimit());
        } catch (HostFrame.Cut e) {
            throw new Dropped("HSM_TRUNCATED", "amid its answer to");
        } catch (IOException e) {
            throw new Dropped("HSM_DROPPED", "before it answered");
        } finally {
            if (good && idle.size() < settings.connections()) {
                idle.addFirst(line);
            } else {
                line.close();
            }
        }
    }

    private HostLine line() {
        for (HostLine known = idle.pollFirst(); known != null; known = idle.pollFirst()) {
            if (known.quiet()) {
                return known;
            }
            known.close();
        }
        return opened();
    }

    private HostLine opened() {
        try {
            return new HostLine(
                    sockets,
                    new InetSocketAddress(host, settings.port()),
                    settings.headerLength(),
                    settings.connectLimit(),
                    settings.commandLimit());
        } catch (IOException e) {
            throw new KeyDeviceFailure(
                    UNREACHABLE,
                    "the device at cardloom.keys.payshield.host is not reached ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(settings.commandLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeyDeviceFailure(
                        "HSM_BUSY", "no connection to the device became free in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyDeviceFailure("HSM_BUSY", "waiting for the device was interrupted");
        }
    }

    /** Digits that count up, so that each command on a line has a header of its own. */
    private String header() {
        int length = settings.headerLength();
        String digits = "%010d".formatted(numbers.getAndIncrement() & Integer.MAX_VALUE);
        return length <= digits.length()
                ? digits.substring(digits.length() - length)
                : "0".repeat(length - digits.length()) + digits;
    }

    /** The line ended amid a command. */
    private static final class Dropped extends Exception {

        private static final long serialVersionUID = 1L;
        private final String code;
        private final String when;

        Dropped(String code, String when) {
            this.code = code;
            this.when = when;
        }

        KeyDeviceFailure told(HostCommand command) {
            return new KeyDeviceFailure(
                    code,
                    "the device ended the line "
                            + when
                            + " "
                            + command.code()
                            + (command.repeatable()
                                    ? ", twice"
                                    : "; it is not asked again, since what it did is not known"));
        }
    }
}
