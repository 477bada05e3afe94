package io.cardloom.production.key.store;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Six hexadecimal characters by which people compare keys without seeing them (ANSI X9.24-1): of a
 * DES key the first bytes of zeros encrypted, of an AES key the first bytes of the CMAC of zeros.
 */
public record KeyCheckValue(String hex6) {

    private static final int BYTES = 3;

    static KeyCheckValue ofDes(SecretKey key) {
        try {
            Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return first(cipher.doFinal(new byte[8]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Triple DES is not available", e);
        }
    }

    static KeyCheckValue ofAes(byte[] key) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        mac.update(new byte[16], 0, 16);
        byte[] value = new byte[16];
        mac.doFinal(value, 0);
        return first(value);
    }

    private static KeyCheckValue first(byte[] bytes) {
        return new KeyCheckValue(
                HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(bytes, BYTES)));
    }

    @Override
    public String toString() {
        return hex6;
    }
}
