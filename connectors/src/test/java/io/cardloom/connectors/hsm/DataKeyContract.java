package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.life.KeyVersionId;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.DriverDataKeys;
import io.cardloom.production.key.store.DropKeys;
import io.cardloom.production.key.store.FreshKey;
import io.cardloom.tenancy.tenant.Identifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract, and data keys: what is destroyed opens for nobody, as far as the driver can. */
public abstract class DataKeyContract extends KeyDriverContract {

    /** A copy of the key folder from before, put back after a purge. */
    @Test
    void opensNoCopyOfAKeyThatWasDestroyedWhereItHasKeysInside() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "keys");
        String order = Identifier.next("ord", Clock.systemUTC());
        DataKeys keys = new DriverDataKeys(tenant, driver(), folder).dataKeys();
        FreshKey fresh = keys.fresh(tenant, order);
        keys.keep(fresh);
        byte[] plain = "a record".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = fresh.key().seal(plain, "record/1");
        assertThat(
                        new DriverDataKeys(tenant, again(), folder)
                                .dataKeys()
                                .find(tenant, order)
                                .orElseThrow()
                                .open(sealed, "record/1"))
                .as("another process opens it")
                .isEqualTo(plain);
        DropKeys drops = new DriverDataKeys(tenant, driver(), folder).dropKeys();
        String list = Identifier.next("drp", Clock.systemUTC());
        DropKeys.Drop drop = DropKeys.seal(tenant, order, drops.make(tenant, list));
        assertThat(drops.open(tenant, list, order, drop.wrapped())).isPresent();
        Map<Path, byte[]> copy = copy(folder);

        keys.destroy(tenant, order);
        drops.destroy(tenant, list);
        assertThat(keys.find(tenant, order)).isEmpty();
        for (Map.Entry<Path, byte[]> file : copy.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        boolean inside = driver().storage().inside();
        assertThat(keys.find(tenant, order).isEmpty()).isEqualTo(inside);
        assertThat(drops.open(tenant, list, order, drop.wrapped()).isEmpty()).isEqualTo(inside);
    }

    /** Whoever is killed after the name is written down leaves something to destroy, no more. */
    @Test
    void keepsADataKeyWhereAKilledProcessLeftItsName() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "keys");
        String order = Identifier.next("ord", Clock.systemUTC());
        DataKeys keys = new DriverDataKeys(tenant, driver(), folder).dataKeys();
        keys.keep(keys.fresh(tenant, order));
        Path file =
                copy(folder).keySet().stream()
                        .filter(f -> f.getFileName().toString().equals(order + ".key"))
                        .findFirst()
                        .orElseThrow();
        Files.delete(file);
        assertThat(keys.find(tenant, order)).isEmpty();
        keys.clear(tenant, order);
        keys.keep(keys.fresh(tenant, order));
        assertThat(keys.find(tenant, order)).isPresent();
        FreshKey second = keys.fresh(tenant, order);
        assertThatThrownBy(() -> keys.keep(second)).isInstanceOf(IllegalStateException.class);
        assertThat(keys.find(tenant, order)).as("it stays as it is").isPresent();
    }

    @Test
    void tellsWhichVersionOfTheDataEncryptionKeyIsNeeded() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "keys");
        KeyVersionId version = new KeyVersionId(Identifier.next("kyv", Clock.systemUTC()));
        KeyCheckValue checkValue =
                driver().storage()
                        .generate(
                                KeyName.of(tenant, version.value()),
                                KeyUsage.DATA_ENCRYPTION,
                                KeyKind.AES_256);
        DriverDataKeys made = new DriverDataKeys(tenant, driver(), folder);
        made.activate(version, checkValue);
        DataKeys keys = made.dataKeys();
        String order = Identifier.next("ord", Clock.systemUTC());
        FreshKey fresh = keys.fresh(tenant, order);
        keys.keep(fresh);
        byte[] sealed = fresh.key().seal(new byte[] {7}, "record/1");
        assertThat(keys.needs(tenant, version)).isTrue();
        assertThat(keys.find(tenant, order).orElseThrow().open(sealed, "record/1"))
                .containsExactly(7);
        keys.destroy(tenant, order);
        assertThat(keys.needs(tenant, version)).isFalse();
    }

    /** The files of the key folder. */
    private static Map<Path, byte[]> copy(Path folder) throws IOException {
        Map<Path, byte[]> copy = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy.put(file, Files.readAllBytes(file));
            }
        }
        return copy;
    }
}
