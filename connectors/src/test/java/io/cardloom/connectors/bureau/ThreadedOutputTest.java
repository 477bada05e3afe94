package io.cardloom.connectors.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThreadedOutputTest {

    private static final int MOST_ON_THE_WAY = 18 << 16;

    @Test
    void carriesEveryByteInOrderHoweverItIsWritten() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] all = new byte[random.nextInt(round % 10 == 0 ? 3_000_000 : 200_000)];
            random.nextBytes(all);
            Kept to = new Kept();
            try (ThreadedOutput out = new ThreadedOutput(to)) {
                for (int at = 0; at < all.length; ) {
                    int part =
                            Math.min(all.length - at, 1 + random.nextInt(1 << random.nextInt(20)));
                    if (part == 1) {
                        out.write(all[at]);
                    } else {
                        out.write(all, at, part);
                    }
                    at += part;
                }
            }
            assertThat(to.toByteArray()).isEqualTo(all);
            assertThat(to.closings).isEqualTo(1);
        }
        assertThat(carriers()).isZero();
    }

    @Test
    void tellsTheWriterWhatTheOtherStreamThrewAndEndsItsThread() {
        Kept full =
                new Kept() {
                    @Override
                    public synchronized void write(byte[] bytes, int from, int length) {
                        throw new IllegalStateException("no cipher");
                    }
                };
        ThreadedOutput out = new ThreadedOutput(full);
        assertThatThrownBy(
                        () -> {
                            try (out) {
                                for (int i = 0; i < 1_000; i++) {
                                    out.write(new byte[1 << 16]);
                                }
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no cipher");
        assertThat(full.closings).isEqualTo(1);
        assertThat(carriers()).isZero();
        assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void saysAFullDiskAsTheStreamSaidItWithTheLastBytesToo() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        ThreadedOutput out = new ThreadedOutput(full);
        assertThatThrownBy(
                        () -> {
                            try (out) {
                                out.write(new byte[10]);
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void waitsForASlowStreamInBoundedMemory() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong written = new AtomicLong();
        Kept slow =
                new Kept() {
                    @Override
                    public synchronized void write(byte[] bytes, int from, int length) {
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        super.write(bytes, from, length);
                    }
                };
        Thread writer =
                Thread.startVirtualThread(
                        () -> {
                            try (ThreadedOutput out = new ThreadedOutput(slow)) {
                                for (int i = 0; i < 100; i++) {
                                    out.write(new byte[1 << 16]);
                                    written.addAndGet(1 << 16);
                                }
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(writer.join(Duration.ofMillis(500))).isFalse();
        assertThat(written.get()).isLessThanOrEqualTo(MOST_ON_THE_WAY);
        go.countDown();
        writer.join();
        assertThat(slow.size()).isEqualTo(100 << 16);
    }

    @Test
    void stopsWhenTheWriterIsInterruptedAndLeavesItInterrupted() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Kept stuck =
                new Kept() {
                    @Override
                    public synchronized void write(byte[] bytes, int from, int length) {
                        try {
                            go.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
        Throwable[] seen = new Throwable[1];
        boolean[] still = new boolean[1];
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    ThreadedOutput out = new ThreadedOutput(stuck);
                                    try {
                                        while (true) {
                                            out.write(new byte[1 << 16]);
                                        }
                                    } catch (IOException e) {
                                        seen[0] = e;
                                    }
                                    still[0] = Thread.currentThread().isInterrupted();
                                    go.countDown();
                                    try {
                                        out.close();
                                    } catch (IOException e) {
                                        seen[0].addSuppressed(e);
                                    }
                                });
        Thread.sleep(300);
        writer.interrupt();
        writer.join();
        assertThat(seen[0]).isInstanceOf(InterruptedIOException.class);
        assertThat(seen[0].getSuppressed()).as("close tells it again").isNotEmpty();
        assertThat(still[0]).isTrue();
        assertThat(carriers()).isZero();
    }

    private static long carriers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("package-cipher"))
                .count();
    }

    private static class Kept extends ByteArrayOutputStream {
        int closings;

        @Override
        public void close() {
            closings++;
        }
    }
}
