package io.cardloom.tenancy.credential;

import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door to secrets that outside services gave a tenant: client secrets, passwords. Everything
 * else refers to them by name; the database never holds one.
 *
 * <p>Each is a file of mode 0600 in the tenant's folder below {@code cardloom.credential.folder},
 * so a secret store can mount them there. A name cannot leave its tenant's folder.
 */
@Component
public class Credentials {

    /** Bytes at most. */
    public static final int SIZE = 65_536;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Path folder;

    Credentials(
            @Value("${cardloom.credential.folder:${cardloom.data.folder:data}/credentials}")
                    Path folder) {
        this.folder = folder;
    }

    /**
     * The name itself.
     *
     * @throws Refusal {@code CREDENTIAL_NAME}
     */
    public static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid(
                    "CREDENTIAL_NAME",
                    "A credential's name has 1 to 63 lower-case letters, digits and hyphens.");
        }
        return name;
    }

    /**
     * @return the secret's text, without a line end after it
     * @throws Refusal {@code CREDENTIAL_MISSING}; once it is there, a retry helps
     */
    public Secret<String> read(TenantId tenant, String name) {
        Path file = file(tenant, name);
        try {
            if (Files.size(file) > SIZE) {
                throw missing(name);
            }
            return Secret.of(Files.readString(file, StandardCharsets.UTF_8).stripTrailing());
        } catch (NoSuchFileException e) {
            throw missing(name);
        } catch (IOException e) {
            throw new UncheckedIOException("a credential cannot be read", e);
        }
    }

    /**
     * Keeps or replaces a secret; needs ADMINISTER. Whoever refers to it records why in the trail.
     *
     * @throws Refusal {@code CREDENTIAL_NAME}; {@code CREDENTIAL_SIZE} when it is empty or too long
     */
    public void keep(Actor actor, String name, Secret<String> secret) {
        actor.require(Permission.ADMINISTER);
        Path file = file(actor.tenant(), name);
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > SIZE) {
            throw Refusal.invalid("CREDENTIAL_SIZE", "A credential has 1 to 65,536 bytes.");
        }
        try {
            Files.createDirectories(file.getParent(), only("rwx------"));
            Path fresh =
                    Files.createTempFile(file.getParent(), ".credential", "", only("rw-------"));
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a credential cannot be kept", e);
        }
    }

    /**
     * Destroys a secret that nothing refers to any more; one that is not there is no error. Needs
     * ADMINISTER.
     *
     * @throws Refusal {@code CREDENTIAL_NAME}
     */
    public void forget(Actor actor, String name) {
        actor.require(Permission.ADMINISTER);
        try {
            Files.deleteIfExists(file(actor.tenant(), name));
        } catch (IOException e) {
            throw new UncheckedIOException("a credential cannot be destroyed", e);
        }
    }

    private Path file(TenantId tenant, String name) {
        return folder.resolve(tenant.value()).resolve(checkedName(name));
    }

    private static Refusal missing(String name) {
        return Refusal.invalid(
                "CREDENTIAL_MISSING",
                "There is no usable credential named "
                        + name
                        + " here. Enter it, or have it put"
                        + " there.");
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
