package io.cardloom.connectors.bureau;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is written to it to another stream on a thread of its own, in order: what stands
 * before it (a digest) and what stands behind it (a cipher) have a core each.
 *
 * <p>At most 16 blocks of 64 KiB are on their way; then the writer waits. Whatever the other stream
 * throws comes to the writer with one of its next writes, at the latest with {@link #close}, which
 * must be called: it ends the thread, and only then closes the other stream, on the caller's
 * thread. For one writer.
 */
final class ThreadedOutput extends OutputStream {

    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS = 16;

    private final BlockingQueue<Block> written = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS + 2);
    private final OutputStream to;
    private volatile @Nullable Throwable failure;
    private @Nullable Thread carrier;
    private byte[] block = new byte[BLOCK];
    private int filled;
    private boolean closed;

    /** The thread begins with the first full block. */
    ThreadedOutput(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, BLOCK - filled);
            System.arraycopy(bytes, from + done, block, filled, part);
            filled += part;
            done += part;
            if (filled == BLOCK) {
                handOver();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (to) {
            try {
                if (filled > 0) {
                    handOver();
                }
            } finally {
                end();
            }
            complain();
        }
    }

    private void handOver() throws IOException {
        complain();
        if (carrier == null) {
            carrier = Thread.ofPlatform().daemon().name("package-cipher").start(this::carry);
        }
        try {
            written.put(new Block(block, filled));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
            throw (IOException) new InterruptedIOException("writing was interrupted").initCause(e);
        }
        byte[] used = free.poll();
        block = used == null ? new byte[BLOCK] : used;
        filled = 0;
    }

    /**
     * Waits, whoever interrupts: the carrier takes all that is written, of use or not, and ends.
     */
    private void end() {
        boolean told = false;
        boolean interrupted = false;
        while (carrier != null) {
            try {
                if (!told) {
                    written.put(Block.LAST);
                    told = true;
                }
                carrier.join();
                carrier = null;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain() throws IOException {
        Throwable cause = failure;
        if (cause instanceof IOException) {
            throw new IOException(cause.getMessage(), cause);
        }
        if (cause != null) {
            throw new IOException("The written bytes could not be carried on", cause);
        }
    }

    /** Nobody has this thread to interrupt it. */
    private void carry() {
        try {
            for (Block next = written.take(); next != Block.LAST; next = written.take()) {
                pass(next);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted by nobody", e);
        }
    }

    private void pass(Block next) {
        if (failure == null) {
            try {
                to.write(next.bytes(), 0, next.length());
            } catch (Throwable e) {
                failure = e;
            }
        }
        // Clear content: not left lying for whoever gets the block next.
        Arrays.fill(next.bytes(), 0, next.length(), (byte) 0);
        free.offer(next.bytes());
    }

    /** Bytes on their way; the last has none. */
    @SuppressWarnings("ArrayRecordComponent") // handed from one thread to the other, never compared
    private record Block(byte[] bytes, int length) {
        static final Block LAST = new Block(new byte[0], 0);
    }
}
