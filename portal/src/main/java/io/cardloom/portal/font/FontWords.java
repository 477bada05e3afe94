package io.cardloom.portal.font;

import io.cardloom.designer.font.AdmittedFont;
import io.cardloom.designer.font.sfnt.Coverage;
import io.cardloom.portal.component.Reading;
import java.util.ArrayList;
import java.util.List;

/** What the check found in a font, in plain words. */
final class FontWords {

    private FontWords() {}

    /** What there is to know, a sentence each. */
    static List<String> found(AdmittedFont font) {
        List<String> words = new ArrayList<>();
        words.add(
                "%s. Accented letters: %s of Western Europe, %s of Central Europe."
                        .formatted(
                                Reading.count(font.signs(), "sign", "signs"),
                                part(font.latin1(), Coverage.LATIN_1),
                                part(font.latinA(), Coverage.LATIN_EXTENDED_A)));
        words.add("Its maker says that it " + font.embedding().words() + ".");
        if (!font.subsetting()) {
            words.add(
                    "PDFs show its letters as outlines: its maker does not let documents carry a"
                            + " part of it.");
        } else if (!font.trueType()) {
            words.add("PDFs show its letters as outlines.");
        }
        words.addAll(font.remarks());
        return words;
    }

    private static String part(int has, int all) {
        return has == all ? "all" : "%d of %d".formatted(has, all);
    }

    /** What to look out for; empty when there is nothing. */
    static List<String> warnings(AdmittedFont font) {
        List<String> words = new ArrayList<>();
        switch (font.kerning()) {
            case NONE ->
                    words.add("No kerning: letters such as A and V stand too far from each other.");
            case TABLE ->
                    words.add(
                            "Kerning of the older kind: while somebody types, letters can stand a"
                                    + " hair beside where they print.");
            case FEATURE -> {}
        }
        if (font.latin1() < Coverage.LATIN_1) {
            words.add(
                    "Some names cannot be printed in it; preflight says which letter is missing.");
        }
        return words;
    }
}
