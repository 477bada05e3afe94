package io.cardloom.portal.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.design.AppliedEdit;
import io.cardloom.designer.design.Box;
import io.cardloom.designer.design.DesignDocument;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditCommand.AddLayer;
import io.cardloom.designer.design.EditCommand.All;
import io.cardloom.designer.design.EditCommand.RemoveLayer;
import io.cardloom.designer.design.EditCommand.SetProperties;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.design.Layer;
import io.cardloom.designer.design.LayerId;
import io.cardloom.designer.design.ShapeContent;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditWordsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final DesignDocument EMPTY = DesignDocument.blank(CardBodyId.next(CLOCK));

    private final LayerId logo = LayerId.next(CLOCK);
    private final LayerId band = LayerId.next(CLOCK);
    private final List<AppliedEdit> edits = new ArrayList<>();

    @Test
    void saysWhatAnEditDidAndToWhichLayer() {
        edit(new AddLayer(logo, layer("Logo")), new RemoveLayer(logo));
        edit(set(logo, Map.of("x", 1, "y", 2)));
        edit(set(logo, Map.of("width", 9, "height", 2)));
        edit(set(logo, Map.of("rotation", 900)));
        edit(set(logo, Map.of("hidden", true)));
        edit(set(logo, Map.of("hidden", false)));
        edit(set(logo, Map.of("locked", true)));
        edit(set(logo, Map.of("locked", false)));
        edit(set(logo, Map.of("name", "Mark")));
        edit(set(logo, Map.of("order", "b")));
        edit(set(logo, Map.of("text", "Bank")));
        edit(set(logo, Map.of("fill", "#000000", "x", 3)));
        edit(new RemoveLayer(logo), new AddLayer(logo, layer("Mark")));
        assertThat(words(EMPTY))
                .containsExactly(
                        "Added ‘Mark’",
                        "Moved ‘Mark’",
                        "Sized ‘Mark’",
                        "Turned ‘Mark’",
                        "Hid ‘Mark’",
                        "Showed ‘Mark’",
                        "Locked ‘Mark’",
                        "Unlocked ‘Mark’",
                        "Renamed ‘Mark’",
                        "Reordered ‘Mark’",
                        "Wrote ‘Mark’",
                        "Changed ‘Mark’",
                        "Removed ‘Mark’");
    }

    @Test
    void countsTheLayersOfAnEditOfSeveral() {
        edit(new All(List.of(moved(logo), moved(band))));
        edit(new All(List.of(moved(logo), set(band, Map.of("rotation", 900)))));
        edit(new All(List.of(moved(logo), set(logo, Map.of("rotation", 900)))));
        DesignDocument now = EMPTY.after(List.of(new AddLayer(logo, layer("Logo"))));
        assertThat(words(now))
                .containsExactly("Moved 2 layers", "Changed 2 layers", "Changed ‘Logo’");
    }

    @Test
    void callsALayerThatNobodyNamedALayer() {
        edit(moved(logo));
        assertThat(words(EMPTY)).containsExactly("Moved a layer");
    }

    private List<String> words(DesignDocument now) {
        EditWords words = new EditWords(edits, now);
        return edits.stream().map(words::of).toList();
    }

    private static SetProperties moved(LayerId id) {
        return set(id, Map.of("x", 4_000));
    }

    private static SetProperties set(LayerId id, Map<String, Object> changes) {
        return new SetProperties(id, changes);
    }

    private void edit(EditCommand command) {
        edit(command, set(logo, Map.of("x", 0)));
    }

    private void edit(EditCommand command, EditCommand inverse) {
        edits.add(
                new AppliedEdit(
                        edits.size() + 1,
                        command,
                        inverse,
                        AppliedEdit.Kind.EDIT,
                        EditOrigin.once(),
                        PersonId.next(CLOCK),
                        "Ada",
                        Instant.EPOCH));
    }

    private static Layer layer(String name) {
        return Layer.of(
                Face.FRONT,
                "a",
                name,
                new Box(0, 0, 1_000, 1_000, 0),
                new ShapeContent(ShapeContent.Kind.RECTANGLE, "#0b3d2e"));
    }
}
