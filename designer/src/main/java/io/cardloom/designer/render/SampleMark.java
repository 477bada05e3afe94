package io.cardloom.designer.render;

import io.cardloom.designer.cardbody.CardBody;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.Align;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.LayerTags;
import io.cardloom.designer.design.TextContent;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Writes SAMPLE over a face, above all its layers, so that no print of it passes for a card. */
final class SampleMark {

    private static final LayerId ID = new LayerId("lay_7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    private static final String ABOVE_ALL = "z".repeat(64);
    private static final int OPACITY = 550;
    private static final int TURNED = 335_000;

    private SampleMark() {}

    /**
     * The document with the mark; of one with as many layers as can be, its topmost is left out.
     */
    static DesignDocument over(DesignDocument document, CardBody body, Face face) {
        Map<LayerId, Layer> layers = new TreeMap<>(Comparator.comparing(LayerId::value));
        layers.putAll(document.layers());
        if (layers.size() >= DesignDocument.MOST_LAYERS) {
            layers.remove(document.stack(face).getLast().getKey());
        }
        int size = Math.min(body.width(), body.height()) / 3;
        Box box = new Box(0, (body.height() - size) / 2, body.width(), size, TURNED);
        layers.put(
                ID,
                new Layer(
                        face,
                        ABOVE_ALL,
                        "Sample",
                        box,
                        OPACITY,
                        true,
                        false,
                        LayerTags.NONE,
                        new TextContent(
                                "SAMPLE",
                                "plex-sans",
                                700,
                                Math.min(size, LARGEST),
                                "#e03131",
                                Align.CENTER)));
        return new DesignDocument(document.schema(), document.cardBody(), layers);
    }

    /** Type is no larger than this, micrometers. */
    private static final int LARGEST = 18_000;
}
