package io.cardloom.connectors.payshield;

import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A local master key for tests: key blocks that look like a device's from outside (scheme S,
 * version 1, lengths as in the recorded ones), and are sealed in a way of our own inside, since a
 * device's own is not public.
 */
final class TestLmk {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAC = 8;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec encryption;
    private final SecretKeySpec authentication;

    TestLmk() {
        byte[] both = new byte[64];
        random.nextBytes(both);
        this.encryption = new SecretKeySpec(both, 0, 32, "AES");
        this.authentication = new SecretKeySpec(both, 32, 32, "HmacSHA256");
    }

    /** A key out of a block, and what the block says of it. */
    record Held(String usage, char mode, char exportability, ClearKey key) {}

    String block(String usage, char mode, char exportability, ClearKey key) {
        boolean aes = key.kind().algorithm() == KeyAlgorithm.AES;
        byte[] data = new byte[aes ? 48 : 32];
        random.nextBytes(data);
        byte[] bytes = key.bytes();
        data[0] = (byte) (bytes.length >>> 5);
        data[1] = (byte) (bytes.length * 8);
        System.arraycopy(bytes, 0, data, 2, bytes.length);
        int length = 16 + 2 * data.length + 2 * MAC;
        String header =
                "1%04d%s%c%c00%c0000"
                        .formatted(length, usage, aes ? 'A' : 'T', mode, exportability);
        return "S"
                + header
                + HEX.formatHex(cipher(Cipher.ENCRYPT_MODE, header, data))
                + HEX.formatHex(mac(header, data));
    }

    /**
     * @throws IllegalArgumentException when it is not under this key
     */
    Held opened(String block) {
        String header = block.substring(1, 17);
        byte[] all = HEX.parseHex(block.substring(17));
        byte[] data = cipher(Cipher.DECRYPT_MODE, header, Arrays.copyOf(all, all.length - MAC));
        byte[] mac = Arrays.copyOfRange(all, all.length - MAC, all.length);
        if (!MessageDigest.isEqual(mac, mac(header, data))) {
            throw new IllegalArgumentException("not under this local master key");
        }
        int length = ((data[0] & 0xFF) << 8 | data[1] & 0xFF) / 8;
        KeyAlgorithm algorithm = header.charAt(7) == 'A' ? KeyAlgorithm.AES : KeyAlgorithm.TDEA;
        return new Held(
                header.substring(5, 7),
                header.charAt(8),
                header.charAt(11),
                new ClearKey(
                        KeyKind.of(algorithm, length).orElseThrow(),
                        Arrays.copyOfRange(data, 2, 2 + length)));
    }

    private byte[] cipher(int mode, String header, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    mode,
                    encryption,
                    new IvParameterSpec(header.getBytes(StandardCharsets.US_ASCII)));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no block of this key", e);
        }
    }

    private byte[] mac(String header, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(authentication);
            mac.update(header.getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(data), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
