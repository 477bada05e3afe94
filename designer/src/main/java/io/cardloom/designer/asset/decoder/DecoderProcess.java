package io.cardloom.designer.asset.decoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One decoder JVM, started with little memory, no environment and nothing but pipes. */
final class DecoderProcess implements AutoCloseable {

    private final Process process;
    private final DataInputStream answers;
    private final DataOutputStream jobs;

    private DecoderProcess(Process process) {
        this.process = process;
        this.answers =
                new DataInputStream(new BufferedInputStream(process.getInputStream(), 65_536));
        this.jobs =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 65_536));
    }

    static DecoderProcess start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new DecoderProcess(builder.start());
    }

    private static List<String> command() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Xmn40m",
                                "-XX:MaxMetaspaceSize=96m",
                                "-XX:ReservedCodeCacheSize=48m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:+SuppressFatalErrorMessage",
                                "-XX:+DisableAttachMechanism",
                                "-XX:-UsePerfData",
                                "-Djava.awt.headless=true"));
        if (nested()) {
            command.add("-Dloader.main=" + DecoderMain.class.getName());
        }
        command.add("-cp");
        command.add(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(
                nested()
                        ? "org.springframework.boot.loader.launch.PropertiesLauncher"
                        : DecoderMain.class.getName());
        return command;
    }

    /**
     * Whether this class lies in a jar inside the application's jar, where only its loader looks.
     */
    private static boolean nested() {
        CodeSource source = DecoderMain.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().startsWith("jar:nested:");
    }

    /** Waits until the decoder listens. */
    void awaitReady() throws IOException {
        if (answers.readInt() != Wire.READY) {
            throw new IOException("the decoder says something else");
        }
    }

    /**
     * @throws IOException when the decoder is dead or speaks nonsense; it is of no use any more
     * @throws io.cardloom.tenancy.refusal.Refusal as the decoder answered; it stays of use
     */
    Decoded decode(Wire.Job job) throws IOException {
        Wire.write(jobs, job);
        return Wire.readAnswer(answers);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** What the decoder has worked so far, in all its jobs; zero once it is gone. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
