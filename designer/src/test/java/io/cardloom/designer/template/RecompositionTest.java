package io.cardloom.designer.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.DesignJson;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecompositionTest {

    private static final DesignDocument BLANK =
            DesignDocument.blank(new CardBodyId("bod_00000000000000000000000001"));

    private static LayerId id(int number) {
        return new LayerId(String.format(Locale.ROOT, "lay_%026d", number));
    }

    private static EditCommand.One add(int number, String type, Object... properties) {
        Map<String, Object> layer = new TreeMap<>();
        layer.putAll(
                Map.of(
                        "type",
                        type,
                        "face",
                        "front",
                        "order",
                        "a" + number,
                        "name",
                        "",
                        "x",
                        0,
                        "y",
                        0,
                        "width",
                        9_000,
                        "height",
                        9_000,
                        "rotation",
                        0));
        layer.putAll(Map.of("opacity", 1_000, "locked", false, "hidden", false));
        if (type.equals("shape")) {
            layer.putAll(Map.of("shape", "rectangle", "fill", "#000000"));
        } else {
            layer.put("label", "Logo");
        }
        for (int i = 0; i < properties.length; i += 2) {
            layer.put((String) properties[i], properties[i + 1]);
        }
        Map<String, Object> command = Map.of("op", "add", "id", id(number).value(), "layer", layer);
        return (EditCommand.One)
                DesignJson.readCommand(JsonMapper.shared().writeValueAsString(command));
    }

    private static EditCommand.One set(int number, Object... properties) {
        Map<String, Object> changes = new TreeMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            changes.put((String) properties[i], properties[i + 1]);
        }
        return new EditCommand.SetProperties(id(number), changes);
    }

    private static DesignDocument edited(DesignDocument document, EditCommand.One... changes) {
        return document.after(List.of(changes));
    }

    private static DesignDocument carried(
            DesignDocument from, DesignDocument to, DesignDocument design) {
        return design.after(Recomposition.of(from, to, design));
    }

    private static Layer layer(DesignDocument document, int number) {
        return Objects.requireNonNull(document.layers().get(id(number)));
    }

    @Test
    void keepsWhatTheDesignChangedAndFollowsTheTemplateInTheRest() {
        DesignDocument from = edited(BLANK, add(1, "shape"));
        DesignDocument to = edited(from, set(1, "fill", "#ff0000", "x", 500, "y", 700));
        DesignDocument design = edited(from, set(1, "x", 42), add(9, "shape"));

        DesignDocument carried = carried(from, to, design);

        assertThat(layer(carried, 1).properties())
                .containsEntry("fill", "#ff0000")
                .containsEntry("x", 42)
                .containsEntry("y", 700);
        assertThat(layer(carried, 9)).isEqualTo(layer(design, 9));
    }

    @Test
    void followsAMandatoryLayerWhole() {
        DesignDocument from = edited(BLANK, add(1, "shape", "mandatory", true));
        DesignDocument to = edited(from, set(1, "fill", "#ff0000"));
        DesignDocument moved = edited(from, set(1, "x", 42, "fill", "#00ff00"));
        DesignDocument gone = edited(from, new EditCommand.RemoveLayer(id(1)));

        assertThat(layer(carried(from, to, moved), 1)).isEqualTo(layer(to, 1));
        assertThat(layer(carried(from, to, gone), 1)).isEqualTo(layer(to, 1));
    }

    @Test
    void movesWhatFillsASlotWithTheSlotAndKeepsItsProportions() {
        DesignDocument from = edited(BLANK, add(1, "slot", "slot", "logo"));
        DesignDocument to = edited(from, set(1, "x", 3_000, "width", 12_000, "height", 6_000));
        DesignDocument filled =
                edited(
                        from,
                        new EditCommand.RemoveLayer(id(1)),
                        add(7, "shape", "slot", "logo", "y", 3_000, "height", 3_000));
        DesignDocument placed = edited(filled, set(7, "x", 5));

        assertThat(layer(carried(from, to, filled), 7).box())
                .isEqualTo(new Box(3_000, 1_000, 12_000, 4_000, 0));
        assertThat(carried(from, to, placed)).as("it left the slot").isEqualTo(placed);
    }

    @Test
    void takesAwayWhatTheTemplateGaveUpUnlessItWasChanged() {
        DesignDocument from = edited(BLANK, add(1, "shape"), add(2, "shape"));
        DesignDocument to = BLANK;
        DesignDocument design = edited(from, set(2, "x", 42));

        assertThat(carried(from, to, design).layers()).containsOnlyKeys(id(2));
    }

    @Test
    void changesAnotherTypeOnlyWhereTheDesignLeftTheLayerAlone() {
        DesignDocument from = edited(BLANK, add(1, "slot"));
        DesignDocument to = edited(from, new EditCommand.RemoveLayer(id(1)), add(1, "shape"));
        DesignDocument labelled = edited(from, set(1, "label", "Ours"));

        assertThat(carried(from, to, from)).isEqualTo(to);
        assertThat(carried(from, to, labelled)).isEqualTo(labelled);
    }

    /** Random templates and designs: what must hold for all of them. */
    @Test
    void mergesAnyTwoHistories() {
        Random random = new Random(20_261_122);
        int kept = 0;
        for (int round = 0; round < 2_000; round++) {
            DesignDocument from = edited(BLANK, layers(random));
            DesignDocument to = after(from, random);
            DesignDocument design = after(from, random);

            DesignDocument carried = carried(from, to, design);

            assertThat(carried(from, to, from)).as("an untouched design").isEqualTo(to);
            assertThat(carried(from, from, design)).as("an untouched template").isEqualTo(design);
            assertThat(carried(to, to, carried)).as("done twice").isEqualTo(carried);
            for (LayerId id : design.layers().keySet()) {
                Layer before = from.layers().get(id);
                Layer here = Objects.requireNonNull(design.layers().get(id));
                Layer now = carried.layers().get(id);
                if (before == null) {
                    assertThat(now).as("a layer of its own").isEqualTo(here);
                } else if (now != null) {
                    kept += keepsOverrides(before, here, now);
                }
            }
        }
        assertThat(kept).as("overrides were there to keep").isGreaterThan(1_000);
    }

    private static int keepsOverrides(Layer before, Layer here, Layer now) {
        int kept = 0;
        for (Map.Entry<String, Object> own : here.properties().entrySet()) {
            if (!own.getValue().equals(before.properties().get(own.getKey()))) {
                assertThat(now.properties()).contains(own);
                kept++;
            }
        }
        return kept;
    }

    private static EditCommand.One[] layers(Random random) {
        int count = 1 + random.nextInt(5);
        EditCommand.One[] layers = new EditCommand.One[count];
        for (int i = 0; i < count; i++) {
            layers[i] = add(i, "shape", "x", random.nextInt(50), "y", random.nextInt(50));
        }
        return layers;
    }

    private static DesignDocument after(DesignDocument from, Random random) {
        DesignDocument document = from;
        List<LayerId> ids = new ArrayList<>(from.layers().keySet());
        for (LayerId id : ids) {
            switch (random.nextInt(4)) {
                case 0 -> document = edited(document, new EditCommand.RemoveLayer(id));
                case 1 ->
                        document =
                                edited(
                                        document,
                                        new EditCommand.SetProperties(
                                                id, Map.of("x", 100 + random.nextInt(3))));
                case 2 ->
                        document =
                                edited(
                                        document,
                                        new EditCommand.SetProperties(
                                                id,
                                                Map.of(
                                                        "y",
                                                        100 + random.nextInt(3),
                                                        "opacity",
                                                        random.nextInt(3))));
                default -> {}
            }
        }
        return random.nextBoolean()
                ? edited(document, add(20 + random.nextInt(1_000_000), "shape"))
                : document;
    }
}
