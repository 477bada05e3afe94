package io.cardloom.designer.font.sfnt;

import java.util.List;

/**
 * A font that was read to its end, and the file made anew of what was read.
 *
 * @param family what its maker calls it, 1 to 80 characters
 * @param style such as {@code Bold Italic}
 * @param weight 1 to 1,000; 400 is regular
 * @param copyright the maker's words, at most 2,000 characters; empty when there are none
 * @param licence the maker's words, as above
 * @param trueType whether its outlines are those of TrueType; otherwise of the Compact Font Format
 * @param subsetting whether a document may carry a part of it
 * @param glyphs how many drawings it has
 * @param signs how many signs of Unicode it draws
 * @param lettersOfLatin1 of the {@link Coverage#LATIN_1} accented letters
 * @param lettersOfLatinA of the {@link Coverage#LATIN_EXTENDED_A} letters
 * @param remarks what was left out of the file, a sentence each
 * @param file TrueType or OpenType with nothing in it that was not looked at
 */
public record CheckedFont(
        String family,
        String style,
        int weight,
        boolean italic,
        String copyright,
        String licence,
        boolean trueType,
        Embedding embedding,
        boolean subsetting,
        Kerning kerning,
        int glyphs,
        int signs,
        int lettersOfLatin1,
        int lettersOfLatinA,
        List<String> remarks,
        byte[] file) {

    public CheckedFont {
        remarks = List.copyOf(remarks);
    }
}
