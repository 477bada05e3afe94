package io.cardloom.connectors.payshield;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlockVersion;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.block.ProtectionKey;
import io.cardloom.production.key.material.ClearKey;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a payShield-style device does with the commands that the driver sends, under a test key: it
 * computes, and refuses what a key's block does not allow.
 */
final class SimulatedHsm {

    private static final Map<String, KeyKind> KINDS =
            Map.of(
                    "T2", KeyKind.TDEA_DOUBLE,
                    "T3", KeyKind.TDEA_TRIPLE,
                    "A1", KeyKind.AES_128,
                    "A2", KeyKind.AES_192,
                    "A3", KeyKind.AES_256);

    private final TestLmk lmk = new TestLmk();
    private final SecureRandom random = new SecureRandom();
    private final SimulatedPins pins = new SimulatedPins(this);

    /** The device answers with an error. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        final String error;

        Fault(String error) {
            this.error = error;
        }
    }

    /** What officers do at the device's own console: a key is formed, and its block shown. */
    String formed(KeyUsage usage, ClearKey key) {
        return lmk.block(HostCommand.usage(usage, key.kind()), usage.usualMode(), 'E', key);
    }

    SimulatedPins pins() {
        return pins;
    }

    /** Error and body of the answer. */
    byte[] answer(String code, byte[] body) {
        try {
            Words words = new Words(body);
            byte[] done =
                    switch (code) {
                        case "NC" -> text("0123456789ABCDEF" + "0007-E000");
                        case "A0" -> made(words);
                        case "A6" -> taken(words);
                        case "A8" -> letOut(words);
                        case "CW" -> verificationValue(words);
                        case "M0" -> encrypted(words);
                        case "JA" -> pins.drawn(words);
                        case "EE" -> pins.derived(words);
                        case "DE" -> pins.offset(words);
                        case "DG" -> pins.verificationValue(words);
                        case "JG" -> pins.block(words);
                        default -> throw new Fault("68");
                    };
            return joined(text("00"), done);
        } catch (Fault e) {
            return text(e.error);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return text("15");
        }
    }

    private byte[] made(Words words) throws Fault {
        words.expect("0FFFS");
        words.lmk();
        words.expect("#");
        String usage = words.next(2);
        KeyKind kind = KINDS.get(words.next(2));
        if (kind == null) {
            throw new Fault("A7");
        }
        char mode = words.next(1).charAt(0);
        words.expect("00");
        char exportability = words.next(1).charAt(0);
        words.expect("00");
        words.end();
        try (ClearKey key = ClearKey.random(kind, random)) {
            return text(lmk.block(usage, mode, exportability, key) + key.checkValue());
        }
    }

    private byte[] taken(Words words) throws Fault {
        words.expect("FFF");
        TestLmk.Held zone = held(words.key(), "K0", "K1");
        String foreign = words.key();
        words.expect("S");
        words.lmk();
        words.end();
        try (KeyBlocks.Unwrapped in =
                KeyBlocks.unwrap(foreign.substring(1), ProtectionKey.of(zone.key()))) {
            KeyBlockHeader header = in.header();
            String usage = HostCommand.usage(header.usage(), in.key().kind());
            return text(
                    lmk.block(usage, header.mode(), header.exportability(), in.key())
                            + in.key().checkValue());
        } catch (Refusal e) {
            throw new Fault(e.code().equals("KEY_BLOCK_MAC") ? "A4" : "83");
        }
    }

    private byte[] letOut(Words words) throws Fault {
        words.expect("FFF");
        TestLmk.Held zone = held(words.key(), "K0", "K1");
        TestLmk.Held key = held(words.key());
        words.expect("R");
        words.lmk();
        words.end();
        if (key.exportability() == 'N') {
            throw new Fault("AA");
        }
        KeyUsage usage =
                Arrays.stream(KeyUsage.values())
                        .filter(u -> u.code().equals(key.usage()))
                        .findFirst()
                        .orElseThrow();
        KeyAlgorithm algorithm = key.key().kind().algorithm();
        boolean aes = zone.key().kind().algorithm() == KeyAlgorithm.AES;
        String block =
                KeyBlocks.wrap(
                        KeyBlockHeader.of(
                                aes ? KeyBlockVersion.D : KeyBlockVersion.B, usage, algorithm),
                        key.key(),
                        ProtectionKey.of(zone.key()),
                        random);
        return text("R" + block + key.key().checkValue());
    }

    private byte[] verificationValue(Words words) throws Fault {
        TestLmk.Held key = held(words.key(), "C0");
        String data = words.rest().split("%", -1)[0];
        if (!data.matches("[0-9]{12,19};[0-9]{7}")) {
            throw new Fault("15");
        }
        String digits = data.replace(";", "");
        byte[] blocks = HexFormat.of().parseHex(digits + "0".repeat(32 - digits.length()));
        byte[] pair = key.key().bytes();
        byte[] half = ecb("DES", Arrays.copyOf(pair, 8), Arrays.copyOf(blocks, 8));
        for (int i = 0; i < 8; i++) {
            half[i] ^= blocks[8 + i];
        }
        String hex = HexFormat.of().formatHex(ecb("DESede", triple(pair), half));
        String decimal = hex.replaceAll("[a-f]", "");
        String other = hex.replaceAll("[0-9]", "");
        StringBuilder value = new StringBuilder(decimal);
        other.chars().forEach(c -> value.append((char) (c - 'a' + '0')));
        return text(value.substring(0, 3));
    }

    private byte[] encrypted(Words words) throws Fault {
        words.expect("0000FFF");
        TestLmk.Held key = held(words.key(), "21", "D0");
        int length = Integer.parseInt(words.next(4), 16);
        byte[] data = words.bytes(length);
        words.lmk();
        words.end();
        boolean aes = key.key().kind().algorithm() == KeyAlgorithm.AES;
        if (length == 0 || length > 32_000 || length % (aes ? 16 : 8) != 0) {
            throw new Fault("80");
        }
        byte[] bytes = key.key().bytes();
        byte[] out = aes ? ecb("AES", bytes, data) : ecb("DESede", triple(bytes), data);
        return joined(text("%04X".formatted(length)), out);
    }

    TestLmk.Held held(String block, String... usages) throws Fault {
        TestLmk.Held held;
        try {
            held = lmk.opened(block);
        } catch (IllegalArgumentException e) {
            throw new Fault("10");
        }
        if (usages.length > 0 && !Arrays.asList(usages).contains(held.usage())) {
            throw new Fault("A6");
        }
        return held;
    }

    static byte[] triple(byte[] key) {
        byte[] full = Arrays.copyOf(key, 24);
        if (key.length == 16) {
            System.arraycopy(key, 0, full, 16, 8);
        }
        return full;
    }

    static byte[] ecb(String algorithm, byte[] key, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(algorithm + "/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, algorithm));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
