package io.cardloom.production.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.RunId;
import io.cardloom.production.output.StepWatcher.Moment;
import io.cardloom.production.run.RunStage.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(RunStageBeans.class)
@RunTest
class RunStatesTest {

    private static final Path DIAGRAM = Path.of("../docs/run-states.md");

    @Autowired RunStage stage;
    @Autowired ProductionRuns runs;
    @Autowired RunStageBeans.Moves moves;
    @Autowired RunStageBeans.Hook hook;

    /** Written anew with {@code -Dcardloom.write.docs=true}. */
    @Test
    void drawsTheDiagramThatTheTablesAre() throws IOException {
        if (Boolean.getBoolean("cardloom.write.docs")) {
            Files.writeString(DIAGRAM, drawn());
        }
        assertThat(DIAGRAM).hasContent(drawn());
    }

    @Test
    void namesEachArrowByItsTwoEnds() {
        assertThat(RunTransitions.ARROWS)
                .extracting(a -> a.from() + " " + a.to())
                .doesNotHaveDuplicates();
        assertThat(CardTransitions.ARROWS)
                .extracting(a -> a.from() + " " + a.to())
                .doesNotHaveDuplicates();
    }

    @Test
    void walksEveryArrow() throws Exception {
        moves.runs.clear();
        moves.cards.clear();
        World world = stage.world();
        callsRunsOffBeforeAnythingLeaves(world);
        holdsAndResumesABureauRun(world);
        makesCardsOfEveryFate(world);

        assertThat(
                        moves.runs.stream()
                                .map(m -> m.from() + " " + m.to())
                                .collect(Collectors.toSet()))
                .isEqualTo(ends(RunTransitions.ARROWS, a -> a.from() + " " + a.to()));
        assertThat(
                        moves.cards.stream()
                                .map(m -> m.from() + " " + m.to())
                                .collect(Collectors.toSet()))
                .isEqualTo(ends(CardTransitions.ARROWS, a -> a.from() + " " + a.to()));
    }

    private void callsRunsOffBeforeAnythingLeaves(World world) throws Exception {
        runs.cancel(world.operator(), stage.planned(world, world.toBureau(), 1), "not now");
        runs.cancel(world.operator(), stage.released(world, world.toBureau(), 1, 1), "not now");
        RunId prepared = stage.released(world, world.toDevice(), 1, 1);
        hook.once(
                prepared,
                "prepare",
                Moment.AFTER_OUTCOME,
                () -> runs.cancel(world.operator(), prepared, "not now"));
        assertThat(stage.rested(world, prepared).state()).isEqualTo(RunState.CANCELLED);
        RunId held = stage.released(world, world.toDevice(), 1, 1);
        runs.hold(world.operator(), held, "wait");
        runs.cancel(world.operator(), held, "not now");
    }

    private void holdsAndResumesABureauRun(World world) throws Exception {
        RunId id = stage.released(world, world.toBureau(), 2, 2);
        runs.hold(world.operator(), id, "wait");
        runs.resume(world.operator(), id);
        Path gone = Files.write(stage.folder.resolve("staged/unpreparable"), new byte[0]);
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.ON_HOLD);
        Files.delete(gone);
        runs.resume(world.operator(), id);
        hook.once(
                id,
                "prepare",
                Moment.AFTER_OUTCOME,
                () -> runs.hold(world.operator(), id, "look at the print"));
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.ON_HOLD);
        runs.resume(world.operator(), id);
        Path rejecting = Files.createFile(world.bureauFolder().resolve("rejecting"));
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.ON_HOLD);
        Files.delete(rejecting);
        runs.resume(world.operator(), id);
        ProductionRun sent = stage.reached(world, id, RunState.HANDED_OVER);
        runs.hold(world.operator(), id, "wait");
        runs.resume(world.operator(), id);
        stage.acknowledge(world, sent, List.of(1));
        stage.rested(world, id);
        runs.reconcile(world.operator(), id, 0);
    }

    private void makesCardsOfEveryFate(World world) throws Exception {
        stage.script(world, "1 spoiled", "2 refused", "3 deferred", "4 lost", "5 unknown");
        RunId id = stage.released(world, world.toDevice(), 6, 9);
        assertThat(stage.rested(world, id).reason()).contains("refused card 2");
        runs.resume(world.operator(), id);
        stage.rested(world, id);
        runs.resolve(world.operator(), id, 4, Resolution.PRODUCED, "it reads well");
        runs.resume(world.operator(), id);
        stage.rested(world, id);
        runs.resolve(world.operator(), id, 5, Resolution.DESTROYED, "cut in two");
        runs.resume(world.operator(), id);
        assertThat(stage.rested(world, id).state()).isEqualTo(RunState.PRODUCED);
        runs.remake(world.operator(), id, 2, "the head is clean again");
        assertThat(stage.rested(world, id).good()).isEqualTo(6);
        runs.reconcile(world.operator(), id, 1);

        stage.script(world, "2 refused");
        RunId stopped = stage.released(world, world.toDevice(), 3, 3);
        stage.rested(world, stopped);
        assertThat(runs.cancel(world.operator(), stopped, "enough").state())
                .isEqualTo(RunState.PRODUCED);
    }

    private static <T> Set<String> ends(List<T> arrows, Function<T, String> ends) {
        return arrows.stream().map(ends).collect(Collectors.toSet());
    }

    private static String drawn() {
        List<String> lines = new ArrayList<>();
        lines.add("# The life of a run, and of a card");
        lines.add("");
        lines.add(
                "Drawn from the tables `RunTransitions` and `CardTransitions`; a test compares them"
                        + " and walks every arrow.");
        lines.add("");
        lines.add("## A run");
        lines.add("");
        lines.addAll(
                mermaid(
                        "[*] --> PLANNED",
                        RunTransitions.ARROWS.stream().map(a -> arrow(a.from(), a.to(), a.verb())),
                        Stream.of(RunState.values()).filter(RunState::closed)));
        lines.add("");
        lines.add("## A card");
        lines.add("");
        lines.addAll(
                mermaid(
                        "[*] --> PLANNED",
                        CardTransitions.ARROWS.stream().map(a -> arrow(a.from(), a.to(), a.verb())),
                        Stream.of(CardState.values())
                                .filter(
                                        s ->
                                                CardTransitions.ARROWS.stream()
                                                        .noneMatch(a -> a.from() == s))));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> mermaid(
            String first, Stream<String> arrows, Stream<? extends Enum<?>> last) {
        List<String> lines = new ArrayList<>();
        lines.add("```mermaid");
        lines.add("stateDiagram-v2");
        lines.add("    " + first);
        arrows.forEach(a -> lines.add("    " + a));
        last.forEach(s -> lines.add("    " + s.name() + " --> [*]"));
        lines.add("```");
        return lines;
    }

    private static String arrow(Enum<?> from, Enum<?> to, Enum<?> verb) {
        return from.name()
                + " --> "
                + to.name()
                + ": "
                + verb.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
