package io.cardloom.tenancy.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Chooses the server, and tells Hibernate what it really is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    /**
     * A row that MariaDB finds by two keys at once is waited for although the statement says SKIP
     * LOCKED, and more rows are locked than are given out. Each table of tenants has several keys
     * that begin with the tenant, so it would often choose to.
     */
    private static final String ONE_KEY_AT_A_TIME =
            "set session optimizer_switch = 'index_merge_intersection=off'";

    @Bean
    HikariDataSource dataSource(
            DatabaseSettings settings,
            @Value("${cardloom.data.folder:data}") Path folder,
            Environment environment)
            throws SQLException {
        boolean production = environment.matchesProfiles("production");
        if (production && settings.url() == null) {
            ProductionDemands.requireOutside(settings);
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("cardloom");
        pool.setMaximumPoolSize(20);
        if (settings.url() == null) {
            EmbeddedDatabase.in(folder.resolve("mariadb")).serve(pool, settings.schema());
        } else {
            pool.setJdbcUrl(settings.url());
            pool.setUsername(settings.user());
            pool.setPassword(settings.password());
        }
        pool.addDataSourceProperty("connectionTimeZone", "UTC");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        // What is written in a batch goes over in one statement; nobody batches who did not ask to.
        pool.addDataSourceProperty("rewriteBatchedStatements", "true");
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionInitSql(ONE_KEY_AT_A_TIME);
        if (production) {
            requireProduction(pool, settings);
        }
        return pool;
    }

    private static void requireProduction(HikariDataSource pool, DatabaseSettings settings)
            throws SQLException {
        try (Connection connection = pool.getConnection()) {
            ProductionDemands.require(connection, settings);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Connector/J calls a MariaDB server MySQL, by which Hibernate picks the wrong dialect or
     * fails; the server itself says what it is.
     */
    @Bean
    HibernatePropertiesCustomizer dialect(DataSource dataSource) {
        String version = version(dataSource);
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            throw new IllegalStateException("The database does not tell its version");
        }
        boolean mariadb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        Map<String, Object> facts =
                Map.of(
                        "hibernate.boot.allow_jdbc_metadata_access",
                        "false",
                        JdbcSettings.JAKARTA_HBM2DDL_DB_NAME,
                        mariadb ? "MariaDB" : "MySQL",
                        JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
                        numbers.group(1),
                        JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION,
                        numbers.group(2));
        return properties -> properties.putAll(facts);
    }

    private static String version(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            DatabaseMetaData server = connection.getMetaData();
            return row.next() ? row.getString(1) : server.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
