package io.cardloom.production.key.store;

import io.cardloom.production.document.AuthenticationKey;
import io.cardloom.production.document.AuthenticationKind;
import io.cardloom.production.document.DocumentKeystore;
import io.cardloom.production.document.DocumentSecurity;
import io.cardloom.production.document.WrappedKey;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.life.ActiveKeys;
import io.cardloom.production.key.life.IssuerKeyVersion;
import io.cardloom.production.key.life.KeyId;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A tenant's document keys: the document signers', which stay in its device, and the one that chip
 * keys travel under.
 */
@Component
public class DocumentKeys implements DocumentKeystore {

    private final TenantKeys tenantKeys;
    private final DeviceRsa<DocumentSignature.Signer> signers;
    private final ActiveKeys activeKeys;

    DocumentKeys(TenantKeys tenantKeys, ActiveKeys activeKeys) {
        this.tenantKeys = tenantKeys;
        this.signers = DeviceRsa.ofDocumentSigners(tenantKeys);
        this.activeKeys = activeKeys;
    }

    /**
     * The transport key is asked for when something travels first; then it answers {@code
     * KEY_MISSING} when none was chosen in front of hardware, or the chosen one has no active
     * version.
     */
    @Override
    public DocumentSecurity documents(TenantId tenant, int signer, @Nullable String transportKey) {
        return session(
                tenant,
                signers.find(tenant, signer).orElseThrow(() -> noSigner(signer)),
                transportKey);
    }

    @Override
    public DocumentSecurity make(TenantId tenant, int signer) {
        return session(tenant, signers.signer(tenant, signer, DeviceRsa.DOCUMENT_BITS), null);
    }

    @Override
    public Optional<byte[]> signerKey(TenantId tenant, int signer) {
        return signers.find(tenant, signer).map(key -> session(tenant, key, null).signerKey());
    }

    @Override
    public void destroy(TenantId tenant, int signer) {
        signers.destroy(tenant, signer);
    }

    private Session session(
            TenantId tenant, DocumentSignature.Signer signer, @Nullable String transportKey) {
        return new Session(signer, LaterKey.once(() -> transport(tenant, transportKey)));
    }

    private static Refusal noSigner(int signer) {
        return Refusal.conflict(
                "SIGNER_KEY_MISSING",
                "The private key of document signer "
                        + signer
                        + " is not in this issuer's device, or it was destroyed. A key custodian"
                        + " requests a certificate for the next signer on the page Documents.");
    }

    private PinTransport.Key transport(TenantId tenant, @Nullable String chosen) {
        if (chosen == null) {
            tenantKeys.requireNoHardware(KeyUsage.KEY_ENCRYPTION);
            return new AesBlocks(
                    tenantKeys.symmetric(tenant, KeyPurpose.DOCUMENT_TRANSPORT, "AES"));
        }
        IssuerKeyVersion active =
                activeKeys
                        .active(tenant, new KeyId(chosen))
                        .filter(version -> version.kind().algorithm() == KeyAlgorithm.AES)
                        .orElseThrow(DocumentKeys::missing);
        return new PinTransport.InDevice(
                tenantKeys.driver().pins().open(active.name(tenant), active.kind()),
                active.checkValue());
    }

    private static Refusal missing() {
        return Refusal.conflict(
                "KEY_MISSING",
                "The key that document chips' keys travel under has no active version of AES. Key"
                        + " custodians load and activate one, or choose another on the page"
                        + " Documents.");
    }

    private static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    /** One piece of work with document keys. */
    record Session(DocumentSignature.Signer signer, Supplier<PinTransport.Key> transport)
            implements DocumentSecurity {

        @Override
        public byte[] signerKey() {
            try {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(signer.publicKey())
                        .getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("RSA is not available", e);
            }
        }

        @Override
        public byte[] sign(byte[] data) {
            return signer.sign(data);
        }

        @Override
        public AuthenticationKey authenticationKey(AuthenticationKind kind) {
            KeyPair pair =
                    switch (kind) {
                        case RSA_2048 -> rsa(2048);
                        case RSA_3072 -> rsa(3072);
                        case EC_P256 -> elliptic("secp256r1");
                        case EC_P384 -> elliptic("secp384r1");
                    };
            byte[] secret = pair.getPrivate().getEncoded();
            try {
                return new AuthenticationKey(spelledOut(pair), wrap(secret));
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }

        @Override
        public WrappedKey wrap(byte[] key) {
            return new WrappedKey(KeyWrap.wrap(transport.get(), key));
        }

        @Override
        public String transportCheckValue() {
            return transport.get().checkValue().hex6();
        }

        private static KeyPair elliptic(String curve) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec(curve));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("elliptic curves are not available", e);
            }
        }

        /** The public key; a curve's parameters instead of its name, as Doc 9303 wants them. */
        private static byte[] spelledOut(KeyPair pair) {
            SubjectPublicKeyInfo key =
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
            if (!key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return pair.getPublic().getEncoded();
            }
            ASN1ObjectIdentifier name =
                    ASN1ObjectIdentifier.getInstance(key.getAlgorithm().getParameters());
            try {
                return new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey,
                                        ECNamedCurveTable.getByOID(name)),
                                key.getPublicKeyData().getOctets())
                        .getEncoded("DER");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "DocumentSecurity[REDACTED]";
        }
    }
}
