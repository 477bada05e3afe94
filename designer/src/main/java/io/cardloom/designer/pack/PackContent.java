package io.cardloom.designer.pack;

import io.cardloom.designer.feature.Feature;
import java.util.List;

/** What is in a pack: drawings, or filters, 1 to 100 of them. */
public sealed interface PackContent {

    /** What a product needs for it. */
    Feature feature();

    /** The word for it in a file: {@code doodles} or {@code filters}. */
    String kind();

    /** How many are in it. */
    int size();

    /** Drawings to put on a card. */
    record Doodles(List<Doodle> drawings) implements PackContent {

        public Doodles {
            drawings = List.copyOf(drawings);
        }

        @Override
        public Feature feature() {
            return Feature.DOODLES;
        }

        @Override
        public String kind() {
            return "doodles";
        }

        @Override
        public int size() {
            return drawings.size();
        }
    }

    /** Ways to show a picture. */
    record Filters(List<FilterPreset> presets) implements PackContent {

        public Filters {
            presets = List.copyOf(presets);
        }

        @Override
        public Feature feature() {
            return Feature.FILTERS;
        }

        @Override
        public String kind() {
            return "filters";
        }

        @Override
        public int size() {
            return presets.size();
        }
    }
}
