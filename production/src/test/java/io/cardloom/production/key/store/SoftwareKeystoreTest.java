package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.CardOrderId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void makesNoMasterKeyOfItsOwnInProduction(@TempDir Path folder) {
        assertThatThrownBy(() -> new TenantKeys(folder, null, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cardloom.keys.master");
        assertThatThrownBy(() -> new TenantKeys(folder, "", true))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TenantKeys(folder, "0".repeat(64), true))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TenantKeys(folder, "changeit", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("changeit");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void opensNothingWithAnotherMasterKey(@TempDir Path folder) {
        String master = "0123456789abcdef".repeat(4);
        kept(new DataKeys(new TenantKeys(folder, master, true)), tenant, order);
        assertThat(folder.resolve("master.key")).doesNotExist();
        DataKeys other = new DataKeys(new TenantKeys(folder, "fedcba9876543210".repeat(4), true));
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
        return new DataKeys(new TenantKeys(folder, null, false));
    }
}
