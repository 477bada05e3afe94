package io.cardloom.designer.pack;

import io.cardloom.designer.design.PathContent;
import java.util.List;

/**
 * A small drawing: paths over each other in one field.
 *
 * @param label what people call it, 1 to 60 characters
 * @param viewWidth of the field, in the paths' own numbers, which are micrometers where the drawing
 *     has its natural size; 100 to 200,000
 * @param viewHeight of the field, likewise
 * @param recolorable whether it may be drawn in any one color
 * @param paths 1 to 20, lowest first, each over the whole field
 */
public record Doodle(
        String label, int viewWidth, int viewHeight, boolean recolorable, List<PathContent> paths) {

    public Doodle {
        paths = List.copyOf(paths);
    }
}
