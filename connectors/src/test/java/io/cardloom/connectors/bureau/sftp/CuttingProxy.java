package io.cardloom.connectors.bureau.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A wire with a pair of scissors: passes bytes on until so many have gone in one direction. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private volatile long cutUp = Long.MAX_VALUE;
    private volatile long cutDown = Long.MAX_VALUE;
    private volatile boolean stalled;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = Thread.ofVirtual().start(this::accept);
        assert accepting.isVirtual();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts once, when so many more bytes have gone to the server. */
    void cutAfterSending(long bytes) {
        cutUp = up.get() + bytes;
    }

    /** Cuts once, when so many more bytes have come from the server. */
    void cutAfterReceiving(long bytes) {
        cutDown = down.get() + bytes;
    }

    /** From now on nothing that the server says arrives. */
    void stall(boolean stalled) {
        this.stalled = stalled;
    }

    long sent() {
        return up.get();
    }

    long received() {
        return down.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Thread sending = Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread receiving = Thread.ofVirtual().start(() -> pass(server, client, false));
                assert sending.isVirtual() && receiving.isVirtual();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean sending) {
        byte[] block = new byte[4096];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int count;
            while ((count = in.read(block)) >= 0) {
                long limit = sending ? cutUp : cutDown;
                AtomicLong counted = sending ? up : down;
                long allowed = Math.min(count, limit - counted.get());
                if (sending || !stalled) {
                    out.write(block, 0, (int) Math.max(0, allowed));
                    out.flush();
                }
                counted.addAndGet(count);
                if (allowed < count) {
                    cutUp = Long.MAX_VALUE;
                    cutDown = Long.MAX_VALUE;
                    cut();
                    return;
                }
            }
        } catch (IOException e) {
            // One side is gone; so is the other.
        } finally {
            close(from);
            close(to);
        }
    }

    private void cut() {
        sockets.forEach(CuttingProxy::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
