package io.cardloom.portal.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.cardloom.designer.design.Coloring;
import io.cardloom.designer.design.PathContent;
import io.cardloom.designer.design.PictureFilter;
import io.cardloom.designer.pack.Doodle;
import io.cardloom.designer.pack.PackContent;

/** What is in a pack, drawn small: drawings as they are, a look as a strip of colors seen in it. */
final class PackPictures {

    private PackPictures() {}

    static UnorderedList of(PackContent content) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cl-pack");
        switch (content) {
            case PackContent.Doodles(var drawings) ->
                    drawings.forEach(one -> list.add(item(drawing(one), one.label())));
            case PackContent.Filters(var presets) ->
                    presets.forEach(one -> list.add(item(strip(one.filter()), one.label())));
        }
        return list;
    }

    private static ListItem item(Component picture, String label) {
        picture.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(picture, new Span(label));
    }

    /** Path data are letters and numbers, and colors hexadecimal: there is nothing to escape. */
    private static Svg drawing(Doodle doodle) {
        StringBuilder svg =
                new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ");
        svg.append(doodle.viewWidth()).append(' ').append(doodle.viewHeight()).append("'>");
        for (PathContent path : doodle.paths()) {
            Coloring coloring = path.coloring();
            svg.append("<path d='").append(path.d()).append("' fill='");
            svg.append(coloring.kind() == Coloring.Kind.NONE ? "none" : coloring.fill());
            if (coloring.strokeWidth() > 0) {
                svg.append("' stroke='").append(coloring.stroke());
                svg.append("' stroke-linecap='round' stroke-linejoin='round' stroke-width='");
                svg.append(coloring.strokeWidth());
            }
            svg.append("'/>");
        }
        return new Svg(svg.append("</svg>").toString());
    }

    private static Div strip(PictureFilter filter) {
        Div strip = new Div();
        strip.addClassName("cl-look");
        if (filter.tone() == PictureFilter.Tone.DUOTONE) {
            strip.getStyle()
                    .set(
                            "background",
                            "linear-gradient(90deg, %s, %s)"
                                    .formatted(filter.toneDark(), filter.toneLight()));
        } else {
            strip.getStyle()
                    .set(
                            "filter",
                            "brightness(%d%%) contrast(%d%%) saturate(%d%%) blur(%dpx)"
                                    .formatted(
                                            100 + filter.brightness(),
                                            100 + filter.contrast(),
                                            filter.tone() == PictureFilter.Tone.GRAYSCALE
                                                    ? 0
                                                    : 100 + filter.saturation(),
                                            Math.ceilDiv(filter.blur(), 250)));
        }
        return strip;
    }
}
