package io.cardloom.connectors.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A serial port, or a pseudo terminal, given by its path.
 *
 * <p>After the peer dies the port still calls itself open: a count of -1 or the disconnect event
 * tells the truth. A blocking read may return fewer bytes than asked for, or none when its time is
 * up; it is sliced so that deadlines are kept. Modem lines are not touched, because pseudo
 * terminals and three-wire cables have none.
 */
final class SerialLine implements Line {

    private static final int SLICE_MILLIS = 20;

    /** Ports this process has open; the operating system's own lock does not bind root. */
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private final String name;
    private final SerialPort port;
    private final byte[] received = new byte[512];
    private int next;
    private int end;
    private volatile boolean gone;

    private SerialLine(String name, SerialPort port) {
        this.name = name;
        this.port = port;
    }

    /**
     * Opens the port with 8 data bits, no parity, one stop bit and no flow control.
     *
     * @throws Refusal {@code DEVICE_BUSY} when another session of this process holds it; {@code
     *     DEVICE_UNREACHABLE} when there is no such port or it does not open (a retry helps once it
     *     is plugged in)
     */
    static SerialLine open(String path, int baud) {
        if (!TAKEN.add(path)) {
            throw Refusal.conflict(
                    "DEVICE_BUSY",
                    "The serial port " + path + " is at work already. Wait until that run ends.");
        }
        boolean opened = false;
        try {
            SerialPort port = SerialPort.getCommPort(path);
            port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING, SLICE_MILLIS, 0);
            if (!port.openPort(0)) {
                throw unreachable(path);
            }
            SerialLine line = new SerialLine(path, port);
            port.addDataListener(line.new Disconnect());
            opened = true;
            return line;
        } catch (SerialPortInvalidPortException e) {
            throw unreachable(path);
        } finally {
            if (!opened) {
                TAKEN.remove(path);
            }
        }
    }

    private static Refusal unreachable(String path) {
        return Refusal.conflict(
                "DEVICE_UNREACHABLE",
                "The serial port "
                        + path
                        + " does not open. Check that the encoder is plugged in and that Cardloom"
                        + " may use the port.");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(byte[] bytes, Duration limit) throws LineFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        int sent = 0;
        while (sent < bytes.length) {
            int count = gone ? -1 : port.writeBytes(bytes, bytes.length - sent, sent);
            if (count < 0) {
                throw lost();
            }
            sent += count;
            if (sent < bytes.length && System.nanoTime() > deadline) {
                throw LineFailure.silent(name, "taking a command");
            }
        }
    }

    @Override
    public int receive(long deadline, String waitedFor) throws LineFailure {
        while (next == end) {
            fill();
            if (next == end && System.nanoTime() > deadline) {
                throw LineFailure.silent(name, waitedFor);
            }
        }
        int value = received[next] & 0xFF;
        received[next++] = 0;
        return value;
    }

    @Override
    public void hush(Duration quiet) throws LineFailure {
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < quiet.toNanos()) {
            boolean something = next < end;
            next = end;
            fill();
            if (something || next < end) {
                quietSince = System.nanoTime();
            }
        }
        next = end;
        Arrays.fill(received, (byte) 0);
    }

    private void fill() throws LineFailure {
        if (next < end) {
            return;
        }
        int count = port.readBytes(received, wanted());
        // Bytes that came before the peer died still count.
        if (count < 0 || (count == 0 && gone)) {
            throw lost();
        }
        next = 0;
        end = count;
    }

    /** A blocking read waits for all it is asked for, so it is asked for what is there, or one. */
    private int wanted() {
        return Math.clamp(port.bytesAvailable(), 1, received.length);
    }

    private LineFailure lost() {
        gone = true;
        return LineFailure.lost(name);
    }

    @Override
    public void close() {
        Arrays.fill(received, (byte) 0);
        port.removeDataListener();
        boolean closed = port.closePort();
        gone = gone || closed;
        TAKEN.remove(name);
    }

    private final class Disconnect implements SerialPortDataListener {
        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            gone = true;
        }
    }
}
