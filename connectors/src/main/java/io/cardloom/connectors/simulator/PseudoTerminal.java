package io.cardloom.connectors.simulator;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A raw pseudo terminal made by {@code socat}: a driver opens its path as it would a serial port;
 * the near end is a pair of streams. It ends with this process.
 */
final class PseudoTerminal implements AutoCloseable {

    /** What to do where there is no {@code socat}. */
    static final String NEEDS_SOCAT =
            "The simulated encoder needs socat, which is not installed (Debian: apt-get install"
                    + " socat).";

    private static final long PATIENCE_MILLIS = 5_000;

    private final Process socat;
    private final Path path;

    private PseudoTerminal(Process socat, Path path) {
        this.socat = socat;
        this.path = path;
    }

    static Optional<Path> socat() {
        String search = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(search.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "socat"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Makes a terminal that drivers find under this path.
     *
     * @throws IOException with {@link #NEEDS_SOCAT} where there is none
     */
    static PseudoTerminal at(Path path) throws IOException {
        Path program = socat().orElseThrow(() -> new IOException(NEEDS_SOCAT));
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        Process process =
                new ProcessBuilder(program.toString(), "pty,raw,echo=0,link=" + path, "STDIO")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("socat did not make a pseudo terminal at " + path);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
                throw new IOException("interrupted while a pseudo terminal was made", e);
            }
        }
        return new PseudoTerminal(process, path);
    }

    InputStream in() {
        return socat.getInputStream();
    }

    OutputStream out() {
        return socat.getOutputStream();
    }

    /** Pulls the plug: whoever has the path open sees the line die. */
    @Override
    public void close() throws IOException {
        Process ended = socat.destroyForcibly();
        try {
            if (!ended.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("socat " + socat.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(path);
    }
}
