package io.cardloom.designer.preflight;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.LayerId;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found, and where. Lengths are micrometers from the top-left corner of the trimmed
 * card; places in the bleed have negative ones.
 *
 * @param rule the rule's address, such as {@code CL-01}
 * @param message what is wrong, with its place in millimeters
 * @param remedy what to do about it
 * @param layer null where it is about the whole face
 * @param fix null where people have to choose how to mend it
 */
public record Finding(
        String rule,
        Severity severity,
        Face face,
        int x,
        int y,
        int width,
        int height,
        String message,
        String remedy,
        @Nullable LayerId layer,
        @Nullable Fix fix) {

    Finding mendedBy(@Nullable Fix mending) {
        return new Finding(
                rule, severity, face, x, y, width, height, message, remedy, layer, mending);
    }
}
