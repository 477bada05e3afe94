package io.cardloom.connectors.payshield;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A payShield-style device on a port of the loopback, which misbehaves when it is told to. */
final class HostCommandServer implements AutoCloseable {

    /** How the next commands go wrong, one each. */
    enum Misbehavior {
        NONE,
        /** Does it, and answers two seconds later. */
        SLOW,
        /** Answers a byte at a time, each after a while. */
        TRICKLE,
        /** Announces more bytes than it sends, and waits. */
        LENGTH_TOO_LONG,
        /** Announces fewer bytes than it sends. */
        LENGTH_TOO_SHORT,
        /** Announces an answer of three bytes. */
        LENGTH_OF_NOTHING,
        /** Ends the line without an answer. */
        DROP,
        /** Ends the line amid the answer. */
        TRUNCATE,
        OTHER_HEADER,
        OTHER_ANSWER,
        /** Answers well-formed, with a body that is none of the command's. */
        OTHER_BODY,
        ERROR_10,
        ERROR_41,
        ERROR_OF_NO_FORM
    }

    private static final int HEADER = 4;

    private final SimulatedHsm hsm = new SimulatedHsm();
    private final ServerSocket listening;
    private final Thread accepting;
    private final ConcurrentLinkedQueue<Misbehavior> next = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    HostCommandServer() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    HostCommandServer(ServerSocketFactory sockets) throws IOException {
        this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.accepting = Thread.ofVirtual().start(this::accept);
    }

    SimulatedHsm hsm() {
        return hsm;
    }

    int port() {
        return listening.getLocalPort();
    }

    void misbehave(Misbehavior... misbehaviors) {
        asked.clear();
        next.clear();
        next.addAll(Arrays.asList(misbehaviors));
    }

    /** The codes of the commands since the last misbehavior was set. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int accepted() {
        return accepted.get();
    }

    /** The most lines that stood at once. */
    int most() {
        return most.get();
    }

    /** As a device does that restarts. */
    void dropAll() throws IOException {
        for (Socket each : lines) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                accepted.incrementAndGet();
                lines.add(socket);
                most.accumulateAndGet(lines.size(), Math::max);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException e) {
            return; // closed
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                byte[] message = in.readNBytes(in.readUnsignedShort());
                String header = new String(message, 0, HEADER, StandardCharsets.ISO_8859_1);
                String code = new String(message, HEADER, 2, StandardCharsets.ISO_8859_1);
                asked.add(code);
                byte[] body = Arrays.copyOfRange(message, HEADER + 2, message.length);
                Misbehavior how = next.isEmpty() ? Misbehavior.NONE : next.remove();
                byte[] answer = hsm.answer(code, body);
                if (!sent(socket.getOutputStream(), how, header, code, answer)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            return; // the driver, or the test, ended the line
        } finally {
            lines.remove(socket);
        }
    }

    private static boolean sent(
            OutputStream out, Misbehavior how, String header, String code, byte[] answer)
            throws IOException, InterruptedException {
        String answering = HostFrame.Answer.answering(code);
        byte[] good = HostFrame.of(header, answering, answer);
        switch (how) {
            case NONE -> out.write(good);
            case SLOW -> {
                Thread.sleep(2000);
                out.write(good);
            }
            case TRICKLE -> {
                for (byte each : good) {
                    out.write(each);
                    Thread.sleep(120);
                }
            }
            case LENGTH_TOO_LONG -> out.write(announced(good, good.length + 98));
            case LENGTH_TOO_SHORT -> out.write(announced(good, good.length - 2 - 1));
            case LENGTH_OF_NOTHING -> out.write(announced(good, 3));
            case DROP -> {
                return false;
            }
            case TRUNCATE -> {
                out.write(good, 0, good.length - 3);
                return false;
            }
            case OTHER_HEADER -> out.write(HostFrame.of("zzzz", answering, answer));
            case OTHER_ANSWER -> out.write(HostFrame.of(header, "ZZ", answer));
            case OTHER_BODY ->
                    out.write(HostFrame.of(header, answering, SimulatedHsm.text("00XYZ1")));
            case ERROR_10 -> out.write(HostFrame.of(header, answering, SimulatedHsm.text("10")));
            case ERROR_41 -> out.write(HostFrame.of(header, answering, SimulatedHsm.text("41")));
            case ERROR_OF_NO_FORM ->
                    out.write(HostFrame.of(header, answering, SimulatedHsm.text("%\n")));
        }
        out.flush();
        return true;
    }

    private static byte[] announced(byte[] frame, int length) {
        byte[] other = frame.clone();
        other[0] = (byte) (length >>> 8);
        other[1] = (byte) length;
        return other;
    }

    /** Nobody is served afterwards: who waits for a line may still get one while it is closed. */
    @Override
    public void close() throws IOException {
        listening.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dropAll();
    }
}
