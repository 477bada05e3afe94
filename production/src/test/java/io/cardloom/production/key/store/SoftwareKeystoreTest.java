package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SoftwareKeystoreTest {

    private static final byte[] PLAIN = "nobody reads this".getBytes(StandardCharsets.UTF_8);

    private final TenantId tenant = TenantId.next(Clock.systemUTC());
    private final String order = CardOrderId.next(Clock.systemUTC()).value();

    @Test
    void keepsKeysAcrossARestartInFilesThatOnlyTheOwnerReads(@TempDir Path folder)
            throws IOException {
        byte[] locked = kept(keys(folder), tenant, order).seal(PLAIN, "row/1");
        assertThat(keys(folder).find(tenant, order).orElseThrow().open(locked, "row/1"))
                .isEqualTo(PLAIN);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(path -> !path.equals(folder)).toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(5);
            for (Path path : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void isRefusedInProduction(@TempDir Path folder) {
        KeyDriver software = software(folder, "0123456789abcdef".repeat(4));
        assertThatThrownBy(() -> new KeyDrivers(List.of(software), "software", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cardloom.keys.driver=pkcs11");
        assertThat(new KeyDrivers(List.of(software), "software", false).current())
                .isSameAs(software);
        assertThatThrownBy(() -> new KeyDrivers(List.of(software), "pkcs11", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("names no driver");
        assertThat(folder).isEmptyDirectory();
    }

    /** The application itself: nothing is asked for that makes a key before the refusal. */
    @Test
    void keepsTheApplicationFromStartingInProduction(@TempDir Path folder) {
        new ApplicationContextRunner()
                .withUserConfiguration(SoftwareKeyDriver.class, KeyDrivers.class)
                .withPropertyValues("cardloom.data.folder=" + folder)
                .withInitializer(c -> c.getEnvironment().setActiveProfiles("production"))
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasRootCauseInstanceOf(IllegalStateException.class)
                                        .rootCause()
                                        .hasMessageContaining("hardware security module"));
        new ApplicationContextRunner()
                .withUserConfiguration(SoftwareKeyDriver.class, KeyDrivers.class)
                .withPropertyValues("cardloom.data.folder=" + folder)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesAMasterKeyThatIsNone(@TempDir Path folder) {
        for (String none : List.of("0".repeat(64), "changeit")) {
            assertThatThrownBy(() -> new MasterKey(new KeyFolder(folder), none))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining(none);
        }
    }

    @Test
    void opensNothingWithAnotherMasterKey(@TempDir Path folder) {
        kept(keys(folder, "0123456789abcdef".repeat(4)), tenant, order);
        assertThat(folder.resolve("master.key")).doesNotExist();
        DataKeys other = keys(folder, "fedcba9876543210".repeat(4));
        assertThatThrownBy(() -> other.find(tenant, order)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void opensOnlyAtThePlaceItWasSealedFor(@TempDir Path folder) {
        DataKeys keys = keys(folder);
        DataKey key = kept(keys, tenant, order);
        byte[] locked = key.seal(PLAIN, "row/1");
        assertThatThrownBy(() -> key.open(locked, "row/2")).isInstanceOf(BrokenSeal.class);
        for (int i = 0; i < locked.length; i++) {
            byte[] changed = locked.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open(changed, "row/1")).isInstanceOf(BrokenSeal.class);
            byte[] cut = Arrays.copyOf(locked, i);
            assertThatThrownBy(() -> key.open(cut, "row/1")).isInstanceOf(BrokenSeal.class);
        }
        TenantId other = TenantId.next(Clock.systemUTC());
        assertThat(keys.find(other, order)).isEmpty();
        DataKey others = kept(keys, other, order);
        assertThatThrownBy(() -> others.open(locked, "row/1")).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void doesNotOpenAKeyFileThatWasMovedToAnotherTenant(@TempDir Path folder) throws IOException {
        DataKeys keys = keys(folder);
        kept(keys, tenant, order);
        TenantId other = TenantId.next(Clock.systemUTC());
        kept(keys, other, CardOrderId.next(Clock.systemUTC()).value());
        Path from = folder.resolve(tenant.value()).resolve("data").resolve(order + ".key");
        Files.copy(from, folder.resolve(other.value()).resolve("data").resolve(order + ".key"));
        assertThatThrownBy(() -> keys.find(other, order)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void readsNothingAfterTheKeyIsDestroyed(@TempDir Path folder) {
        DataKeys keys = keys(folder);
        byte[] locked = kept(keys, tenant, order).seal(PLAIN, "row/1");
        keys.destroy(tenant, order);
        keys.destroy(tenant, order);
        assertThat(keys.find(tenant, order)).isEmpty();
        DataKey another = kept(keys, tenant, order);
        assertThatThrownBy(() -> another.open(locked, "row/1")).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void printsNoKey(@TempDir Path folder) {
        DataKey key = kept(keys(folder), tenant, order);
        assertThat(key.toString()).isEqualTo("DataKey[REDACTED]");
        assertThat(key.checkValue().hex6()).matches("[0-9A-F]{6}");
        assertThat(new KeySettings("aa").toString()).doesNotContain("aa");
    }

    @Test
    void doesNotReplaceAKeyThatIsInUse(@TempDir Path folder) {
        DataKeys keys = keys(folder);
        byte[] locked = kept(keys, tenant, order).seal(PLAIN, "row/1");
        assertThatThrownBy(() -> kept(keys, tenant, order))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keys.find(tenant, order).orElseThrow().open(locked, "row/1")).isEqualTo(PLAIN);
    }

    @Test
    void leavesNothingOfAKeyThatWasNeverKept(@TempDir Path folder) {
        DataKeys keys = keys(folder);
        assertThat(keys.fresh(tenant, order).key().seal(PLAIN, "row/1")).isNotEmpty();
        assertThat(keys.find(tenant, order)).isEmpty();
    }

    private static DataKey kept(DataKeys keys, TenantId tenant, String scope) {
        FreshKey fresh = keys.fresh(tenant, scope);
        keys.keep(fresh);
        return fresh.key();
    }

    private static DataKeys keys(Path folder) {
        return keys(folder, null);
    }

    /** On keys of the tenant's own: no custodian made one in this tenant. */
    private static DataKeys keys(Path folder, @Nullable String master) {
        KeyDriver driver = software(folder, master);
        TenantKeys tenantKeys = new TenantKeys(new KeyFolder(folder), driver);
        return new DataKeys(
                tenantKeys,
                new DataKeyWrapping(
                        tenantKeys,
                        (tenant, usage) -> Optional.empty(),
                        new KeyDrivers(List.of(driver), driver.name(), false)),
                new ShredKeys(tenantKeys));
    }

    private static KeyDriver software(Path folder, @Nullable String master) {
        KeyFolder keys = new KeyFolder(folder);
        return new SoftwareKeys(keys, new MasterKey(keys, master)).driver();
    }
}
