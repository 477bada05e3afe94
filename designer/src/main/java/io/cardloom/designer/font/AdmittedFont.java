package io.cardloom.designer.font;

import io.cardloom.designer.font.sfnt.Embedding;
import io.cardloom.designer.font.sfnt.Kerning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A font that passed the check, and under which licence the issuer holds it.
 *
 * @param key how documents name it
 * @param digest SHA-256 of the file that letters are drawn with, 64 lower-case hexadecimal
 *     characters
 * @param uploadedDigest SHA-256 of the file that was uploaded
 * @param fileName what the person called it, cleaned
 * @param family what its maker calls it
 * @param style such as {@code Bold Italic}
 * @param weight 1 to 1,000; 400 is regular
 * @param trueType whether its outlines are those of TrueType; otherwise of the Compact Font Format
 * @param embedding what its maker allows
 * @param subsetting whether its maker allows a document to carry a part of it
 * @param kerning how it brings letters closer to each other
 * @param glyphs how many drawings it has
 * @param signs how many signs of Unicode it draws
 * @param latin1 how many of the 62 letters with accents of Latin-1 it has
 * @param latinA how many of the 128 letters of Latin Extended-A it has
 * @param remarks what the check left out, a sentence each
 * @param copyright its maker's words; empty when the file has none
 * @param makersLicence its maker's words; empty when the file has none
 * @param licence the administrator's words: under which licence the issuer holds it
 * @param bytes of the file that letters are drawn with
 * @param withdrawnAt null while it is offered
 */
public record AdmittedFont(
        FontKey key,
        String digest,
        String uploadedDigest,
        String fileName,
        String family,
        String style,
        int weight,
        boolean italic,
        boolean trueType,
        Embedding embedding,
        boolean subsetting,
        Kerning kerning,
        int glyphs,
        int signs,
        int latin1,
        int latinA,
        List<String> remarks,
        String copyright,
        String makersLicence,
        String licence,
        long bytes,
        Instant admittedAt,
        String admittedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    public AdmittedFont {
        remarks = List.copyOf(remarks);
    }

    /** What people call it: family and style. */
    public String label() {
        return style.equals("Regular") ? family : family + " " + style;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
