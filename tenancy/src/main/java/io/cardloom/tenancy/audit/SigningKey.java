package io.cardloom.tenancy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * This installation's Ed25519 key (RFC 8032), which signs the heads of the trails.
 *
 * <p>Made at the first start, readable by Cardloom's own user only; the public half lies beside it
 * for whoever verifies. A key file that others can read is refused: heads signed by it prove
 * nothing.
 */
final class SigningKey {

    static final String FILE = "audit-signing.pem";
    static final String PUBLIC_FILE = "audit-signing.pub.pem";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The key of this folder, made if it is not there. */
    static SigningKey in(Path folder) {
        try {
            Files.createDirectories(folder, only("rwx------"));
            Path file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return read(folder, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit signing key is damaged: " + folder, e);
        }
    }

    PublicKey publicKey() {
        return publicKey;
    }

    /** The raw signature in base 64. */
    String sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit signing key does not sign", e);
        }
    }

    private static void make(Path folder, Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path fresh = Files.createTempFile(folder, "audit-signing", ".new", only("rw-------"));
        try {
            Files.writeString(
                    fresh,
                    PublicKeys.pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                            + PublicKeys.pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            // A link, unlike a move, never replaces the key another start has just made.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static SigningKey read(Path folder, Path file)
            throws IOException, GeneralSecurityException {
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
        if (!PosixFilePermissions.fromString("rw-------").containsAll(open)) {
            throw new IllegalStateException(
                    "AUDIT_KEY_OPEN: others can read "
                            + file
                            + ". Take the key out of use, or restore its mode 0600 if you are sure"
                            + " nobody has.");
        }
        String pem = Files.readString(file);
        PrivateKey secret =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(PublicKeys.der("PRIVATE KEY", pem)));
        PublicKey open0 = PublicKeys.fromDer(PublicKeys.der("PUBLIC KEY", pem));
        SigningKey key = new SigningKey(secret, open0);
        if (!PublicKeys.verifies(open0, "a pair", key.sign("a pair"))) {
            throw new GeneralSecurityException("the two halves do not belong together");
        }
        Path beside = folder.resolve(PUBLIC_FILE);
        if (!Files.exists(beside)) {
            Files.writeString(beside, PublicKeys.pem("PUBLIC KEY", open0.getEncoded()));
        }
        return key;
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
