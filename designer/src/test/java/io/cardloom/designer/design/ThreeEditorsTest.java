package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.designer.fixture.CoBrand;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/**
 * Three people edit one design at random, with answers that get lost and edits that are sent again:
 * all end with the server's document, which is what its edits give when they are replayed.
 */
@SpringBootTest
class ThreeEditorsTest {

    private static final Set<String> EXPECTED =
            Set.of(
                    "LAYER_GONE",
                    "LAYER_EXISTS",
                    "LAYER_LOCKED",
                    "NOTHING_TO_UNDO",
                    "NOTHING_TO_REDO");

    @Autowired ApplicationContext context;
    @Autowired Designs designs;

    /** An editor as the browser's is: it shows its own number and catches up from the server. */
    private final class Editor {

        private final Actor person;
        private final DesignId design;
        private final String session;
        private final Random random;
        private final List<Callable<AppliedEdit>> lost = new ArrayList<>();
        private DesignDocument shown;
        private long number;
        private long sequence;
        private final Map<Long, AppliedEdit> saved = new HashMap<>();
        private int refused;

        Editor(Actor person, DesignId design, String session, long seed) {
            this.person = person;
            this.design = design;
            this.session = session;
            this.random = new Random(seed);
            DesignView view = designs.open(person, design);
            this.shown = view.document();
            this.number = view.number();
        }

        void catchUp() {
            for (AppliedEdit edit : designs.edits(person, design, number)) {
                assertThat(edit.number()).isEqualTo(number + 1);
                shown = EditPlan.of(shown, edit.command(), EditPlan.Side.ISSUER).document();
                number = edit.number();
            }
        }

        void step() throws Exception {
            if (!lost.isEmpty() && random.nextInt(3) == 0) {
                send(lost.removeFirst());
            } else if (random.nextInt(4) == 0) {
                catchUp();
            } else {
                EditOrigin origin = new EditOrigin(session, ++sequence);
                long base = number;
                Callable<AppliedEdit> edit = edit(base, origin);
                send(edit);
                if (random.nextInt(4) == 0) {
                    lost.add(edit);
                }
            }
        }

        private Callable<AppliedEdit> edit(long base, EditOrigin origin) {
            int dice = random.nextInt(20);
            if (dice < 2) {
                return () -> designs.undo(person, design, origin);
            }
            if (dice < 3) {
                return () -> designs.redo(person, design, origin);
            }
            EditCommand command = dice < 6 ? adding() : dice < 8 ? removing() : setting();
            return () -> designs.apply(person, design, base, command, origin);
        }

        private void send(Callable<AppliedEdit> edit) throws Exception {
            try {
                AppliedEdit said = edit.call();
                AppliedEdit before = saved.putIfAbsent(said.origin().sequence(), said);
                if (before != null) {
                    assertThat(said).as("sent again, said again").isEqualTo(before);
                }
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isIn(EXPECTED);
                refused++;
            }
        }

        private EditCommand adding() {
            return new EditCommand.AddLayer(
                    random.nextInt(5) == 0 ? anyLayer() : LayerId.next(Clock.systemUTC()),
                    random.nextBoolean() ? Layers.text() : Layers.shape());
        }

        private EditCommand removing() {
            return new EditCommand.RemoveLayer(anyLayer());
        }

        private EditCommand setting() {
            return new EditCommand.SetProperties(
                    anyLayer(),
                    switch (random.nextInt(6)) {
                        case 0 -> Map.<String, Object>of("locked", random.nextInt(3) == 0);
                        case 1 -> Map.<String, Object>of("opacity", random.nextInt(1_001));
                        case 2 ->
                                Map.<String, Object>of(
                                        "name", "Layer " + random.nextInt(100), "hidden", true);
                        default ->
                                Map.<String, Object>of(
                                        "x", random.nextInt(80_000), "y", random.nextInt(50_000));
                    });
        }

        private LayerId anyLayer() {
            Iterator<LayerId> ids = shown.layers().keySet().iterator();
            for (int skip = random.nextInt(shown.layers().size() + 1); ids.hasNext(); skip--) {
                LayerId id = ids.next();
                if (skip <= 0) {
                    return id;
                }
            }
            return Layers.id(0);
        }
    }

    private List<Editor> editors(CoBrand brand, DesignId design, long seed) {
        return List.of(
                new Editor(brand.designer(), design, "dora", seed),
                new Editor(brand.marketer(), design, "mats", seed + 1),
                new Editor(brand.anotherDesigner("Nia Byrne"), design, "nia", seed + 2));
    }

    /** Every editor ends with the server's document, and finds in it what it was told is saved. */
    private List<AppliedEdit> converges(CoBrand brand, DesignId design, List<Editor> editors) {
        DesignView head = designs.open(brand.designer(), design);
        DesignDocument replayed = DesignDocument.blank(brand.body().id());
        List<AppliedEdit> all = new ArrayList<>();
        long after = 0;
        for (List<AppliedEdit> page = designs.edits(brand.designer(), design, 0);
                !page.isEmpty();
                page = designs.edits(brand.designer(), design, after)) {
            for (AppliedEdit edit : page) {
                assertThat(edit.number()).isEqualTo(++after);
                EditPlan plan = EditPlan.of(replayed, edit.command(), EditPlan.Side.ISSUER);
                assertThat(plan.inverse()).isEqualTo(edit.inverse());
                replayed = plan.document();
                all.add(edit);
            }
        }
        assertThat(after).isEqualTo(head.number());
        assertThat(replayed).isEqualTo(head.document());
        for (Editor editor : editors) {
            editor.catchUp();
            assertThat(editor.shown).isEqualTo(head.document());
            assertThat(all.stream().filter(e -> e.origin().session().equals(editor.session)))
                    .as("what %s was told is saved", editor.session)
                    .containsExactlyInAnyOrderElementsOf(editor.saved.values());
        }
        return all;
    }

    @Test
    void endWithTheServersDocumentWhateverTheOrder() throws Exception {
        CoBrand brand = CoBrand.found(context);
        int refusals = 0;
        for (long seed = 1; seed <= 8; seed++) {
            DesignId design =
                    designs.create(
                            brand.designer(), brand.program(), brand.body().id(), "Seed " + seed);
            List<Editor> editors = editors(brand, design, 1_000 * seed);
            Random turns = new Random(seed);
            for (int i = 0; i < 60; i++) {
                editors.get(turns.nextInt(3)).step();
            }
            converges(brand, design, editors);
            refusals += editors.stream().mapToInt(e -> e.refused).sum();
        }
        assertThat(refusals).as("some edits met a conflict, else this shows little").isPositive();
    }

    private static String session(List<AppliedEdit> edits, int index) {
        return edits.get(index).origin().session();
    }

    @Test
    void endWithTheServersDocumentWhenTheyEditAtTheSameTime() throws Exception {
        CoBrand brand = CoBrand.found(context);
        DesignId design =
                designs.create(brand.designer(), brand.program(), brand.body().id(), "At once");
        List<Editor> editors = editors(brand, design, 77);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (Editor editor : editors) {
                done.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 60; i++) {
                                        editor.step();
                                    }
                                    return true;
                                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        List<AppliedEdit> all = converges(brand, design, editors);
        long met =
                IntStream.range(1, all.size())
                        .filter(i -> !session(all, i).equals(session(all, i - 1)))
                        .count();
        assertThat(met).as("one editor's edits come between another's").isPositive();
        assertThat(editors).allSatisfy(editor -> assertThat(editor.saved).isNotEmpty());
    }
}
