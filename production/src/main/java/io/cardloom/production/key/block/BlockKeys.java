package io.cardloom.production.key.block;

import io.cardloom.production.key.material.KeyKind;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys of one block, derived by CMAC in counter mode (ANSI X9.143:2021, 7.2 and 7.3; NIST
 * SP 800-108): one encrypts, one authenticates. Closing wipes both.
 */
final class BlockKeys implements AutoCloseable {

    private static final int ENCRYPTION = 0;
    private static final int AUTHENTICATION = 1;

    private final KeyBlockVersion version;
    private final byte[] encryption;
    private final byte[] authentication;

    BlockKeys(KeyBlockVersion version, ProtectionKey protection) {
        if (protection.kind().algorithm() != version.protection()) {
            throw KeyBlockRefusals.protection(
                    "A key block of version "
                            + version
                            + " is protected by "
                            + version.protection()
                            + ", and this protection key is of the other algorithm.");
        }
        this.version = version;
        this.encryption = derived(protection, ENCRYPTION);
        this.authentication = derived(protection, AUTHENTICATION);
    }

    byte[] mac(byte[] message) {
        return ProtectionKey.mac(version.protection(), authentication, message);
    }

    byte[] encrypted(byte[] clear, byte[] mac) {
        return cipher(Cipher.ENCRYPT_MODE, clear, mac);
    }

    byte[] decrypted(byte[] cipher, byte[] mac) {
        return cipher(Cipher.DECRYPT_MODE, cipher, mac);
    }

    @Override
    public void close() {
        Arrays.fill(encryption, (byte) 0);
        Arrays.fill(authentication, (byte) 0);
    }

    /** Counter, key's use, a zero, algorithm and length in bits of what is derived. */
    private byte[] derived(ProtectionKey protection, int use) {
        KeyKind kind = protection.kind();
        int bits = kind.bytes() * 8;
        byte[] key = new byte[kind.bytes()];
        for (int done = 0, counter = 1; done < key.length; counter++) {
            byte[] part =
                    protection.cmac(
                            new byte[] {
                                (byte) counter,
                                0,
                                (byte) use,
                                0,
                                0,
                                algorithm(kind),
                                (byte) (bits >>> 8),
                                (byte) bits
                            });
            int some = Math.min(part.length, key.length - done);
            System.arraycopy(part, 0, key, done, some);
            Arrays.fill(part, (byte) 0);
            done += some;
        }
        return key;
    }

    private static byte algorithm(KeyKind kind) {
        return switch (kind) {
            case TDEA_DOUBLE -> 0;
            case TDEA_TRIPLE -> 1;
            case AES_128 -> 2;
            case AES_192 -> 3;
            case AES_256 -> 4;
        };
    }

    private byte[] cipher(int mode, byte[] data, byte[] iv) {
        boolean aes = version == KeyBlockVersion.D;
        byte[] key = encryption;
        if (!aes && key.length == 16) {
            key = Arrays.copyOf(encryption, 24);
            System.arraycopy(encryption, 0, key, 16, 8);
        }
        try {
            Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "DESede/CBC/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(key, aes ? "AES" : "DESede"), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES or Triple DES is not available", e);
        } finally {
            if (key != encryption) {
                Arrays.fill(key, (byte) 0);
            }
        }
    }
}
