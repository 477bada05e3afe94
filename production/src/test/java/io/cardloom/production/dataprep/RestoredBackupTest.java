package io.cardloom.production.dataprep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.choice.PinOrigin;
import io.cardloom.production.choice.PinRule;
import io.cardloom.production.choice.SuppliedTracks;
import io.cardloom.production.encoding.StripeFormats;
import io.cardloom.production.encoding.StripePatterns;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.mailer.MailerBlock;
import io.cardloom.production.mailer.PinMailers;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** A backup of the database from before a purge, put back after it. */
@SpringBootTest
class RestoredBackupTest {

    /** Table and the column that names its owner; parents first. */
    private static final Map<String, String> TABLES =
            Map.of(
                    "account_file", "order_id",
                    "account_record", "order_id",
                    "card_pin", "order_id",
                    "prepared_run", "run_id",
                    "prepared_card", "run_id",
                    "prepared_file", "run_id");

    private static final List<String> ORDER =
            List.of(
                    "account_file",
                    "account_record",
                    "card_pin",
                    "prepared_run",
                    "prepared_card",
                    "prepared_file");

    @Autowired PreparationStage stage;
    @Autowired AccountVault vault;
    @Autowired DataKeys dataKeys;
    @Autowired PinMailers mailers;
    @Autowired StripeFormats formats;
    @Autowired TwoIssuers issuers;
    @Autowired DataSource database;

    @Value("${cardloom.data.folder}")
    Path data;

    @TempDir static Path folder;

    private record Row(String table, Map<String, Object> columns) {}

    @Test
    void opensForNobodyOnceTheKeysAreDestroyed() throws Exception {
        IssuerWorld world = issuers.another("Backup Bank");
        mailers.switchOn(world.administrator(), world.program(), MailerBlock.ISO_4);
        formats.configure(
                world.administrator(),
                world.program(),
                new StripePatterns(
                        "", "{PVV}", null, SuppliedTracks.NONE, PinRule.of(PinOrigin.DRAWN)));
        OpensslIssuer bank = stage.bank(world, folder);
        CardOrderId order = stage.order(world, bank, TestAccounts.csv(4));
        // Another order that goes on: its key is no way in either.
        CardOrderId other = stage.order(world, bank, TestAccounts.csv(1));
        RunOrder run = PreparationStage.run(order, 4);
        stage.preparation.prepare(world.tenant(), run);
        assertThat(vault.open(world.tenant(), order, List.of(1, 4))).hasSize(2);

        List<Row> backup = backup(order.value(), run.run().value());
        assertThat(backup).hasSizeGreaterThan(1 + 4 + 4 + 1 + 4);
        stage.preparation.purge(world.tenant(), order);
        assertThat(backup(order.value(), run.run().value()))
                .extracting(Row::table)
                .doesNotContain("account_record", "card_pin", "prepared_card");
        restore(backup);

        assertThat(backup(order.value(), run.run().value())).hasSameSizeAs(backup);
        gone(() -> vault.open(world.tenant(), order, List.of(1)));
        gone(() -> stage.preparation.tracks(world.tenant(), run.run(), 1));
        gone(() -> stage.preparation.open(world.tenant(), run.run(), "records.csv"));
        List<byte[]> sealed =
                backup.stream()
                        .map(row -> row.columns().get("ciphertext"))
                        .filter(byte[].class::isInstance)
                        .map(byte[].class::cast)
                        .toList();
        assertThat(sealed).hasSizeGreaterThanOrEqualTo(12);
        int tried = 0;
        for (String scope : scopesWithAKey(world)) {
            DataKey key = dataKeys.find(world.tenant(), scope).orElseThrow();
            for (byte[] one : sealed) {
                assertThatThrownBy(() -> key.open(one, "record/1")).isInstanceOf(BrokenSeal.class);
                tried++;
            }
        }
        assertThat(tried).as("keys that are still there").isPositive();
        assertThat(scopesWithAKey(world)).contains(other.value()).doesNotContain(order.value());
    }

    private List<String> scopesWithAKey(IssuerWorld world) throws Exception {
        Path keys = data.resolve("keys").resolve(world.tenant().value()).resolve("data");
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".key"))
                    .map(f -> f.substring(0, f.length() - ".key".length()))
                    .toList();
        }
    }

    private List<Row> backup(String order, String run) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String table : ORDER) {
                String owner = TABLES.get(table);
                try (PreparedStatement select =
                        connection.prepareStatement(
                                "select * from " + table + " where " + owner + " = ?")) {
                    select.setString(1, "order_id".equals(owner) ? order : run);
                    try (ResultSet found = select.executeQuery()) {
                        while (found.next()) {
                            Map<String, Object> columns = new LinkedHashMap<>();
                            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                                columns.put(
                                        found.getMetaData().getColumnName(i), found.getObject(i));
                            }
                            rows.add(new Row(table, columns));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private void restore(List<Row> rows) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("set foreign_key_checks = 0");
            for (Row row : rows) {
                String columns = String.join(",", row.columns().keySet());
                String marks = String.join(",", Collections.nCopies(row.columns().size(), "?"));
                try (PreparedStatement put =
                        connection.prepareStatement(
                                "replace into %s (%s) values (%s)"
                                        .formatted(row.table(), columns, marks))) {
                    int place = 1;
                    for (Object value : row.columns().values()) {
                        put.setObject(place++, value);
                    }
                    put.executeUpdate();
                }
            }
            connection.createStatement().execute("set foreign_key_checks = 1");
        }
    }

    private static void gone(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("ACCOUNT_DATA_PURGED"));
    }
}
