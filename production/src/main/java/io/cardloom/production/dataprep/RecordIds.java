package io.cardloom.production.dataprep;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for the records of one run, the same in each of its files: HMAC-SHA-256 of the card's
 * number with a key that is drawn for the run and forgotten. By them bureau and issuer can speak of
 * a record, and they keep the hash of a file from being guessed back to an account number.
 */
final class RecordIds {

    private static final int BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final Mac mac;

    RecordIds(byte[] key) {
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    static RecordIds drawn() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new RecordIds(key);
    }

    /** The name of the record that this card is made from, 32 hexadecimal digits. */
    String of(int number) {
        byte[] whole = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        return HexFormat.of().formatHex(whole, 0, BYTES);
    }

    /** What stands behind a print file, which has no room for a name on its pages. */
    String ofFile(String name) {
        byte[] whole = mac.doFinal(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, BYTES);
    }
}
