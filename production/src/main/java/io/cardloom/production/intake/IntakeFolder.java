package io.cardloom.production.intake;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where lists lie while they are taken in: sealed with keys that are in memory only, so that what a
 * killed process leaves behind opens for nobody.
 */
@Component
class IntakeFolder {

    private final Path root;

    IntakeFolder(@Value("${cardloom.data.folder:data}") Path data) {
        this.root = data.resolve("intake");
    }

    /** A new spool, empty. */
    Spool spool(TenantId tenant, CardOrderId order, DataKey key) {
        Path folder = root.resolve(tenant.value());
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Spool(folder.resolve(order.value() + ".locked"), key);
    }

    /** Deletes what lies here since before this moment. */
    void clear(TenantId tenant, Instant before) {
        try (Stream<Path> files = Files.list(root.resolve(tenant.value()))) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
