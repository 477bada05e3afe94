package io.cardloom.connectors.simulator;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** Socat's notice of the terminal's name, and the one that it begins its work. */
    private static final String NAMED = "PTY is ";

    private static final String CARRIES = "starting data transfer loop";

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
     * Makes a terminal that drivers find under this path. The path appears last: whoever finds it
     * finds a line that is raw already and answers.
     *
     * @throws IOException with {@link #NEEDS_SOCAT} where there is none
     */
    static PseudoTerminal at(Path path) throws IOException {
        Path program = socat().orElseThrow(() -> new IOException(NEEDS_SOCAT));
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        Process process =
                new ProcessBuilder(program.toString(), "-d", "-d", "pty,raw,echo=0", "STDIO")
                        .start();
        try {
            Files.createSymbolicLink(path, device(process));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return new PseudoTerminal(process, path);
    }

    /** The terminal that socat made, once it carries bytes. */
    private static Path device(Process process) throws IOException {
        CompletableFuture<Path> device = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> listen(process, device));
        try {
            return device.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("socat did not make a pseudo terminal", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a pseudo terminal was made", e);
        }
    }

    /** Reads what socat tells until it ends, so that it never waits for a reader. */
    private static void listen(Process process, CompletableFuture<Path> device) {
        try (BufferedReader notices = process.errorReader()) {
            Path made = null;
            for (String notice; (notice = notices.readLine()) != null; ) {
                int name = notice.indexOf(NAMED);
                if (name >= 0) {
                    made = Path.of(notice.substring(name + NAMED.length()).strip());
                } else if (made != null && notice.contains(CARRIES)) {
                    device.complete(made);
                }
            }
            device.completeExceptionally(new IOException("socat ended"));
        } catch (IOException e) {
            device.completeExceptionally(e);
        }
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
