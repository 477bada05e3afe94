package io.cardloom.designer.design;

import io.cardloom.tenancy.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Asks for the digest of a font's file, and refuses a font that Cardloom does not ship. */
@Component
class Faces {

    private final FontDigests fonts;

    Faces(FontDigests fonts) {
        this.fonts = fonts;
    }

    /**
     * @throws Refusal {@code FONT_UNKNOWN}
     */
    String require(String family, int weight) {
        return fonts.digest(family, weight)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "FONT_UNKNOWN",
                                        "Cardloom has no font '"
                                                + family
                                                + "' in weight "
                                                + weight
                                                + "; choose one from the list."));
    }
}
