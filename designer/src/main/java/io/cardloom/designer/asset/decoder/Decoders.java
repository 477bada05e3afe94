package io.cardloom.designer.asset.decoder;

import io.cardloom.designer.asset.picture.PictureFile;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps up to two decoder JVMs: started when first needed, kept warm, killed when a job takes too
 * long, replaced when dead. Nothing that is decoded touches the memory of Cardloom itself.
 */
@Component
public class Decoders {

    private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);
    private static final int AT_ONCE = 2;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration JOB = Duration.ofSeconds(10);
    private static final Duration QUEUE = Duration.ofSeconds(45);

    private final Semaphore places;
    private final Duration longest;
    private final Duration queue;
    private final Deque<DecoderProcess> idle = new ArrayDeque<>();
    private final Set<DecoderProcess> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService killer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("decoder-limit").factory());

    Decoders() {
        this(AT_ONCE, JOB, QUEUE);
    }

    Decoders(int atOnce, Duration longest, Duration queue) {
        this.places = new Semaphore(atOnce, true);
        this.longest = longest;
        this.queue = queue;
    }

    /**
     * Makes the master of a walked picture.
     *
     * @throws Refusal {@code UPLOAD_DAMAGED}, {@code UPLOAD_TOO_SLOW}, {@code UPLOAD_TOO_COMPLEX};
     *     {@code UPLOAD_BUSY} (conflict) where a retry later helps
     */
    public Decoded picture(PictureFile file) {
        return decode(new Wire.PictureJob(file));
    }

    /**
     * Cleans and draws an SVG file.
     *
     * @throws Refusal {@code UPLOAD_SVG_...} and as above
     */
    public Decoded drawing(byte[] svg) {
        return decode(new Wire.DrawingJob(svg));
    }

    /**
     * Draws every letter of a font that was checked, so that what cannot be drawn is met here.
     *
     * @throws Refusal as {@link #picture}
     */
    public void font(byte[] file) {
        decode(new Wire.FontJob(file));
    }

    private Decoded decode(Wire.Job job) {
        try {
            if (!places.tryAcquire(queue.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return decodeWith(take(), job);
        } finally {
            places.release();
        }
    }

    private Decoded decodeWith(DecoderProcess decoder, Wire.Job job) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> limit = watch(decoder, late);
        boolean useful = true;
        try {
            return decoder.decode(job);
        } catch (IOException e) {
            useful = false;
            LOG.info("A decoder {} on a job and is replaced", late.get() ? "ran late" : "died");
            throw late.get() ? tooSlow() : tooComplex();
        } finally {
            limit.cancel(false);
            if (useful && !late.get()) {
                giveBack(decoder);
            } else {
                discard(decoder);
            }
        }
    }

    private DecoderProcess take() {
        @Nullable DecoderProcess waiting = poll();
        while (waiting != null) {
            if (waiting.isAlive()) {
                return waiting;
            }
            discard(waiting);
            waiting = poll();
        }
        return start();
    }

    private @Nullable DecoderProcess poll() {
        synchronized (idle) {
            return idle.pollFirst();
        }
    }

    private void giveBack(DecoderProcess decoder) {
        synchronized (idle) {
            idle.addFirst(decoder);
        }
    }

    private void discard(DecoderProcess decoder) {
        all.remove(decoder);
        decoder.close();
    }

    private DecoderProcess start() {
        try {
            DecoderProcess decoder = DecoderProcess.start();
            all.add(decoder);
            ScheduledFuture<?> limit = killAfter(START, decoder, new AtomicBoolean());
            try {
                decoder.awaitReady();
            } catch (IOException e) {
                discard(decoder);
                throw e;
            } finally {
                limit.cancel(false);
            }
            return decoder;
        } catch (IOException e) {
            throw new IllegalStateException("The decoder does not start", e);
        }
    }

    /**
     * Kills the decoder when the job has taken its time of the processor, or six times as long by
     * the clock: what waits for a busy machine is not the file's fault.
     */
    private ScheduledFuture<?> watch(DecoderProcess decoder, AtomicBoolean late) {
        Duration begun = decoder.processorTime();
        long start = System.nanoTime();
        long every = Math.clamp(longest.toMillis() / 20, 5, 500);
        return killer.scheduleAtFixedRate(
                () -> {
                    Duration worked = decoder.processorTime().minus(begun);
                    Duration waited = Duration.ofNanos(System.nanoTime() - start);
                    if (worked.compareTo(longest) >= 0
                            || waited.compareTo(longest.multipliedBy(6)) >= 0) {
                        late.set(true);
                        decoder.kill();
                    }
                },
                every,
                every,
                TimeUnit.MILLISECONDS);
    }

    private ScheduledFuture<?> killAfter(
            Duration time, DecoderProcess decoder, AtomicBoolean late) {
        return killer.schedule(
                () -> {
                    late.set(true);
                    decoder.kill();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Process ids of the decoders that run now. */
    List<Long> pids() {
        return all.stream().map(DecoderProcess::pid).toList();
    }

    @PreDestroy
    void close() {
        killer.shutdownNow();
        all.forEach(DecoderProcess::close);
        all.clear();
    }

    static Refusal tooComplex() {
        return Refusal.invalid(
                "UPLOAD_TOO_COMPLEX",
                "The file needs more memory to draw than there is for one upload. Simplify it, or"
                        + " upload a PNG of 4,096 pixels on the longer edge.");
    }

    private static Refusal tooSlow() {
        return Refusal.invalid(
                "UPLOAD_TOO_SLOW",
                "The file takes longer than 10 seconds to draw. Simplify it, or upload a PNG of"
                        + " 4,096 pixels on the longer edge.");
    }

    private static Refusal busy() {
        return Refusal.conflict(
                "UPLOAD_BUSY",
                "Many uploads are being worked on right now. Try again in a minute.");
    }
}
