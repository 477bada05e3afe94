package io.cardloom.connectors.hsm;

import io.cardloom.production.key.material.KeyAlgorithm;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a token does with a key that stays inside. Where it lacks CMAC or GCM, the mode is built
 * here of single blocks that the token encrypts: the bytes are the same, and the key stays inside
 * as well.
 */
final class TokenCipher {

    private static final int TAG_BITS = 128;

    private final Token token;

    TokenCipher(Token token) {
        this.token = token;
    }

    byte[] ecb(KeyAlgorithm algorithm, long key, byte[] blocks) throws CryptokiFailure {
        return token.call(session -> session.encrypt(key, ecb(algorithm), blocks));
    }

    byte[] decrypted(KeyAlgorithm algorithm, long key, byte[] blocks) throws CryptokiFailure {
        return token.call(session -> session.decrypt(key, ecb(algorithm), blocks));
    }

    /** By the token's derivation, or else of blocks that it encrypts: the bytes are the same. */
    byte[] derived(KeyAlgorithm algorithm, long master, byte[] data) throws CryptokiFailure {
        long mechanism =
                algorithm == KeyAlgorithm.AES
                        ? Ck.CKM_AES_ECB_ENCRYPT_DATA
                        : Ck.CKM_DES3_ECB_ENCRYPT_DATA;
        return token.mechanisms().contains(mechanism)
                ? token.call(session -> session.derive(master, mechanism, data))
                : ecb(algorithm, master, data);
    }

    byte[] cmac(KeyAlgorithm algorithm, long key, byte[] message) throws CryptokiFailure {
        long mechanism = algorithm == KeyAlgorithm.AES ? Ck.CKM_AES_CMAC : Ck.CKM_DES3_CMAC;
        if (token.mechanisms().contains(mechanism)) {
            return token.call(session -> session.sign(key, mechanism, message));
        }
        try {
            CMac mac = new CMac(new Blocks(algorithm, key));
            mac.init(new KeyParameter(new byte[16]));
            mac.update(message, 0, message.length);
            byte[] value = new byte[algorithm.blockBytes()];
            mac.doFinal(value, 0);
            return value;
        } catch (BlockFailure e) {
            throw e.failure;
        }
    }

    byte[] sealed(long key, byte[] nonce, String place, byte[] plain) throws CryptokiFailure {
        if (token.mechanisms().contains(Ck.CKM_AES_GCM)) {
            return token.call(session -> session.gcm(true, key, nonce, place, plain));
        }
        try {
            return gcm(true, key, nonce, place, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws InvalidCipherTextException when it was changed or is another place's
     */
    byte[] opened(long key, byte[] nonce, String place, byte[] sealed)
            throws CryptokiFailure, InvalidCipherTextException {
        if (!token.mechanisms().contains(Ck.CKM_AES_GCM)) {
            return gcm(false, key, nonce, place, sealed);
        }
        try {
            return token.call(session -> session.gcm(false, key, nonce, place, sealed));
        } catch (CryptokiFailure e) {
            if (e.code() == Ck.CKR_ENCRYPTED_DATA_INVALID
                    || e.code() == Ck.CKR_ENCRYPTED_DATA_LEN_RANGE
                    || e.code() == Ck.CKR_GENERAL_ERROR) {
                throw new InvalidCipherTextException("the tag does not fit");
            }
            throw e;
        }
    }

    private byte[] gcm(boolean encrypt, long key, byte[] nonce, String place, byte[] data)
            throws CryptokiFailure, InvalidCipherTextException {
        try {
            GCMModeCipher gcm = GCMBlockCipher.newInstance(new Blocks(KeyAlgorithm.AES, key));
            gcm.init(
                    encrypt,
                    new AEADParameters(
                            new KeyParameter(new byte[32]),
                            TAG_BITS,
                            nonce,
                            place.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            byte[] out = new byte[gcm.getOutputSize(data.length)];
            int done = gcm.processBytes(data, 0, data.length, out, 0);
            gcm.doFinal(out, done);
            return out;
        } catch (BlockFailure e) {
            throw e.failure;
        }
    }

    private static long ecb(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.AES ? Ck.CKM_AES_ECB : Ck.CKM_DES3_ECB;
    }

    /** Carries the token's answer through code that knows no checked exceptions. */
    private static final class BlockFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final CryptokiFailure failure;

        BlockFailure(CryptokiFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** The token's key as a block cipher that encrypts; the parameters' key is not looked at. */
    private final class Blocks implements BlockCipher {

        private final KeyAlgorithm algorithm;
        private final long key;

        Blocks(KeyAlgorithm algorithm, long key) {
            this.algorithm = algorithm;
            this.key = key;
        }

        @Override
        public void init(boolean encrypt, CipherParameters parameters) {
            if (!encrypt) {
                throw new IllegalArgumentException("CMAC and GCM only encrypt blocks");
            }
        }

        @Override
        public String getAlgorithmName() {
            return algorithm.name();
        }

        @Override
        public int getBlockSize() {
            return algorithm.blockBytes();
        }

        @Override
        public int processBlock(byte[] in, int from, byte[] out, int to) {
            byte[] block = new byte[getBlockSize()];
            System.arraycopy(in, from, block, 0, block.length);
            try {
                System.arraycopy(
                        TokenCipher.this.ecb(algorithm, key, block), 0, out, to, block.length);
            } catch (CryptokiFailure e) {
                throw new BlockFailure(e);
            }
            return block.length;
        }

        @Override
        public void reset() {}
    }
}
