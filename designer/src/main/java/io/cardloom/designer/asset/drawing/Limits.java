package io.cardloom.designer.asset.drawing;

import io.cardloom.tenancy.refusal.Refusal;
import java.util.regex.Pattern;

/** How much a drawing may ask for, and what is said when it asks for more. */
final class Limits {

    static final int BYTES = 8 << 20;
    static final int ELEMENTS = 50_000;
    static final int DEPTH = 100;
    static final int ATTRIBUTE = 2 << 20;
    static final int SEGMENTS = 400_000;
    static final int STYLE = 512 << 10;
    static final int RULES = 2_000;
    static final long COST = 200_000;
    static final int USES = 5_000;
    static final int FILTERS = 40;
    static final int FILTER_STEPS = 30;
    static final double COORDINATE = 10_000_000;
    static final double DASHES = 200_000;
    static final double PROPORTION = 100;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,40}");

    private Limits() {}

    static Refusal xml() {
        return refusal(
                "XML",
                "The drawing is not well-formed XML. Open it in a drawing program and save it as a"
                        + " plain SVG.");
    }

    static Refusal entities() {
        return refusal(
                "ENTITIES",
                "The drawing uses XML entities, which are not read. Save it as a plain SVG, without"
                        + " a document type of its own.");
    }

    static Refusal script() {
        return refusal(
                "SCRIPT",
                "The drawing contains a script. Save it as a plain SVG without scripts, event"
                        + " handlers and javascript links.");
    }

    static Refusal external() {
        return refusal(
                "EXTERNAL",
                "The drawing refers to something outside its own file. Embed nothing but shapes,"
                        + " and save it as a plain SVG.");
    }

    static Refusal picture() {
        return refusal(
                "IMAGE",
                "The drawing contains a pixel picture. Upload that picture as PNG or JPEG on its"
                        + " own, or trace it into shapes.");
    }

    static Refusal text() {
        return refusal(
                "TEXT",
                "The drawing contains text, which would print in another typeface than yours."
                        + " Convert the text to outlines (paths) and save again.");
    }

    static Refusal html() {
        return refusal(
                "HTML",
                "The drawing contains a foreign object, such as HTML. Replace it by shapes and save"
                        + " it as a plain SVG.");
    }

    static Refusal feature(String name) {
        String word = WORD.matcher(name).matches() ? name : "an element";
        return refusal(
                "FEATURE",
                "The drawing uses %s, which would not print as it looks. Convert it to plain shapes, gradients and patterns."
                        .formatted(word));
    }

    static Refusal size() {
        return refusal(
                "SIZE",
                "The drawing does not say its size, or is over a hundred times longer than wide."
                        + " Give it a width and height, or a view box.");
    }

    static Refusal tooLarge() {
        return refusal(
                "TOO_LARGE",
                "The drawing is larger than 8 MB; SVG files up to 8 MB pass. Simplify its paths, or"
                        + " export it as PNG.");
    }

    static Refusal tooManyElements() {
        return refusal(
                "TOO_MANY_ELEMENTS",
                "The drawing has more than 50,000 elements. Merge shapes, or export it as PNG.");
    }

    static Refusal tooDeep() {
        return refusal(
                "TOO_DEEP",
                "The drawing's groups are nested more than 100 deep. Ungroup and save again.");
    }

    static Refusal repetition() {
        return refusal(
                "REPETITION",
                "The drawing repeats parts of itself too often. Draw repeated parts once, or export"
                        + " it as PNG.");
    }

    static Refusal recursion() {
        return refusal(
                "RECURSION",
                "A part of the drawing contains itself. Remove the circular reference and save it"
                        + " as a plain SVG.");
    }

    static Refusal path() {
        return refusal(
                "PATH",
                "The drawing's paths have more than 400,000 segments. Simplify them, or export it"
                        + " as PNG.");
    }

    static Refusal dashes() {
        return refusal(
                "DASHES",
                "The drawing's dashed lines have over 200,000 dashes. Use longer dashes, or convert"
                        + " the strokes to shapes.");
    }

    static Refusal filter() {
        return refusal(
                "FILTER",
                "The drawing's filter effects are too many or too large. Keep shadows and blurs few"
                        + " and small, or export it as PNG.");
    }

    static Refusal coordinates() {
        return refusal(
                "COORDINATES",
                "The drawing has coordinates beyond 10,000,000. Scale it to its page and save"
                        + " again.");
    }

    static Refusal empty() {
        return refusal(
                "EMPTY",
                "The drawing shows nothing. Check that its shapes are visible and lie on the"
                        + " page.");
    }

    static Refusal notDrawn() {
        return refusal(
                "NOT_DRAWN",
                "The drawing cannot be drawn as it is. Save it as a plain SVG 1.1, or export it as"
                        + " PNG.");
    }

    private static Refusal refusal(String code, String sentence) {
        return Refusal.invalid("UPLOAD_SVG_" + code, sentence);
    }
}
