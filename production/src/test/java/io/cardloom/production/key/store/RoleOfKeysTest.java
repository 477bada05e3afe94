package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.role.ProcessRole;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

/** Which process has keys, and what the others can do with a public half. */
class RoleOfKeysTest {

    @TempDir Path folder;

    private final TenantId tenant = new TenantId(Identifier.next("ten", Clock.systemUTC()));

    @Configuration(proxyBeanMethods = false)
    @Import({
        KeyDrivers.class,
        SoftwareKeyDriver.class,
        TenantKeys.class,
        ShredKeys.class,
        DropKeys.class
    })
    static class Keys {}

    private ApplicationContextRunner process(String role) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Keys.class)
                .withPropertyValues(
                        "cardloom.role=" + role, "cardloom.data.folder=" + folder.resolve(role));
    }

    @Test
    void hasNoDriverInAProcessThatServesPages() {
        process("web")
                .run(
                        context -> {
                            assertThat(context).doesNotHaveBean(KeyDriver.class);
                            assertThat(context.getBean(KeyDrivers.class).isThere()).isFalse();
                            assertThatThrownBy(
                                            () ->
                                                    context.getBean(DropKeys.class)
                                                            .make(tenant, id()))
                                    .isInstanceOfSatisfying(
                                            Refusal.class,
                                            r -> assertThat(r.code()).isEqualTo("KEYS_ELSEWHERE"));
                            assertThat(folder.resolve("web")).doesNotExist();
                        });
        for (String role : new String[] {"all", "worker"}) {
            process(role).run(context -> assertThat(context).hasSingleBean(KeyDriver.class));
        }
    }

    @Test
    void doesNotStartWithAKeyWhereNoneMayBe() {
        process("web")
                .withPropertyValues("cardloom.keys.master=" + "0123456789abcdef".repeat(4))
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasRootCauseMessage(
                                                "cardloom.keys.master opens keys, and a process in"
                                                    + " the role web must not be given it: take it"
                                                    + " out of this process's configuration."));
    }

    @Test
    void knowsThreeRolesAndRefusesOtherWords() {
        MockEnvironment environment = new MockEnvironment();
        assertThat(ProcessRole.of(environment)).isEqualTo(ProcessRole.ALL);
        environment.setProperty(ProcessRole.SETTING, "Worker");
        assertThat(ProcessRole.of(environment)).isEqualTo(ProcessRole.WORKER);
        environment.setProperty(ProcessRole.SETTING, "both");
        assertThatThrownBy(() -> ProcessRole.of(environment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("all, web or worker");
    }

    @Test
    void opensWhatWasSealedToThePublicHalfInItsOwnPlaceOnly() {
        process("worker")
                .run(
                        context -> {
                            DropKeys keys = context.getBean(DropKeys.class);
                            String id = id();
                            DropKeys.Drop drop =
                                    DropKeys.seal(tenant, "ord_1", keys.make(tenant, id));
                            assertThat(drop.toString()).doesNotContain("Key");
                            byte[] secret = "4012".getBytes(StandardCharsets.US_ASCII);
                            byte[] sealed = drop.key().seal(secret, "row");
                            DataKey opened =
                                    keys.open(tenant, id, "ord_1", drop.wrapped()).orElseThrow();
                            assertThat(opened.open(sealed, "row")).isEqualTo(secret);
                            assertThatThrownBy(() -> keys.open(tenant, id, "ord_2", drop.wrapped()))
                                    .isInstanceOf(BrokenSeal.class);
                            byte[] changed = drop.wrapped().clone();
                            changed[40] ^= 1;
                            assertThatThrownBy(() -> keys.open(tenant, id, "ord_1", changed))
                                    .isInstanceOf(BrokenSeal.class);
                            assertThatThrownBy(() -> keys.open(tenant, id, "ord_1", new byte[3]))
                                    .isInstanceOf(BrokenSeal.class);
                            keys.destroy(tenant, id);
                            assertThat(keys.open(tenant, id, "ord_1", drop.wrapped())).isEmpty();
                        });
    }

    private static String id() {
        return Identifier.next("drp", Clock.systemUTC());
    }
}
