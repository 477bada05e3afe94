package io.cardloom.designer.asset;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An upload's bytes, counted while they came in. */
record Received(byte[] content, AssetDigest digest) {

    /** Bytes of the largest upload. */
    static final int MOST = 20 << 20;

    /**
     * @throws Refusal {@code UPLOAD_EMPTY}, {@code UPLOAD_TOO_LARGE}; {@code UPLOAD_BROKEN_OFF}
     *     (conflict), where a retry helps
     */
    static Received from(InputStream in) {
        MessageDigest sha256 = sha256();
        ByteArrayOutputStream content = new ByteArrayOutputStream(65_536);
        byte[] part = new byte[65_536];
        try {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                if (content.size() + count > MOST) {
                    throw Refusal.invalid(
                            "UPLOAD_TOO_LARGE",
                            "The file is larger than 20 MB. Save it with stronger compression, or"
                                    + " scale it to 4,096 pixels on the longer edge.");
                }
                content.write(part, 0, count);
                sha256.update(part, 0, count);
            }
        } catch (IOException e) {
            throw Refusal.conflict(
                    "UPLOAD_BROKEN_OFF", "The upload broke off before its end. Upload it again.");
        }
        if (content.size() == 0) {
            throw Refusal.invalid(
                    "UPLOAD_EMPTY",
                    "The file is empty. Export the picture again and upload that file.");
        }
        return new Received(content.toByteArray(), AssetDigest.of(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
