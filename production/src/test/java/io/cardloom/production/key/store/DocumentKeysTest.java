package io.cardloom.production.key.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.production.document.AuthenticationKey;
import io.cardloom.production.document.AuthenticationKind;
import io.cardloom.production.document.DocumentSecurity;
import io.cardloom.production.document.WrappedKey;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.hsm.PinEncryption;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentKeysTest {

    private static final ActiveKeys NONE = (tenant, usage) -> Optional.empty();

    private static final Provider OTHER = new BouncyCastleProvider();

    @TempDir static Path folder;

    private static final TenantId TENANT = TenantId.next(Clock.systemUTC());

    @Test
    void keepsTheSignerAndTheTransportKeyForTheirTenant() {
        DocumentSecurity first = new DocumentKeys(keys(), NONE).make(TENANT, 1);
        DocumentSecurity again = new DocumentKeys(keys(), NONE).documents(TENANT, 1, null);
        assertThat(again.signerKey()).isEqualTo(first.signerKey());
        assertThat(again.transportCheckValue()).isEqualTo(first.transportCheckValue());
        DocumentSecurity other =
                new DocumentKeys(keys(), NONE).make(TenantId.next(Clock.systemUTC()), 1);
        assertThat(other.signerKey()).isNotEqualTo(first.signerKey());
        assertThat(first.toString()).isEqualTo("DocumentSecurity[REDACTED]");
    }

    @Test
    void keepsSignersApartAndDestroysOneOfThem() {
        TenantId tenant = TenantId.next(Clock.systemUTC());
        DocumentKeys documents = new DocumentKeys(keys(), NONE);
        byte[] first = documents.make(tenant, 1).signerKey();
        byte[] second = documents.make(tenant, 2).signerKey();
        assertThat(second).isNotEqualTo(first);
        documents.destroy(tenant, 1);
        documents.destroy(tenant, 1);
        assertThat(documents.signerKey(tenant, 1)).isEmpty();
        assertThat(documents.signerKey(tenant, 2)).contains(second);
        assertThatThrownBy(() -> documents.documents(tenant, 1, null))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("SIGNER_KEY_MISSING"));
        assertThat(documents.documents(tenant, 2, null).sign(new byte[3])).hasSize(384);
    }

    @Test
    void destroysAFirstSignerThatIsStillInItsFile() throws Exception {
        TenantId tenant = TenantId.next(Clock.systemUTC());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        byte[] secret = generator.generateKeyPair().getPrivate().getEncoded();
        keys().get(tenant, KeyPurpose.DOCUMENT_SIGNER, () -> secret);
        DocumentKeys documents = new DocumentKeys(keys(), NONE);
        documents.destroy(tenant, 1);
        assertThat(documents.signerKey(tenant, 1)).isEmpty();
        assertThat(keys().find(tenant, KeyPurpose.DOCUMENT_SIGNER)).isEmpty();
    }

    /** As an older Cardloom kept it; a country's authority may have certified it. */
    @Test
    void takesTheSignersKeyOutOfItsFileIntoTheDevice() throws Exception {
        TenantId tenant = TenantId.next(Clock.systemUTC());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        keys().get(tenant, KeyPurpose.DOCUMENT_SIGNER, () -> pair.getPrivate().getEncoded());
        DocumentSecurity security = new DocumentKeys(keys(), NONE).documents(tenant, 1, null);
        assertThat(security.signerKey()).isEqualTo(pair.getPublic().getEncoded());
        assertThat(keys().find(tenant, KeyPurpose.DOCUMENT_SIGNER)).isEmpty();
        byte[] data = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withRSAandMGF1", OTHER);
        signature.initVerify(pair.getPublic());
        signature.update(data);
        assertThat(
                        signature.verify(
                                new DocumentKeys(keys(), NONE)
                                        .documents(tenant, 1, null)
                                        .sign(data)))
                .as("salt of 32 bytes, as another provider takes it")
                .isTrue();
        KeyName name = KeyName.of(tenant, "document_signer");
        DocumentSignature port = keys().driver().documents();
        assertThat(port.find(name).orElseThrow()).hasToString("DocumentSignature.Signer[REDACTED]");
        assertThatThrownBy(() -> port.generate(name, 2048))
                .isInstanceOf(KeyDeviceFailure.class)
                .hasMessageContaining("already");
    }

    @ParameterizedTest
    @EnumSource(AuthenticationKind.class)
    void wrapsThePrivateHalfSoThatThePersonalizerGetsIt(AuthenticationKind kind) throws Exception {
        TenantKeys keys = keys();
        AuthenticationKey pair =
                new DocumentKeys(keys, NONE).make(TENANT, 1).authenticationKey(kind);
        boolean rsa = kind.name().startsWith("RSA");
        KeyFactory factory = KeyFactory.getInstance(rsa ? "RSA" : "EC", OTHER);
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(pair.publicKey()));
        PrivateKey secret =
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(unwrapped(keys, pair.privateKey())));
        Signature signature =
                Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA", OTHER);
        signature.initSign(secret);
        signature.update(new byte[8]);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(new byte[8]);
        assertThat(signature.verify(signed)).isTrue();
    }

    /** The unwrapping is another provider's (RFC 5649). */
    @Test
    void wrapsKeysOfEveryLength() throws Exception {
        TenantKeys keys = keys();
        DocumentSecurity security = new DocumentKeys(keys, NONE).make(TENANT, 1);
        for (int length = 1; length < 200; length++) {
            byte[] key = TenantKeys.random(length);
            WrappedKey wrapped = security.wrap(key);
            assertThat(unwrapped(keys, wrapped)).isEqualTo(key);
            assertThat(wrapped.toString()).isEqualTo("WrappedKey[REDACTED]");
        }
        assertThat(security.transportCheckValue())
                .isEqualTo(
                        KeyCheckValue.ofAes(
                                        keys.symmetric(TENANT, KeyPurpose.DOCUMENT_TRANSPORT, "AES")
                                                .getEncoded())
                                .hex6());
    }

    /** RFC 5649, section 6. */
    @Test
    void wrapsAsTheStandardShows() {
        HexFormat hex = HexFormat.of();
        AesTestKey key =
                new AesTestKey(hex.parseHex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8"));
        assertThat(
                        hex.formatHex(
                                KeyWrap.wrap(
                                        key,
                                        hex.parseHex("c37b7e6492584340bed12207808941155068f738"))))
                .isEqualTo("138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a");
        assertThat(hex.formatHex(KeyWrap.wrap(key, hex.parseHex("466f7250617369"))))
                .isEqualTo("afbeb0f07dfbf5419200f2ccb50bb24f");
    }

    @Test
    void wrapsUnderTheKeyThatCustodiansBrought() throws Exception {
        TenantKeys keys = keys();
        KeyDriver hard = BroughtKeys.hard(keys.driver());
        TenantKeys inHardware = new TenantKeys(keys.folder(), hard);
        BroughtKeys brought = new BroughtKeys(TENANT, hard);
        byte[] clear = TenantKeys.random(32);
        KeyCheckValue checkValue =
                brought.bring(KeyUsage.KEY_ENCRYPTION, KeyKind.AES_256, clear.clone());
        String id = brought.active(TENANT, KeyUsage.KEY_ENCRYPTION).orElseThrow().key().value();
        DocumentKeys documents = new DocumentKeys(inHardware, brought);
        documents.make(TENANT, 1);
        DocumentSecurity security = documents.documents(TENANT, 1, id);
        assertThat(security.transportCheckValue()).isEqualTo(checkValue.hex6());
        byte[] secret = TenantKeys.random(1_217);
        assertThat(TestDocumentTransport.unwrap(clear, security.wrap(secret).bytes()))
                .isEqualTo(secret);
        for (String missing : Arrays.asList(null, Identifier.next("key", Clock.systemUTC()))) {
            assertThatThrownBy(() -> documents.documents(TENANT, 1, missing).wrap(secret))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("KEY_MISSING"));
        }
    }

    /** As a device, it does single blocks. */
    private record AesTestKey(byte[] key) implements PinEncryption.Key {

        @Override
        public byte[] encrypt(byte[] blocks) {
            try {
                Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
                return cipher.doFinal(blocks);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] decrypt(byte[] blocks) {
            throw new UnsupportedOperationException();
        }
    }

    private byte[] unwrapped(TenantKeys keys, WrappedKey key) throws Exception {
        Cipher cipher = Cipher.getInstance("AESWRAPPAD", OTHER);
        cipher.init(
                Cipher.UNWRAP_MODE, keys.symmetric(TENANT, KeyPurpose.DOCUMENT_TRANSPORT, "AES"));
        return cipher.unwrap(key.bytes(), "key", Cipher.SECRET_KEY).getEncoded();
    }

    private TenantKeys keys() {
        return new TenantKeys(folder, "0123456789abcdef".repeat(4), false);
    }
}
