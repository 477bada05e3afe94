package io.cardloom.connectors.bureau.sftp;

import io.cardloom.production.role.ProcessRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Iterator;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Cardloom's own keys for signing in at bureaus' SFTP servers, by name, in {@code keys/ssh} of the
 * data folder, readable by their owner only. One that is not there is made: ECDSA on P-256.
 */
@Component
public class ClientKeys {

    private final Path folder;
    private final ProcessRole role;

    @Autowired
    ClientKeys(@Value("${cardloom.data.folder:data}") Path data, ProcessRole role) {
        this.role = role;
        this.folder = data.resolve("keys").resolve("ssh");
    }

    ClientKeys(Path data) {
        this(data, ProcessRole.ALL);
    }

    /** The line that a bureau puts into its {@code authorized_keys}. */
    public synchronized String authorizedKey(String name) {
        try {
            return PublicKeyEntry.toString(pair(name).getPublic()) + " cardloom-" + name;
        } catch (IOException e) {
            throw new IllegalStateException("Cardloom's key " + name + " cannot be read", e);
        }
    }

    /** The pair of that name, made when it is not there. */
    synchronized KeyPair pair(String name) throws IOException {
        if (!role.holdsKeys()) {
            throw new IOException("Cardloom's keys for bureaus are where runs are handed over");
        }
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                Iterator<KeyPair> pairs =
                        SecurityUtils.loadKeyPairIdentities(
                                        null,
                                        NamedResource.ofName(name),
                                        in,
                                        FilePasswordProvider.EMPTY)
                                .iterator();
                return pairs.next();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("Cardloom's key " + name + " is damaged", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "cardloom", null, bytes);
        try {
            Path made =
                    Files.createFile(
                            file,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(made, StandardOpenOption.WRITE)) {
                out.write(bytes.toByteArray());
            }
        } catch (FileAlreadyExistsException e) {
            // Made in this very moment by another node on the same folder; that one counts.
            return;
        }
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".pub"),
                PublicKeyEntry.toString(pair.getPublic()) + "\n",
                StandardCharsets.US_ASCII);
    }

    /** As {@code ssh-keygen -lf} prints it. */
    static String fingerprint(java.security.PublicKey key) {
        return KeyUtils.getFingerPrint(org.apache.sshd.common.digest.BuiltinDigests.sha256, key);
    }
}
