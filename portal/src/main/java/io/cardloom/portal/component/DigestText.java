package io.cardloom.portal.component;

import com.vaadin.flow.component.html.Span;

/** A digest as people read it: twelve characters, the whole of it on demand. */
public final class DigestText extends Span {

    private DigestText(String text, String whole) {
        super(text);
        addClassName("cl-digest");
        getElement().setAttribute("title", whole);
        getElement().setAttribute("data-digest", whole);
    }

    public static DigestText brief(String hex) {
        return new DigestText(hex.substring(0, 12), hex);
    }

    /** All 64 characters in groups of eight. */
    public static DigestText whole(String hex) {
        return new DigestText(hex.replaceAll("(.{8})(?=.)", "$1 "), hex);
    }
}
