package io.cardloom.designer.font;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A font file as it came in.
 *
 * @param name what the person called it, without folders, at most 120 characters
 * @param digest SHA-256 of the content
 */
record FontUpload(String name, byte[] content, String digest) {

    private static final int LONGEST_NAME = 120;

    /**
     * @throws Refusal {@code FONT_EMPTY}, {@code FONT_TOO_LARGE}; {@code UPLOAD_BROKEN_OFF}
     *     (conflict), where a retry helps
     */
    static FontUpload from(String fileName, InputStream in) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(65_536);
        byte[] part = new byte[65_536];
        try {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                if (content.size() + count > AdmittedFonts.LARGEST) {
                    throw Refusal.invalid(
                            "FONT_TOO_LARGE",
                            "The font file is larger than 10 MB. Ask its maker for the file with"
                                    + " only the scripts that the cards need.");
                }
                content.write(part, 0, count);
            }
        } catch (IOException e) {
            throw Refusal.conflict(
                    "UPLOAD_BROKEN_OFF", "The upload broke off before its end. Upload it again.");
        }
        if (content.size() == 0) {
            throw Refusal.invalid("FONT_EMPTY", "The file is empty. Choose the font's file.");
        }
        byte[] all = content.toByteArray();
        return new FontUpload(cleaned(fileName), all, hex(all));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String cleaned(String fileName) {
        int folders = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        StringBuilder clean = new StringBuilder();
        fileName.substring(folders + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.isDefined(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME / 2)
                .forEach(clean::appendCodePoint);
        String name = clean.toString().strip();
        return name.isEmpty() ? "unnamed" : name;
    }
}
