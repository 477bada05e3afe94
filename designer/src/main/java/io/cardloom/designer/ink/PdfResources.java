package io.cardloom.designer.ink;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a content stream calls by name: graphics states, XObjects, shadings, fonts, color spaces.
 */
public final class PdfResources {

    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, Integer> xobjects = new TreeMap<>();
    private final Map<String, Integer> shadings = new TreeMap<>();
    private final Map<String, Integer> fonts = new TreeMap<>();
    private final Map<String, Integer> spaces = new TreeMap<>();

    /** The name of a graphics state with this opacity, thousandths. */
    public String opacity(int thousandths) {
        String name = "A" + thousandths;
        String value = PdfNumber.of(thousandths / 1000.0);
        states.put(name, "<</Type/ExtGState/ca " + value + "/CA " + value + ">>");
        return name;
    }

    /** Names an XObject. */
    public void xobject(String name, int number) {
        xobjects.put(name, number);
    }

    /** Names a shading. */
    public void shading(String name, int number) {
        shadings.put(name, number);
    }

    /** Whether an XObject of this name is in. */
    public boolean has(String name) {
        return xobjects.containsKey(name);
    }

    void font(String name, int number) {
        fonts.put(name, number);
    }

    void space(String name, int number) {
        spaces.put(name, number);
    }

    /**
     * The name of a graphics state that adds its ink to what lies below, all of whose inks stay.
     */
    String overprint() {
        states.put("Over", "<</Type/ExtGState/OP true/op true/OPM 1/BM/Darken/ca 1/CA 1>>");
        return "Over";
    }

    /**
     * The dictionary (ISO 32000-1, 7.8.3).
     *
     * @param srgb the profile that colors of red, green and blue are meant in
     */
    String dictionary(int srgb) {
        StringBuilder text = new StringBuilder("<</ExtGState<<");
        states.forEach((name, state) -> text.append('/').append(name).append(state));
        text.append(">>/ColorSpace<</DefaultRGB[/ICCBased ").append(srgb).append(" 0 R]");
        names(text, spaces);
        text.append(">>/XObject<<");
        names(text, xobjects);
        text.append(">>/Shading<<");
        names(text, shadings);
        text.append(">>/Font<<");
        names(text, fonts);
        return text.append(">>>>").toString();
    }

    private static void names(StringBuilder text, Map<String, Integer> objects) {
        objects.forEach(
                (name, number) ->
                        text.append('/').append(name).append(' ').append(number).append(" 0 R"));
    }
}
