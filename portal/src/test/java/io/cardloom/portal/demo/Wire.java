package io.cardloom.portal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A network on loopback that carries bytes to a port and can be told to carry no more in the midst
 * of a connection.
 */
final class Wire implements AutoCloseable {

    private final ServerSocket near;
    private final Callable<Integer> far;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Stall stall = Stall.never();

    /** When a connection stands still. */
    interface Still {
        /**
         * @param up bytes it has carried away from who opened it
         * @param down bytes it has carried back
         */
        boolean is(long up, long down);
    }

    private record Stall(Still when, CountDownLatch happened) {
        static Stall never() {
            return new Stall((up, down) -> false, new CountDownLatch(1));
        }
    }

    /** One that came, and what it has carried. */
    static final class Connection {
        final AtomicLong up = new AtomicLong();
        final AtomicLong down = new AtomicLong();
    }

    /**
     * @param far the port to carry to, asked for at each connection
     */
    Wire(Callable<Integer> far) throws IOException {
        this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.far = far;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** Every connection so far, oldest first. */
    List<Connection> connections() {
        return List.copyOf(connections);
    }

    /** The first connection of which this is true stands still from then on; counted down then. */
    CountDownLatch stall(Still when) {
        Stall next = new Stall(when, new CountDownLatch(1));
        stall = next;
        return next.happened();
    }

    private void accept() {
        try {
            while (true) {
                Socket from = near.accept();
                Thread.ofVirtual().start(() -> carry(from));
            }
        } catch (IOException e) {
            stall = Stall.never();
        }
    }

    private void carry(Socket from) {
        Connection connection = new Connection();
        connections.add(connection);
        try (from;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), far.call())) {
            Thread back =
                    Thread.ofVirtual().start(() -> copy(to, from, connection, connection.down));
            copy(from, to, connection, connection.up);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The far end is not there: the near one sees its connection end.
            return;
        }
    }

    private void copy(Socket from, Socket to, Connection connection, AtomicLong count) {
        byte[] block = new byte[2_048];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n; (n = in.read(block)) >= 0; ) {
                count.addAndGet(n);
                Stall now = stall;
                if (now.when().is(connection.up.get(), connection.down.get())) {
                    stall = Stall.never();
                    now.happened().countDown();
                    closed.await();
                }
                out.write(block, 0, n);
            }
            to.shutdownOutput();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            close(from);
            close(to);
        }
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
        closed.countDown();
        near.close();
    }
}
