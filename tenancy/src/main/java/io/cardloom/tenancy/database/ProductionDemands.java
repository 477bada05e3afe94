package io.cardloom.tenancy.database;

import io.cardloom.tenancy.refusal.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a database has to be before cards are made from it: new enough, flushed at each commit, and
 * behind a password of its own. An order that was acknowledged and then lost with the power is a
 * card made twice.
 */
final class ProductionDemands {

    /** One demand that is not met. */
    record Shortcoming(String code, String sentence) {}

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final Set<String> DEFAULTS =
            Set.of(
                    "admin",
                    "cardloom",
                    "change-me",
                    "changeit",
                    "changeme",
                    "default",
                    "demo",
                    "mariadb",
                    "mysql",
                    "pass",
                    "password",
                    "root",
                    "secret",
                    "test");

    private ProductionDemands() {}

    /**
     * @throws Refusal with the code of the first shortcoming and the sentences of all; a start
     *     helps once they are mended
     */
    static void require(Connection connection, DatabaseSettings settings) throws SQLException {
        List<Shortcoming> all = new ArrayList<>(ofSettings(settings));
        all.addAll(ofServer(connection));
        refuse(all);
    }

    /**
     * @throws Refusal {@code DATABASE_EMBEDDED} when no outside server is named
     */
    static void requireOutside(DatabaseSettings settings) {
        refuse(ofSettings(settings));
    }

    private static void refuse(List<Shortcoming> all) {
        if (!all.isEmpty()) {
            throw Refusal.invalid(
                    all.getFirst().code(),
                    all.stream()
                            .map(s -> s.sentence() + " (" + s.code() + ")")
                            .collect(Collectors.joining(" ")));
        }
    }

    /** What can be told before connecting. */
    static List<Shortcoming> ofSettings(DatabaseSettings settings) {
        List<Shortcoming> found = new ArrayList<>();
        if (settings.url() == null) {
            found.add(
                    new Shortcoming(
                            "DATABASE_EMBEDDED",
                            "Production takes a server of its own: set cardloom.database.url to a"
                                    + " MySQL 8.4+ or MariaDB 10.11+."));
            return found;
        }
        String password = settings.password().toLowerCase(Locale.ROOT);
        if (password.isBlank()
                || DEFAULTS.contains(password)
                || password.equals(settings.user().toLowerCase(Locale.ROOT))) {
            found.add(
                    new Shortcoming(
                            "DATABASE_PASSWORD_DEFAULT",
                            "Set cardloom.database.password to one that nobody guesses."));
        }
        return found;
    }

    /** What the server says of itself. */
    static List<Shortcoming> ofServer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select version(), @@global.innodb_flush_log_at_trx_commit,"
                                        + " @@global.log_bin, @@global.sync_binlog")) {
            if (!row.next()) {
                throw new SQLException("the server does not tell its settings");
            }
            return ofFacts(row.getString(1), row.getInt(2), row.getBoolean(3), row.getInt(4));
        }
    }

    /** The same, from what it said. */
    static List<Shortcoming> ofFacts(String version, int flush, boolean binlog, int syncBinlog) {
        List<Shortcoming> found = new ArrayList<>();
        if (!isNewEnough(version)) {
            found.add(
                    new Shortcoming(
                            "DATABASE_TOO_OLD",
                            "Use MySQL 8.4 or newer, or MariaDB 10.11 or newer."));
        }
        if (flush != 1) {
            found.add(
                    new Shortcoming(
                            "DATABASE_FLUSH_UNSAFE",
                            "Set innodb_flush_log_at_trx_commit=1 on the server, so that a commit"
                                    + " is on the disk before it is answered."));
        }
        if (binlog && syncBinlog != 1) {
            found.add(
                    new Shortcoming(
                            "DATABASE_BINLOG_UNSAFE",
                            "Set sync_binlog=1 on the server, or switch the binary log off."));
        }
        return found;
    }

    /** MySQL 8.4+ or MariaDB 10.11+, by the text of {@code version()}. */
    static boolean isNewEnough(String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        boolean mariadb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        int leastMajor = mariadb ? 10 : 8;
        int leastMinor = mariadb ? 11 : 4;
        return major > leastMajor || (major == leastMajor && minor >= leastMinor);
    }
}
