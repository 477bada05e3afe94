package io.cardloom.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.fixture.IssuerWorld;
import io.cardloom.tenancy.fixture.TwoIssuers;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class AuditStorageTest {

    @Autowired DataSource database;
    @Autowired TenantWork work;
    @Autowired AuditTrail trail;
    @Autowired TwoIssuers issuers;
    @TempDir Path folder;

    private void sql(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void refusesToChangeOrDeleteWhatWasWritten() {
        String tenant = issuers.a().tenant().value();
        work.run(
                issuers.a().tenant(),
                () ->
                        trail.record(
                                issuers.a().designer(), AuditEntry.of("design.frozen", "dsn_1")));
        List<String> attempts =
                List.of(
                        "update audit_entry set action='x.y' where tenant_id='" + tenant + "'",
                        "delete from audit_entry where tenant_id='" + tenant + "'",
                        "truncate table audit_entry",
                        "update audit_head set entries=0 where tenant_id='" + tenant + "'",
                        "update audit_head set hash=repeat('0',64) where tenant_id='"
                                + tenant
                                + "'",
                        "delete from audit_head where tenant_id='" + tenant + "'");
        for (String attempt : attempts) {
            assertThatThrownBy(() -> sql(attempt)).as(attempt).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesToSignATrailThatWasChangedBehindItsBack() throws SQLException {
        IssuerWorld world = issuers.another("Changed Bank");
        String tenant = world.tenant().value();
        sql(
                "drop trigger audit_entry_no_update",
                "update audit_entry set entry = replace(entry, 'membership', 'membershlp')"
                        + " where seq = 7 and tenant_id='"
                        + tenant
                        + "'",
                "create trigger audit_entry_no_update before update on audit_entry for each row"
                        + " signal sqlstate '45000' set message_text = 'written once'");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> trail.export(world.auditor(), out))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("AUDIT_TRAIL_BROKEN"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("membershlp")
                .doesNotContain("\"head\"");
    }

    @Test
    void pagesFiltersAndTellsTheStoryOfADigest() {
        IssuerWorld world = issuers.another("Story Bank");
        String digest = "0123456789abcdef".repeat(4);
        for (String action : List.of("design.frozen", "proof.issued", "approval.decided")) {
            work.run(
                    world.tenant(),
                    () ->
                            trail.record(
                                    world.designer(),
                                    new AuditEntry(action, "dsn_7", digest, Map.of())));
        }
        assertThat(trail.story(world.auditor(), digest))
                .extracting(AuditRecord::action)
                .containsExactly("design.frozen", "proof.issued", "approval.decided");
        assertThat(trail.story(world.auditor(), digest))
                .allSatisfy(r -> assertThat(r.who()).isEqualTo("Dana"));
        assertThat(trail.story(issuers.b().auditor(), digest)).isEmpty();
        AuditFilter rooms = new AuditFilter(null, "design.", null, null, null, null);
        assertThat(trail.count(world.auditor(), rooms)).isEqualTo(1);
        AuditFilter hers =
                new AuditFilter(world.designer().person(), null, "dsn_7", null, null, null);
        assertThat(trail.count(world.auditor(), hers)).isEqualTo(3);
        assertThat(trail.page(world.auditor(), hers, 1, 1))
                .extracting(AuditRecord::action)
                .containsExactly("proof.issued");
        AuditRecord second = trail.page(world.auditor(), hers, 1, 1).getFirst();
        AuditFilter since = new AuditFilter(null, null, null, digest, second.at(), null);
        AuditFilter before = new AuditFilter(null, null, null, digest, null, second.at());
        assertThat(trail.count(world.auditor(), since)).isEqualTo(2);
        assertThat(trail.count(world.auditor(), before)).isEqualTo(1);
    }

    @Test
    void refusesEntriesThatHoldWhatLooksLikeAnAccountNumber() {
        String pan = TestPan.next(19);
        for (String text : List.of(pan, "card " + pan.replaceAll("(.{4})", "$1 ") + ".")) {
            assertThatThrownBy(
                            () ->
                                    new AuditEntry(
                                            "card.spoiled", "run_1", null, Map.of("reason", text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain(pan);
        }
        assertThatThrownBy(() -> AuditEntry.of("card.spoiled", pan))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AuditEntry.of("card.spoiled", "ab" + pan).subject()).endsWith(pan);
    }

    @Test
    void refusesEntriesThatAreNotInForm() {
        assertThatThrownBy(() -> AuditEntry.of("frozen", "dsn_1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditEntry.of("design.frozen", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AuditEntry("design.frozen", "dsn_1", "AB", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsKeyToItself() throws Exception {
        Path keys = folder.resolve("keys");
        SigningKey made = SigningKey.in(keys);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        Path file = keys.resolve(SigningKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.in(keys).publicKey()).isEqualTo(made.publicKey());
        try (var left = Files.list(keys)) {
            assertThat(left).hasSize(2);
        }

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SigningKey.in(keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AUDIT_KEY_OPEN");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> SigningKey.in(keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged");
    }
}
