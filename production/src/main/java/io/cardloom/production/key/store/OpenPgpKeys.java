package io.cardloom.production.key.store;

import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.springframework.stereotype.Component;

/**
 * Cardloom's own OpenPGP keys: for each tenant those to which cardholder lists are encrypted. RSA
 * of 3072 bits, a key that certifies and a subkey that is encrypted to, good for two years.
 */
@Component
public class OpenPgpKeys {

    private static final int BITS = 3072;
    private static final int CERTAINTY = 112;
    private static final Duration LIFE = Duration.ofDays(730);

    private final TenantKeys tenantKeys;
    private final Clock clock;

    OpenPgpKeys(TenantKeys tenantKeys, Clock clock) {
        this.tenantKeys = tenantKeys;
        this.clock = clock;
    }

    /**
     * The key that opens; it stays inside production.
     *
     * @param certificate may be given to anybody
     */
    public record Identity(PGPPrivateKey key, PGPPublicKeyRing certificate) {
        @Override
        public String toString() {
            return "Identity[REDACTED]";
        }
    }

    /** The first key that opens what issuers encrypt; made at the first asking. */
    public Identity intake(TenantId tenant) {
        return make(tenant, 1);
    }

    /**
     * The key of this number, made at the first asking, which takes some seconds; the same one for
     * whoever asks, in whatever process.
     *
     * @param number from 1 on, as one follows the other
     */
    public Identity make(TenantId tenant, int number) {
        return opened(
                tenantKeys.get(
                        tenant,
                        KeyPurpose.OPENPGP_INTAKE,
                        number,
                        () ->
                                make(
                                        "Cardloom intake "
                                                + tenant.value()
                                                + (number == 1 ? "" : " " + number))));
    }

    /** The key of this number; empty when it was not made, or is destroyed. */
    public Optional<Identity> find(TenantId tenant, int number) {
        return tenantKeys.find(tenant, KeyPurpose.OPENPGP_INTAKE, number).map(OpenPgpKeys::opened);
    }

    /** Destroys the private key of this number; nothing happens when there is none. */
    public void destroy(TenantId tenant, int number) {
        tenantKeys.destroy(tenant, KeyPurpose.OPENPGP_INTAKE, number);
    }

    private static Identity opened(byte[] ring) {
        try {
            return read(ring);
        } finally {
            Arrays.fill(ring, (byte) 0);
        }
    }

    private byte[] make(String name) {
        try {
            Date now = Date.from(clock.instant());
            PGPKeyPair master = pair(PublicKeyAlgorithmTags.RSA_GENERAL, now);
            PGPKeyRingGenerator ring =
                    new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            master,
                            name,
                            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                            flags(KeyFlags.CERTIFY_OTHER),
                            null,
                            new BcPGPContentSignerBuilder(
                                    PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                            null);
            ring.addSubKey(
                    pair(PublicKeyAlgorithmTags.RSA_GENERAL, now),
                    flags(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE),
                    null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ring.generateSecretKeyRing().encode(bytes);
            return bytes.toByteArray();
        } catch (PGPException e) {
            throw new IllegalStateException("an OpenPGP key could not be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PGPKeyPair pair(int algorithm, Date now) throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(
                        BigInteger.valueOf(65_537), new SecureRandom(), BITS, CERTAINTY));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4, algorithm, generator.generateKeyPair(), now);
    }

    private static PGPSignatureSubpacketVector flags(int flags) {
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setKeyFlags(true, flags);
        hashed.setKeyExpirationTime(true, LIFE.toSeconds());
        hashed.setPreferredSymmetricAlgorithms(
                false, new int[] {SymmetricKeyAlgorithmTags.AES_256});
        hashed.setPreferredHashAlgorithms(
                false, new int[] {HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA512});
        hashed.setPreferredCompressionAlgorithms(
                false,
                new int[] {CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.UNCOMPRESSED});
        hashed.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        return hashed.generate();
    }

    private static Identity read(byte[] bytes) {
        try {
            PGPSecretKeyRing ring = new PGPSecretKeyRing(bytes, new BcKeyFingerprintCalculator());
            for (PGPSecretKey key : ring) {
                if (!key.isMasterKey()) {
                    return new Identity(key.extractPrivateKey(null), ring.toCertificate());
                }
            }
            throw new IllegalStateException("an OpenPGP key has no subkey");
        } catch (PGPException | IOException e) {
            throw new IllegalStateException("an OpenPGP key cannot be read", e);
        }
    }
}
