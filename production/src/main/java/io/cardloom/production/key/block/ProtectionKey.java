package io.cardloom.production.key.block;

import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The key that protects blocks. It is only ever asked for CMACs, so that it may stay inside a
 * device.
 */
public interface ProtectionKey {

    KeyKind kind();

    /** The CMAC of the message under this key (NIST SP 800-38B), a whole block of the cipher. */
    byte[] cmac(byte[] message);

    /** A protection key in clear; it is not wiped here. */
    static ProtectionKey of(ClearKey key) {
        return new ProtectionKey() {
            @Override
            public KeyKind kind() {
                return key.kind();
            }

            @Override
            public byte[] cmac(byte[] message) {
                byte[] bytes = key.bytes();
                try {
                    return mac(key.kind().algorithm(), bytes, message);
                } finally {
                    Arrays.fill(bytes, (byte) 0);
                }
            }

            @Override
            public String toString() {
                return "ProtectionKey[REDACTED]";
            }
        };
    }

    /** The CMAC of the message. */
    static byte[] mac(KeyAlgorithm algorithm, byte[] key, byte[] message) {
        BlockCipher cipher =
                algorithm == KeyAlgorithm.TDEA ? new DESedeEngine() : AESEngine.newInstance();
        CMac mac = new CMac(cipher);
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] value = new byte[algorithm.blockBytes()];
        mac.doFinal(value, 0);
        return value;
    }
}
