package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.Face;
import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What is kept can be read back: a document, an edit, and what takes the edit back. */
@SpringBootTest
class LargestEditTest {

    private static final String LONG_PATH = "M 0 0" + " L 10 10".repeat(2_499);

    @Autowired ApplicationContext context;
    @Autowired Designs designs;

    @SuppressWarnings("NullAway.Init")
    private CoBrand brand;

    @SuppressWarnings("NullAway.Init")
    private DesignId design;

    @BeforeEach
    void openADesign() {
        brand = CoBrand.found(context);
        design = designs.create(brand.designer(), brand.program(), brand.body().id(), "Large");
    }

    private void apply(EditCommand command) {
        designs.apply(brand.designer(), design, 0, command, EditOrigin.once());
    }

    private static EditCommand paths(int first, int count) {
        List<EditCommand.One> adds = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            adds.add(new EditCommand.AddLayer(Layers.id(i), path()));
        }
        return new EditCommand.All(adds);
    }

    private static Layer path() {
        return Layer.of(
                Face.FRONT,
                "a0",
                "Doodle",
                new Box(0, 0, 10_000, 10_000, 0),
                new PathContent(LONG_PATH, 1_000, 1_000, Coloring.solid("#0b3d2e")));
    }

    private void refused(EditCommand command) {
        DesignView before = designs.open(brand.designer(), design);
        assertThatThrownBy(() -> apply(command))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("DOCUMENT_TOO_LARGE"));
        assertThat(designs.open(brand.designer(), design)).as("untouched").isEqualTo(before);
    }

    @Test
    void refusesADocumentThatCouldNotBeReadBack() {
        apply(paths(0, 100));
        apply(paths(100, 90));

        refused(paths(190, 20));
    }

    @Test
    void refusesAnEditThatCouldNotBeReadBackThoughItsDocumentCould() {
        apply(paths(0, 1));
        EditCommand.One again = new EditCommand.SetProperties(Layers.id(0), Map.of("d", LONG_PATH));

        refused(new EditCommand.All(Collections.nCopies(210, again)));

        apply(new EditCommand.All(Collections.nCopies(20, again)));
        designs.undo(brand.designer(), design, EditOrigin.once());
    }
}
