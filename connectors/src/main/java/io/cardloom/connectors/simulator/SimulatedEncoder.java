package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * A stripe encoder that is not there: an MSR605 at the far end of a pseudo terminal, in the folder
 * {@code encoder} of the data folder. What it has physically written stays in a journal there, over
 * every crash. Never in production.
 */
@Component
@ConditionalOnExpression("${cardloom.encoder.simulated:${cardloom.demo:false}}")
public class SimulatedEncoder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedEncoder.class);

    /** How long an encoder that died is off before it is switched on again. */
    private static final long OFF_MILLIS = 1_500;

    private final Path folder;
    private final int baud;
    private final FaultPlan faults = new FaultPlan();
    private volatile @Nullable PseudoTerminal terminal;
    private volatile @Nullable Thread running;
    private volatile @Nullable String problem;

    SimulatedEncoder(
            @Value("${cardloom.data.folder:data}") Path data,
            @Value("${cardloom.encoder.baud:0}") int baud,
            Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException(
                    "The simulated encoder writes no cards: production does not start with it. Set"
                            + " cardloom.encoder.simulated=false.");
        }
        this.folder = data.toAbsolutePath().normalize().resolve("encoder");
        this.baud = baud;
    }

    /** What a destination with the driver {@code msr605} needs to reach this encoder. */
    public Map<String, String> destinationSettings() {
        return Map.of("port", path().toString(), "coercivity", "high", "swipeSeconds", "10");
    }

    /** Why there is no encoder, and what to do; empty when there is one. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Makes the encoder fail at the write with this number from now, counted from 1. */
    public void fail(int write, EncoderFault fault) {
        faults.fail(write, fault);
    }

    /** A keyed hash for every card that was physically written, in order. */
    public List<String> written() {
        try {
            return CardJournal.written(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder's journal cannot be read", e);
        }
    }

    private Path path() {
        return folder.resolve("line");
    }

    @Override
    public synchronized void start() {
        if (PseudoTerminal.socat().isEmpty()) {
            problem = PseudoTerminal.NEEDS_SOCAT;
            LOG.warn(PseudoTerminal.NEEDS_SOCAT);
            return;
        }
        try {
            terminal = PseudoTerminal.at(path());
        } catch (IOException e) {
            problem = "The simulated encoder does not start: " + e.getMessage();
            LOG.warn("The simulated encoder does not start", e);
            return;
        }
        LOG.info("Simulated encoder on {}", path());
        // Named before it starts: it works for as long as it finds itself named.
        Thread worker =
                Thread.ofPlatform().daemon().name("simulated-encoder").unstarted(this::work);
        running = worker;
        worker.start();
    }

    private void work() {
        while (running == Thread.currentThread()) {
            try (CardJournal journal = CardJournal.in(folder)) {
                PseudoTerminal line = terminal;
                if (line == null) {
                    line = PseudoTerminal.at(path());
                    terminal = line;
                }
                new Msr605Simulator(line.in(), line.out(), journal, faults, baud).serve();
            } catch (IOException e) {
                LOG.info("Simulated encoder: off ({})", e.getMessage());
            }
            switchOff();
            try {
                TimeUnit.MILLISECONDS.sleep(OFF_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void switchOff() {
        PseudoTerminal line = terminal;
        terminal = null;
        if (line != null) {
            try {
                line.close();
            } catch (IOException e) {
                LOG.warn("The simulated encoder's line does not end", e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        Thread working = running;
        running = null;
        switchOff();
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
