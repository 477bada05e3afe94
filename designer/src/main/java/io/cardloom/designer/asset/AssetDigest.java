package io.cardloom.designer.asset;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names an asset of one tenant: the SHA-256 of the bytes that were uploaded.
 *
 * @param hex 64 lower-case hexadecimal characters
 */
public record AssetDigest(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public AssetDigest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
    }

    static AssetDigest of(byte[] sha256) {
        return new AssetDigest(HexFormat.of().formatHex(sha256));
    }

    @Override
    public String toString() {
        return hex;
    }
}
