package io.cardloom.connectors.bureau.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real OpenSSH server in the foreground, on loopback, with nothing but SFTP in a folder. */
final class OpenSshServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final Process process;
    private final int port;
    private final String fingerprint;

    OpenSshServer(Path folder, String authorizedKey) throws Exception {
        if (!Files.isExecutable(SSHD)) {
            throw new AssertionError(
                    "This test needs an OpenSSH server (Debian: apt-get install openssh-server)");
        }
        this.folder = folder;
        Files.createDirectories(files().resolve("inbox"));
        Files.createDirectories(files().resolve("acknowledgements"));
        Path hostKey = folder.resolve("host");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString());
        fingerprint = run("ssh-keygen", "-lf", hostKey + ".pub").split(" ", -1)[1];
        Files.writeString(
                folder.resolve("authorized_keys"), authorizedKey + "\n", StandardCharsets.US_ASCII);
        if ("root".equals(System.getProperty("user.name"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = folder.resolve("sshd_config");
        Files.write(
                configuration,
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + hostKey,
                        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                        "PidFile none",
                        "UsePAM no",
                        "StrictModes no",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "Subsystem sftp internal-sftp",
                        "ForceCommand internal-sftp -d " + files()));
        process =
                new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        awaitListening();
    }

    Path files() {
        return folder.resolve("files");
    }

    int port() {
        return port;
    }

    Map<String, String> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "user",
                System.getProperty("user.name"),
                "hostKey",
                fingerprint,
                "patienceSeconds",
                "20");
    }

    /** Kills the processes that serve connections; the server itself goes on. */
    int killSessions() {
        List<ProcessHandle> sessions = process.descendants().toList();
        sessions.forEach(ProcessHandle::destroyForcibly);
        return sessions.size();
    }

    private void awaitListening() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError(
                            "sshd did not start: " + Files.readString(folder.resolve("log")), e);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command[0] + ": " + said);
        }
        return said;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() throws Exception {
        killSessions();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            Process killed = process.destroyForcibly();
            assert killed != null;
        }
    }
}
