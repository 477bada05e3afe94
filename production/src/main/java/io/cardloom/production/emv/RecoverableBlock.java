package io.cardloom.production.emv;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Signatures with recovery of the message (EMV Book 2, A2.1; ISO/IEC 9796-2): 6A, data, hash, BC.
 */
final class RecoverableBlock {

    static final int HASH = 20;

    /** Bytes of a block that are not data. */
    static final int FRAME = HASH + 2;

    private static final byte HEADER = 0x6A;
    private static final byte TRAILER = (byte) 0xBC;

    private RecoverableBlock() {}

    /**
     * @param data what the block carries
     * @param more what is hashed with it and not carried
     */
    static byte[] of(byte[] data, byte[]... more) {
        byte[] block = new byte[data.length + FRAME];
        block[0] = HEADER;
        System.arraycopy(data, 0, block, 1, data.length);
        System.arraycopy(hash(data, more), 0, block, 1 + data.length, HASH);
        block[block.length - 1] = TRAILER;
        return block;
    }

    /**
     * The data a block carries.
     *
     * @throws IllegalArgumentException when header, trailer or hash is wrong
     */
    static byte[] data(byte[] block, byte[]... more) {
        if (block.length < FRAME || block[0] != HEADER || block[block.length - 1] != TRAILER) {
            throw new IllegalArgumentException("no block with a message");
        }
        byte[] data = Arrays.copyOfRange(block, 1, block.length - 1 - HASH);
        byte[] hash = Arrays.copyOfRange(block, 1 + data.length, block.length - 1);
        if (!MessageDigest.isEqual(hash, hash(data, more))) {
            throw new IllegalArgumentException("the hash does not fit");
        }
        return data;
    }

    private static byte[] hash(byte[] data, byte[]... more) {
        try {
            // EMV Book 2, B2.1 has this algorithm only (hash algorithm indicator 01).
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(data);
            for (byte[] part : more) {
                sha1.update(part);
            }
            return sha1.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is not available", e);
        }
    }
}
