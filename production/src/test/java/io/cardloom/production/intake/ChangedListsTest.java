package io.cardloom.production.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.fixture.GnupgIssuer;
import io.cardloom.production.fixture.OpensslIssuer;
import io.cardloom.production.fixture.TestAccounts;
import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.OpenPgpCertificate;
import io.cardloom.production.key.RegisteredCertificate;
import io.cardloom.production.key.store.OpenPgpKeys;
import io.cardloom.production.key.store.TransportKeys;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.OrganizationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists that were changed on their way, outside and beneath the encryption: 10,000 of each kind.
 * Nothing is thrown but what is documented, and what is taken is what the issuer wrote.
 */
class ChangedListsTest {

    private static final int CASES = 5_000;
    private static final int BITS = 2_048;
    private static final Set<String> DOCUMENTED =
            Set.of(
                    "INTAKE_NOT_CMS",
                    "INTAKE_CIPHER",
                    "INTAKE_NOT_FOR_US",
                    "INTAKE_SIGNER_UNKNOWN",
                    "INTAKE_TOO_LARGE",
                    "INTAKE_NOT_GENUINE");

    @TempDir Path folder;

    private final byte[] list = TestAccounts.csv(3);
    private final Random random = new Random(5652);

    /** Reads a file and hands on what stood in it, or refuses. */
    private interface Reader {
        void read(byte[] file, SignedFile.Content content);
    }

    /** Seals what may be no list any more. */
    private interface Sealing {
        byte[] seal(byte[] inner) throws Exception;
    }

    @Test
    void takesNoChangedCmsFile() throws Exception {
        OpensslIssuer bank = OpensslIssuer.in(folder, "lists", 30);
        TransportKeys.Identity ours = intake();
        List<RegisteredCertificate> trusted = List.of(registered(bank.certificatePem()));
        Reader reader =
                (file, content) ->
                        SignedFile.read(
                                new ByteArrayInputStream(file),
                                new IntakeKeys.Cms(List.of(ours), List.of()),
                                trusted,
                                content);
        changed(reader, inner -> sealed(inner, ours.certificate()), bank.sign(list));
    }

    @Test
    void takesNoChangedOpenPgpFile() throws Exception {
        try (GnupgIssuer bank = GnupgIssuer.in(folder, "lists", "ed25519")) {
            PGPKeyPair ours = openPgpIntake();
            IntakeKeys.OpenPgp keys =
                    new IntakeKeys.OpenPgp(
                            List.of(
                                    new OpenPgpKeys.Identity(
                                            ours.getPrivateKey(),
                                            new PGPPublicKeyRing(List.of(ours.getPublicKey())))),
                            List.of());
            List<OpenPgpCertificate> trusted = List.of(registered(bank));
            Reader reader =
                    (file, content) ->
                            OpenPgpFile.read(
                                    new ByteArrayInputStream(file), keys, trusted, content);
            changed(
                    reader,
                    inner -> sealed(inner, ours.getPublicKey()),
                    bank.gpg(list, "--compress-algo", "none", "--sign"));
        }
    }

    /** Shorter than Cardloom's own, so that ten thousand are opened soon. */
    private static TransportKeys.Identity intake() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=intake");
        X509CertificateHolder made =
                new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Instant.now().minusSeconds(60)),
                                Date.from(Instant.now().plusSeconds(3_600)),
                                name,
                                pair.getPublic())
                        .build(
                                new JcaContentSignerBuilder("SHA256withRSA")
                                        .build(pair.getPrivate()));
        return new TransportKeys.Identity(
                pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(made));
    }

    private static PGPKeyPair openPgpIntake() throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(
                        BigInteger.valueOf(65_537), new SecureRandom(), BITS, 100));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                generator.generateKeyPair(),
                new Date());
    }

    private static RegisteredCertificate registered(byte[] pem) throws CertificateException {
        X509Certificate certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(pem));
        return new RegisteredCertificate(
                CertificatePurpose.ISSUER_SIGNING,
                OrganizationId.next(Clock.systemUTC()),
                "ab".repeat(32),
                "CN=lists",
                Instant.MIN,
                Instant.MAX,
                certificate);
    }

    private static OpenPgpCertificate registered(GnupgIssuer bank) throws IOException {
        PGPPublicKeyRing ring =
                new PGPPublicKeyRing(
                        PGPUtil.getDecoderStream(new ByteArrayInputStream(bank.publicKey())),
                        new BcKeyFingerprintCalculator());
        return new OpenPgpCertificate("ab".repeat(20), "lists", Instant.MAX, ring);
    }

    private static byte[] sealed(byte[] inner, X509Certificate intake) throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(intake));
        return generator
                .generate(
                        new CMSProcessableByteArray(inner),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                .getEncoded();
    }

    private static byte[] sealed(byte[] inner, PGPPublicKey intake) throws Exception {
        PGPEncryptedDataGenerator generator =
                new PGPEncryptedDataGenerator(
                        new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                                .setWithIntegrityPacket(true));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(intake));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream clear = generator.open(out, inner.length)) {
            clear.write(inner);
        }
        return out.toByteArray();
    }

    private void changed(Reader reader, Sealing sealing, byte[] signed) throws Exception {
        byte[] whole = sealing.seal(signed);
        assertThat(outcome(reader, whole)).as("unchanged").isEqualTo("taken");
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            outcomes.merge(outcome(reader, mutated(whole)), 1, Integer::sum);
            outcomes.merge(outcome(reader, sealing.seal(mutated(signed))), 1, Integer::sum);
        }
        assertThat(outcomes.keySet()).as("" + outcomes).contains("INTAKE_NOT_GENUINE");
        // What nobody signs may differ: certificates that come along, names of files.
        assertThat(outcomes.getOrDefault("taken", 0)).as("" + outcomes).isLessThan(CASES / 2);
    }

    /** The code, or "taken" when what was taken is what the issuer wrote. */
    private String outcome(Reader reader, byte[] file) {
        AtomicReference<byte[]> read = new AtomicReference<>();
        try {
            reader.read(file, in -> read.set(in.readAllBytes()));
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isIn(DOCUMENTED);
            return refusal.code();
        }
        assertThat(read.get()).isEqualTo(list);
        return "taken";
    }

    private byte[] mutated(byte[] from) throws IOException {
        byte[] bytes = from.clone();
        int at = random.nextInt(bytes.length);
        // Structure stands at the beginning and at the end.
        if (random.nextBoolean()) {
            at = Math.min(at, random.nextInt(Math.min(200, bytes.length)));
        }
        return switch (random.nextInt(5)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> {
                byte before = bytes[at];
                bytes[at] = (byte) random.nextInt(256);
                bytes[at] = bytes[at] == before ? (byte) ~before : bytes[at];
                yield bytes;
            }
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> spliced(bytes, at, new byte[random.nextInt(1, 9)], 0);
            default -> spliced(bytes, at, new byte[0], random.nextInt(1, 9));
        };
    }

    private byte[] spliced(byte[] bytes, int at, byte[] more, int less) throws IOException {
        random.nextBytes(more);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(more);
        int rest = Math.min(bytes.length, at + less);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
