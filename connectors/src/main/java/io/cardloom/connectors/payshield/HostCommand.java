package io.cardloom.connectors.payshield;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One command, in the forms for keys in key blocks under the local master key ({@code FFF}, scheme
 * {@code S}).
 *
 * @param repeatable whether asking twice does no more than asking once
 */
record HostCommand(String code, byte[] body, boolean repeatable) {

    private static final String KEY_BLOCK = "FFF";
    private static final String SCHEME_LMK = "S";

    /** Another device's key block (TR-31, X9.143). */
    static final String SCHEME_FOREIGN = "R";

    /** Diagnostics: check value of the local master key and firmware. */
    static HostCommand diagnostics() {
        return new HostCommand("NC", new byte[0], true);
    }

    /** Makes a key; its block comes back, and its check value. */
    static HostCommand generate(
            @Nullable String lmk, KeyUsage usage, KeyKind kind, char exportability) {
        String about =
                usage(usage, kind) + algorithm(kind) + usage.usualMode() + "00" + exportability;
        return new HostCommand(
                "A0", text("0" + KEY_BLOCK + SCHEME_LMK + named(lmk) + "#" + about + "00"), false);
    }

    /** Takes a key in that is under a zone key. */
    static HostCommand take(@Nullable String lmk, String zoneKey, String key) {
        return new HostCommand(
                "A6", text(KEY_BLOCK + zoneKey + key + SCHEME_LMK + named(lmk)), true);
    }

    /** Lets a key out under a zone key. */
    static HostCommand export(@Nullable String lmk, String zoneKey, String key, String scheme) {
        return new HostCommand("A8", text(KEY_BLOCK + zoneKey + key + scheme + named(lmk)), true);
    }

    /**
     * A card verification value.
     *
     * @param expiry YYMM
     */
    static HostCommand verificationValue(
            @Nullable String lmk, String key, String pan, String expiry, String serviceCode) {
        return new HostCommand(
                "CW", text(key + pan + ";" + expiry + serviceCode + named(lmk)), true);
    }

    /** Encrypts whole blocks, each for itself; bytes in and out, not hexadecimal digits. */
    static HostCommand encrypt(@Nullable String lmk, String key, byte[] blocks) {
        byte[] before = text("00" + "00" + KEY_BLOCK + key + "%04X".formatted(blocks.length));
        byte[] after = text(named(lmk));
        byte[] body = Arrays.copyOf(before, before.length + blocks.length + after.length);
        System.arraycopy(blocks, 0, body, before.length, blocks.length);
        System.arraycopy(after, 0, body, before.length + blocks.length, after.length);
        return new HostCommand("M0", body, true);
    }

    /** What a key is for, as the device's own key blocks name it. */
    static String usage(KeyUsage usage, KeyKind kind) {
        return usage == KeyUsage.DATA_ENCRYPTION && kind.algorithm() == KeyAlgorithm.AES
                ? "21"
                : usage.code();
    }

    /** Whether a key leaves the device: what protects everything at rest does not. */
    static char exportability(KeyName name, KeyUsage usage) {
        return name.equals(KeyName.MASTER) || usage == KeyUsage.DATA_ENCRYPTION ? 'N' : 'E';
    }

    private static String algorithm(KeyKind kind) {
        return switch (kind) {
            case TDEA_DOUBLE -> "T2";
            case TDEA_TRIPLE -> "T3";
            case AES_128 -> "A1";
            case AES_192 -> "A2";
            case AES_256 -> "A3";
        };
    }

    /** What names a local master key, at the end of a command. */
    static String named(@Nullable String lmk) {
        return lmk == null ? "" : "%" + lmk;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
