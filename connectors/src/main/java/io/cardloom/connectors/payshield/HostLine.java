package io.cardloom.connectors.payshield;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection to the device, with one command on it at a time. */
final class HostLine implements Closeable {

    private static final Duration RECENT = Duration.ofMillis(500);

    private final Socket socket;
    private final int headerLength;
    private final Duration limit;
    private long used = System.nanoTime();

    HostLine(
            SocketFactory sockets,
            InetSocketAddress address,
            int headerLength,
            Duration connectLimit,
            Duration limit)
            throws IOException {
        this.headerLength = headerLength;
        this.limit = limit;
        this.socket = sockets.createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setSoTimeout((int) connectLimit.toMillis());
            socket.connect(address, (int) connectLimit.toMillis());
            if (socket instanceof SSLSocket tls) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Whether it can still be used: the device has neither ended it nor sent anything unasked. A
     * line that was in use a moment ago is only asked for what came in, since to see that it was
     * ended takes a millisecond.
     */
    boolean quiet() {
        try {
            if (socket.getInputStream().available() > 0) {
                return false;
            }
            if (System.nanoTime() - used < RECENT.toNanos()) {
                return true;
            }
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The answer to a frame, without its length.
     *
     * @throws SocketTimeoutException when it is not there whole within the limit
     * @throws IOException when the line ends before
     */
    byte[] asked(byte[] frame) throws IOException {
        socket.getOutputStream().write(frame);
        socket.getOutputStream().flush();
        byte[] message = HostFrame.read(new Limited(socket, limit), headerLength);
        used = System.nanoTime();
        return message;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is gone, which is what was wanted
        }
    }

    /** Reads until one moment for all that is read, however slowly it trickles in. */
    private static final class Limited extends InputStream {

        private final Socket socket;
        private final long end;

        Limited(Socket socket, Duration limit) {
            this.socket = socket;
            this.end = System.nanoTime() + limit.toNanos();
        }

        @Override
        public int read() throws IOException {
            limit();
            return socket.getInputStream().read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            limit();
            return socket.getInputStream().read(into, from, length);
        }

        @Override
        public int available() throws IOException {
            return socket.getInputStream().available();
        }

        private void limit() throws IOException {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) left);
        }
    }
}
