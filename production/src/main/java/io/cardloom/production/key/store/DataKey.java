package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.BrokenSeal;
import io.cardloom.production.key.material.KeyCheckValue;
import java.io.InputStream;
import java.io.OutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one order's or one run's account data. Everything sealed with it is bound to its
 * tenant, its scope and a place (a row, a file); when the key is destroyed, nothing opens again.
 */
public final class DataKey {

    private final String scope;
    private final SecretKey key;
    private final KeyCheckValue checkValue;

    DataKey(String scope, byte[] key) {
        this.scope = scope;
        this.key = new SecretKeySpec(key, "AES");
        this.checkValue = KeyCheckValue.ofAes(key);
    }

    public byte[] seal(byte[] plain, String place) {
        return Wrapping.seal(key, plain, scope + "/" + place);
    }

    /**
     * @throws BrokenSeal when the bytes were changed or sealed for another place
     */
    public byte[] open(byte[] locked, String place) {
        return Wrapping.open(key, locked, scope + "/" + place);
    }

    /** Seals a stream of any length; it is whole only after close. */
    public OutputStream sealing(OutputStream out, String place) {
        return new SealingStream(out, key, scope + "/" + place);
    }

    /** Opens a sealed stream; each piece is authentic before it is handed out. */
    public InputStream opening(InputStream in, String place) {
        return new OpeningStream(in, key, scope + "/" + place);
    }

    public KeyCheckValue checkValue() {
        return checkValue;
    }

    @Override
    public String toString() {
        return "DataKey[REDACTED]";
    }
}
