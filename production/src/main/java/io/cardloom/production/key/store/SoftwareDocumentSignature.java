package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.DocumentSignature;
import io.cardloom.production.key.hsm.KeyDeviceFailure;
import io.cardloom.production.key.hsm.KeyName;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** Document signers' RSA keys in files, wrapped by the master key; for demo and tests. */
final class SoftwareDocumentSignature implements DocumentSignature {

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final KeyFolder folder;
    private final MasterKey master;

    SoftwareDocumentSignature(KeyFolder folder, MasterKey master) {
        this.folder = folder;
        this.master = master;
    }

    @Override
    public Optional<Signer> find(KeyName name) {
        return folder.read(SoftwareKeys.file(name)).map(kept -> opened(name, kept));
    }

    @Override
    public Signer generate(KeyName name, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return load(name, (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    @Override
    public Signer load(KeyName name, RSAPrivateCrtKey key) {
        byte[] pkcs8 = key.getEncoded();
        try {
            byte[] sealed = Wrapping.seal(master.key(), pkcs8, place(name));
            if (!Arrays.equals(folder.create(SoftwareKeys.file(name), sealed), sealed)) {
                throw new KeyDeviceFailure("there is a key of this name already");
            }
            return new Pss(key);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private Signer opened(KeyName name, byte[] sealed) {
        byte[] pkcs8 = Wrapping.open(master.key(), sealed, place(name));
        try {
            return new Pss(ChipRsa.privateKey(pkcs8));
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static String place(KeyName name) {
        return "cardloom/document-rsa/" + name.label();
    }

    /** A key in memory. */
    record Pss(RSAPrivateCrtKey key) implements Signer {

        @Override
        public RSAPublicKeySpec publicKey() {
            return new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        }

        @Override
        public byte[] sign(byte[] data) {
            try {
                Signature signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(PSS);
                signature.initSign(key);
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("RSASSA-PSS is not available", e);
            }
        }

        @Override
        public String toString() {
            return "DocumentSignature.Signer[REDACTED]";
        }
    }
}
