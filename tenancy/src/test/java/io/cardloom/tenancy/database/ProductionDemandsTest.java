package io.cardloom.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ProductionDemandsTest {

    @Autowired DataSource database;

    private static DatabaseSettings settings(@Nullable String url, String password) {
        return new DatabaseSettings(url, "loom", password, "cardloom");
    }

    @Test
    void refusesAServerThatDoesNotFlushEachCommit() throws SQLException {
        DatabaseSettings settings = settings("jdbc:mysql://db/cardloom", "zQ3-long-and-own");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            ProductionDemands.require(connection, settings);
            statement.execute("set global innodb_flush_log_at_trx_commit=2");
            try {
                assertThatThrownBy(() -> ProductionDemands.require(connection, settings))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                r -> assertThat(r.code()).isEqualTo("DATABASE_FLUSH_UNSAFE"));
            } finally {
                statement.execute("set global innodb_flush_log_at_trx_commit=1");
            }
            statement.execute("set global sync_binlog=0");
            assertThat(ProductionDemands.ofServer(connection)).as("no binary log here").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8.4.0,1,true,1,",
        "8.4.0,1,false,0,",
        "8.4.0,1,true,0,DATABASE_BINLOG_UNSAFE",
        "8.4.0,1,true,1000,DATABASE_BINLOG_UNSAFE",
        "8.4.0,0,false,0,DATABASE_FLUSH_UNSAFE",
        "8.3.0,1,false,0,DATABASE_TOO_OLD",
        "9.1.0,1,false,0,",
        "10.11.6-MariaDB-log,1,false,0,",
        "10.6.18-MariaDB,1,false,0,DATABASE_TOO_OLD",
        "5.5.5-10.5.1-MariaDB,1,false,0,DATABASE_TOO_OLD",
        "11.4.5-MariaDB,1,false,0,",
        "unknown,1,false,0,DATABASE_TOO_OLD"
    })
    void judgesWhatTheServerSays(
            String version, int flush, boolean binlog, int sync, @Nullable String code) {
        assertThat(ProductionDemands.ofFacts(version, flush, binlog, sync))
                .extracting(ProductionDemands.Shortcoming::code)
                .isEqualTo(code == null ? java.util.List.of() : java.util.List.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "password", "Cardloom", "LOOM", "changeme", "root"})
    void refusesEmptyAndDefaultPasswords(String password) {
        assertThat(ProductionDemands.ofSettings(settings("jdbc:mysql://db/x", password)))
                .extracting(ProductionDemands.Shortcoming::code)
                .containsExactly("DATABASE_PASSWORD_DEFAULT");
    }

    @Test
    void refusesTheEmbeddedServer() {
        assertThatThrownBy(() -> ProductionDemands.requireOutside(settings(null, "")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DATABASE_EMBEDDED"));
    }

    @Test
    void saysWhyItDidNotStart() {
        Refusal refusal = Refusal.invalid("DATABASE_EMBEDDED", "Production takes another.");
        assertThat(
                        new RefusedStart()
                                .analyze(new IllegalStateException("bean", refusal), refusal)
                                .getDescription())
                .isEqualTo("DATABASE_EMBEDDED: Production takes another.");
    }
}
