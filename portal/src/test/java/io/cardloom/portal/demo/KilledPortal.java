package io.cardloom.portal.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole application of {@code ./cardloom start} in a process of its own, with its own database
 * server, which is to be killed.
 */
final class KilledPortal implements AutoCloseable {

    /** What a shell calls the end by SIGKILL. */
    static final int KILLED = 128 + 9;

    private static final Logger LOG = LoggerFactory.getLogger(KilledPortal.class);
    private static final long PATIENCE_SECONDS = 300;
    private static final Set<ProcessHandle> EVER = ConcurrentHashMap.newKeySet();

    private final Process child;
    private final Path folder;
    private final Path log;
    private final BufferedWriter commands;
    private final List<String> notices = new ArrayList<>();
    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private int asked;

    private KilledPortal(Process child, Path folder, Path log) {
        this.child = child;
        this.folder = folder;
        this.log = log;
        this.commands = child.outputWriter(StandardCharsets.UTF_8);
        EVER.add(child.toHandle());
        Thread.ofPlatform().daemon().start(this::listen);
    }

    static KilledPortal start(Path folder, Path log) throws IOException {
        return run(
                folder,
                log,
                // The first start makes many keys, the others do little for long.
                Files.exists(folder) ? 1 : 4,
                List.of(
                        "--spring.profiles.active=demo,kill",
                        "--server.port=0",
                        "--cardloom.provider.port=0",
                        "--cardloom.bureau.port=0",
                        "--cardloom.encoder.baud=2400",
                        "--cardloom.production.schedule.threads=14",
                        "--cardloom.production.schedule.poll=250ms",
                        "--cardloom.production.run.lease=5s",
                        "--cardloom.production.run.first-retry=500ms",
                        "--cardloom.production.run.acknowledgement-poll=500ms"));
    }

    /** The application with these arguments, in this data folder. */
    static KilledPortal run(Path folder, Path log, int tier, List<String> arguments)
            throws IOException {
        Path temporary =
                Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-tmp"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx700m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=" + tier,
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-Duser.timezone=UTC",
                                "-Djava.io.tmpdir=" + temporary,
                                "io.cardloom.CardloomApplication",
                                "--cardloom.data.folder=" + folder));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new KilledPortal(builder.start(), folder, log);
    }

    private void listen() {
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
                BufferedWriter kept = Files.newBufferedWriter(log)) {
            for (String line; (line = said.readLine()) != null; ) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                if (line.startsWith(KillConsole.MARK)) {
                    heard(line.substring(KillConsole.MARK.length()));
                }
            }
        } catch (IOException e) {
            heard("silence " + e);
        }
        heard("ended");
    }

    private void heard(String notice) {
        synchronized (notices) {
            notices.add(notice);
            notices.notifyAll();
        }
        if (notice.startsWith("answer ")) {
            String[] words = notice.split(" ", 4);
            CompletableFuture<String> waiting = answers.get(words[1]);
            if (words[2].equals("ok")) {
                Objects.requireNonNull(waiting).complete(words[3]);
            } else {
                Objects.requireNonNull(waiting)
                        .completeExceptionally(new IllegalStateException(words[3]));
            }
        }
    }

    /** The first notice that fits; waits for it. */
    String notice(Predicate<String> fits) throws InterruptedException {
        return notice(0, fits);
    }

    /** The same, from a place in what was heard on. */
    String notice(int from, Predicate<String> fits) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (notices) {
            while (true) {
                Optional<String> found = heardFrom(from).stream().filter(fits).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (notices.contains("ended") || System.nanoTime() > end) {
                    throw new AssertionError("Not heard in " + log + ":\n" + tail());
                }
                notices.wait(100);
            }
        }
    }

    private List<String> heardFrom(int from) {
        return notices.subList(Math.min(from, notices.size()), notices.size());
    }

    /** How much was heard until now. */
    int heard() {
        synchronized (notices) {
            return notices.size();
        }
    }

    List<String> notices(String prefix) {
        synchronized (notices) {
            return notices.stream().filter(n -> n.startsWith(prefix)).toList();
        }
    }

    /** Writes down what the process holds in its memory, after a collection of all garbage. */
    void heap(Path dump) throws IOException, InterruptedException {
        Process asked =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(child.pid()),
                                "GC.heap_dump",
                                dump.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0 || !Files.exists(dump)) {
            throw new IllegalStateException("no heap dump: " + said);
        }
    }

    private String tail() {
        try {
            List<String> all = Files.readAllLines(log);
            return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a command, of which the answer may never come. */
    synchronized CompletableFuture<String> send(String command) throws IOException {
        String id = Integer.toString(++asked);
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(id, answer);
        commands.write(id + " " + command + "\n");
        commands.flush();
        return answer;
    }

    String ask(String command) throws IOException, InterruptedException {
        return answer(command, send(command));
    }

    String answer(String what, CompletableFuture<String> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(what + ", see " + log + "\n" + tail(), e);
        }
    }

    /** The database server of this moment, by its process id. */
    ProcessHandle server() throws IOException {
        String pid = Files.readString(folder.resolve("mariadb").resolve("server.pid")).trim();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        EVER.add(server);
        return server;
    }

    /**
     * {@code kill -9}.
     *
     * @param everything the database server and whatever else belongs to it, too, as when the
     *     machine's power fails
     */
    int kill(boolean everything) throws InterruptedException {
        List<ProcessHandle> below = child.descendants().toList();
        EVER.addAll(below);
        if (everything) {
            below.forEach(ProcessHandle::destroyForcibly);
        }
        int exit = child.destroyForcibly().waitFor();
        return exit;
    }

    /** As an operator stops it; how it ended. */
    int stop() throws InterruptedException {
        EVER.addAll(child.descendants().toList());
        // Of the process and not of its pipes: it would end by itself when its input does.
        boolean asked = child.toHandle().destroy();
        return asked && child.waitFor(60, TimeUnit.SECONDS) ? child.exitValue() : -1;
    }

    /** Ends it and all that it ever started. */
    @Override
    public void close() {
        EVER.addAll(child.descendants().toList());
        for (ProcessHandle process : EVER) {
            if (process.destroyForcibly()) {
                ProcessHandle ended = process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                LOG.debug("Ended {}", ended.pid());
            }
        }
    }
}
