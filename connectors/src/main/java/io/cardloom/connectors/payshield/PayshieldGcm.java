package io.cardloom.connectors.payshield;

import io.cardloom.production.key.hsm.BrokenSeal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES-GCM (NIST SP 800-38D) of blocks that the device encrypts with a key that stays inside. All
 * blocks that one message takes are known beforehand, since GCM encrypts nothing but zeros and a
 * counter: they are asked for at once and not one by one.
 */
final class PayshieldGcm {

    private static final int BLOCK = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** As many blocks as one command takes. */
    private static final int AT_ONCE = 1900 * BLOCK;

    private PayshieldGcm() {}

    static byte[] sealed(UnaryOperator<byte[]> device, byte[] nonce, String place, byte[] plain) {
        try {
            return done(true, device, nonce, place, plain, plain.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws BrokenSeal when it was changed or is another place's
     */
    static byte[] opened(UnaryOperator<byte[]> device, byte[] nonce, String place, byte[] sealed) {
        try {
            return done(false, device, nonce, place, sealed, sealed.length - TAG_BITS / 8);
        } catch (InvalidCipherTextException e) {
            throw new BrokenSeal();
        }
    }

    private static byte[] done(
            boolean encrypt,
            UnaryOperator<byte[]> device,
            byte[] nonce,
            String place,
            byte[] data,
            int length)
            throws InvalidCipherTextException {
        Asked blocks = new Asked(device, nonce, (length + BLOCK - 1) / BLOCK);
        GCMModeCipher gcm = GCMBlockCipher.newInstance(blocks);
        gcm.init(
                encrypt,
                new AEADParameters(
                        new KeyParameter(new byte[32]),
                        TAG_BITS,
                        nonce,
                        place.getBytes(StandardCharsets.UTF_8)));
        byte[] out = new byte[gcm.getOutputSize(data.length)];
        int done = gcm.processBytes(data, 0, data.length, out, 0);
        gcm.doFinal(out, done);
        blocks.wipe();
        return out;
    }

    /** Blocks that the device has encrypted; the parameters' key is not looked at. */
    private static final class Asked implements BlockCipher {

        private final Map<ByteBuffer, byte[]> encrypted = new HashMap<>();

        Asked(UnaryOperator<byte[]> device, byte[] nonce, int count) {
            ByteArrayOutputStream all = new ByteArrayOutputStream((count + 2) * BLOCK);
            all.writeBytes(new byte[BLOCK]);
            for (int i = 1; i <= count + 1; i++) {
                all.writeBytes(
                        ByteBuffer.allocate(BLOCK)
                                .put(Arrays.copyOf(nonce, NONCE))
                                .putInt(i)
                                .array());
            }
            byte[] blocks = all.toByteArray();
            for (int from = 0; from < blocks.length; from += AT_ONCE) {
                int to = Math.min(blocks.length, from + AT_ONCE);
                byte[] some = device.apply(Arrays.copyOfRange(blocks, from, to));
                for (int at = 0; at < some.length; at += BLOCK) {
                    encrypted.put(
                            ByteBuffer.wrap(blocks, from + at, BLOCK).slice(),
                            Arrays.copyOfRange(some, at, at + BLOCK));
                }
                Arrays.fill(some, (byte) 0);
            }
        }

        void wipe() {
            encrypted.values().forEach(block -> Arrays.fill(block, (byte) 0));
        }

        @Override
        public void init(boolean encrypt, CipherParameters parameters) {
            if (!encrypt) {
                throw new IllegalArgumentException("GCM only encrypts blocks");
            }
        }

        @Override
        public String getAlgorithmName() {
            return "AES";
        }

        @Override
        public int getBlockSize() {
            return BLOCK;
        }

        @Override
        public int processBlock(byte[] in, int from, byte[] out, int to) {
            byte[] block = encrypted.get(ByteBuffer.wrap(in, from, BLOCK).slice());
            if (block == null) {
                throw new IllegalStateException("GCM asks for a block that is none of its own");
            }
            System.arraycopy(block, 0, out, to, BLOCK);
            return BLOCK;
        }

        @Override
        public void reset() {}
    }
}
