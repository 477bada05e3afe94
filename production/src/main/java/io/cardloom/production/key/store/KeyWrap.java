package io.cardloom.production.key.store;

import io.cardloom.production.key.hsm.PinEncryption;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * AES key wrap with padding (RFC 5649) by a key of which only single blocks can be asked, because
 * it stays in its device.
 */
final class KeyWrap {

    private static final int HALF = 8;
    private static final int INITIAL = 0xA65959A6;
    private static final int ROUNDS = 6;

    private KeyWrap() {}

    /** The wrapped key, 16 bytes or more; the plain one is not wiped. */
    static byte[] wrap(PinEncryption.Key blocks, byte[] plain) {
        int halves = (plain.length + HALF - 1) / HALF;
        byte[] register = new byte[HALF + halves * HALF];
        ByteBuffer.wrap(register).putInt(INITIAL).putInt(plain.length);
        System.arraycopy(plain, 0, register, HALF, plain.length);
        if (halves == 1) {
            return taken(blocks, register);
        }
        byte[] block = new byte[2 * HALF];
        for (int step = 1; step <= ROUNDS * halves; step++) {
            int at = HALF * ((step - 1) % halves + 1);
            System.arraycopy(register, 0, block, 0, HALF);
            System.arraycopy(register, at, block, HALF, HALF);
            byte[] encrypted = blocks.encrypt(block);
            System.arraycopy(encrypted, HALF, register, at, HALF);
            ByteBuffer.wrap(register).putLong(ByteBuffer.wrap(encrypted).getLong() ^ step);
        }
        Arrays.fill(block, (byte) 0);
        return register;
    }

    private static byte[] taken(PinEncryption.Key blocks, byte[] register) {
        try {
            return blocks.encrypt(register);
        } finally {
            Arrays.fill(register, (byte) 0);
        }
    }
}
