package io.cardloom.production.run;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.design.Designs;
import io.cardloom.production.RunId;
import io.cardloom.production.dataprep.AccountPurges;
import io.cardloom.production.dataprep.DataPreparation;
import io.cardloom.production.output.StepWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** Imported by tests of runs, never scanned. */
@Import({io.cardloom.production.order.OrderStageBeans.class, RunStage.class})
public class RunStageBeans {

    @Bean
    FolderBureau folderBureau() {
        return new FolderBureau();
    }

    @Bean
    JournalDevice journalDevice() {
        return new JournalDevice();
    }

    @Bean
    @Primary
    StagedData stagedData(
            DataPreparation preparation,
            AccountPurges purges,
            Clock clock,
            @Value("${cardloom.data.folder}") Path folder)
            throws IOException {
        Path staged = Files.createDirectories(folder.resolve("staged"));
        Files.deleteIfExists(staged.resolve("unpreparable")); // left by a test that failed
        return new StagedData(preparation, purges, staged, clock);
    }

    @Bean
    @Primary
    StagedDesigns stagedDesigns(Designs designs, Approvals approvals) {
        return new StagedDesigns(designs, approvals);
    }

    @Bean
    Moves moves() {
        return new Moves();
    }

    @Bean
    Hook hook() {
        return new Hook();
    }

    /** Does something at one moment of one run, once, on the thread that works on it. */
    static class Hook implements StepWatcher {
        private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();

        void once(RunId run, String step, Moment moment, Runnable what) {
            waiting.put(run + step + moment, what);
        }

        @Override
        public void at(RunId run, int number, String step, Moment moment) {
            Runnable what = waiting.remove(run + step + moment);
            if (what != null) {
                what.run();
            }
        }
    }

    /** Remembers every move of a run and of a card. */
    static class Moves {
        final List<RunMoved> runs = new CopyOnWriteArrayList<>();
        final List<CardMoved> cards = new CopyOnWriteArrayList<>();

        @EventListener
        void on(RunMoved moved) {
            runs.add(moved);
        }

        @EventListener
        void on(CardMoved moved) {
            cards.add(moved);
        }
    }
}
