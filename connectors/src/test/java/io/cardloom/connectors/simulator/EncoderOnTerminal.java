package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A simulated encoder behind a real pseudo terminal, for the tests of drivers. */
public final class EncoderOnTerminal implements AutoCloseable {

    private final Path folder;
    private final FaultPlan faults = new FaultPlan();
    private final PseudoTerminal terminal;
    private final CardJournal journal;
    private final Thread work;

    private EncoderOnTerminal(Path folder, int baud) throws IOException {
        this.folder = folder;
        this.terminal = PseudoTerminal.at(folder.resolve("line"));
        this.journal = CardJournal.in(folder);
        Msr605Simulator simulator =
                new Msr605Simulator(terminal.in(), terminal.out(), journal, faults, baud);
        this.work =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        simulator.serve();
                                    } catch (IOException e) {
                                        unplug();
                                    }
                                });
    }

    /**
     * @param baud 0 for as fast as it goes
     * @throws IOException also where socat is not installed; the message names the package
     */
    public static EncoderOnTerminal in(Path folder, int baud) throws IOException {
        return new EncoderOnTerminal(folder, baud);
    }

    public Path path() {
        return folder.resolve("line");
    }

    public void fail(int write, EncoderFault fault) {
        faults.fail(write, fault);
    }

    public List<String> written() throws IOException {
        return CardJournal.written(folder);
    }

    public Path journal() {
        return CardJournal.file(folder);
    }

    /** Ends the line as a pulled plug does. */
    public void unplug() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        terminal.close();
        work.join(5_000);
        journal.close();
    }
}
