package io.cardloom.production.key.store;

import io.cardloom.production.document.AuthenticationKey;
import io.cardloom.production.document.AuthenticationKind;
import io.cardloom.production.document.DocumentKeystore;
import io.cardloom.production.document.DocumentSecurity;
import io.cardloom.production.document.WrappedKey;
import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.springframework.stereotype.Component;

/**
 * A tenant's document keys: the document signer's, which stays in its device, and the one that chip
 * keys travel under.
 */
@Component
public class DocumentKeys implements DocumentKeystore {

    private final TenantKeys tenantKeys;
    private final DocumentRsa signers;

    DocumentKeys(TenantKeys tenantKeys) {
        this.tenantKeys = tenantKeys;
        this.signers = new DocumentRsa(tenantKeys);
    }

    @Override
    public DocumentSecurity documents(TenantId tenant) {
        return new Session(signers.signer(tenant), transport(tenant));
    }

    private SecretKey transport(TenantId tenant) {
        return tenantKeys.symmetric(tenant, KeyPurpose.DOCUMENT_TRANSPORT, "AES");
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
    private record Session(DocumentSignature.Signer signer, SecretKey transport)
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
            try {
                Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
                cipher.init(Cipher.WRAP_MODE, transport);
                return new WrappedKey(cipher.wrap(new SecretKeySpec(key, "key")));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES key wrap is not available", e);
            }
        }

        @Override
        public String transportCheckValue() {
            byte[] key = transport.getEncoded();
            try {
                return KeyCheckValue.ofAes(key).hex6();
            } finally {
                Arrays.fill(key, (byte) 0);
            }
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
