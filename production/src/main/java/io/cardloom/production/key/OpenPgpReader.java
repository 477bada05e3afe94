package io.cardloom.production.key;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.UnsupportedPacketVersionException;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Reads OpenPGP certificates (RFC 9580, transferable public keys) and judges their keys. */
final class OpenPgpReader {

    private static final int MOST_BYTES = 64_000;
    private static final int LEAST_RSA_BITS = 2_048;

    private OpenPgpReader() {}

    /**
     * @param bytes armored or binary
     * @throws Refusal {@code OPENPGP_UNREADABLE}; {@code OPENPGP_SECRET} when it is a private key
     */
    static OpenPgpCertificate read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw unreadable();
        }
        try {
            PGPObjectFactory objects =
                    new PGPObjectFactory(
                            PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes)),
                            new BcKeyFingerprintCalculator());
            Object first = objects.nextObject();
            if (first instanceof PGPSecretKeyRing) {
                throw Refusal.invalid(
                        "OPENPGP_SECRET",
                        "This is a private key. Nothing of it was kept; take it out of use, and"
                                + " give the public key of another one.");
            }
            if (!(first instanceof PGPPublicKeyRing keys) || objects.nextObject() != null) {
                throw unreadable();
            }
            return certificate(keys);
        } catch (IOException
                | PGPRuntimeOperationException
                | UnsupportedPacketVersionException
                | ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | UnsupportedOperationException e) {
            throw unreadable();
        }
    }

    /**
     * @throws Refusal {@code OPENPGP_EXPIRED}, {@code OPENPGP_REVOKED}, {@code OPENPGP_WEAK}
     */
    static void judge(OpenPgpCertificate certificate, Instant now) {
        if (certificate.keys().getPublicKey().hasRevocation()) {
            throw Refusal.invalid("OPENPGP_REVOKED", "The key is revoked. Register another one.");
        }
        if (!now.isBefore(certificate.notAfter())) {
            throw Refusal.invalid(
                    "OPENPGP_EXPIRED", "The key has expired. Register it with its new time.");
        }
        for (PGPPublicKey key : certificate.keys()) {
            if (signs(certificate.keys(), key)) {
                return;
            }
        }
        throw Refusal.invalid(
                "OPENPGP_WEAK",
                "The key has no part that signs with RSA of at least 2048 bits or an elliptic"
                        + " curve.");
    }

    /** Whether a key may sign: the main key itself, or a subkey that the main key bound for it. */
    static boolean signs(PGPPublicKeyRing keys, PGPPublicKey key) {
        if (key.hasRevocation() || !isStrong(key)) {
            return false;
        }
        if (key.isMasterKey()) {
            return mayBeUsedToSign(key.getSignatures());
        }
        Iterator<PGPSignature> bindings = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
        while (bindings.hasNext()) {
            PGPSignature binding = bindings.next();
            if (flagged(binding) && binds(binding, keys.getPublicKey(), key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeUsedToSign(Iterator<PGPSignature> signatures) {
        boolean told = false;
        while (signatures.hasNext()) {
            PGPSignature signature = signatures.next();
            if (signature.getHashedSubPackets() != null
                    && signature.getHashedSubPackets().getKeyFlags() != 0) {
                told = true;
                if (flagged(signature)) {
                    return true;
                }
            }
        }
        return !told;
    }

    private static boolean flagged(PGPSignature signature) {
        return signature.getHashedSubPackets() != null
                && (signature.getHashedSubPackets().getKeyFlags() & KeyFlags.SIGN_DATA) != 0;
    }

    private static boolean binds(PGPSignature binding, PGPPublicKey master, PGPPublicKey key) {
        try {
            binding.init(new BcPGPContentVerifierBuilderProvider(), master);
            return binding.verifyCertification(master, key);
        } catch (PGPException | RuntimeException e) {
            // A binding that cannot be checked binds nothing.
            return false;
        }
    }

    private static boolean isStrong(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL, PublicKeyAlgorithmTags.RSA_SIGN ->
                    key.getBitStrength() >= LEAST_RSA_BITS;
            case PublicKeyAlgorithmTags.ECDSA,
                    PublicKeyAlgorithmTags.EDDSA_LEGACY,
                    PublicKeyAlgorithmTags.Ed25519,
                    PublicKeyAlgorithmTags.Ed448 ->
                    true;
            default -> false;
        };
    }

    private static OpenPgpCertificate certificate(PGPPublicKeyRing keys) {
        PGPPublicKey master = keys.getPublicKey();
        Iterator<String> names = master.getUserIDs();
        long seconds = master.getValidSeconds();
        return new OpenPgpCertificate(
                HexFormat.of().formatHex(master.getFingerprint()),
                names.hasNext() ? names.next() : "",
                seconds == 0
                        ? Instant.MAX
                        : master.getCreationTime().toInstant().plusSeconds(seconds),
                keys);
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "OPENPGP_UNREADABLE",
                "This is not one OpenPGP public key. Export it with gpg --export, armored or"
                        + " not.");
    }
}
