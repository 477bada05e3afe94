package io.cardloom.production.run;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.intake.HandedLists;
import io.cardloom.production.intake.RowRule;
import io.cardloom.production.output.StepWatcher;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Cardloom's production room in a process of its own, which moves the runs it is told of, each on
 * its own thread, takes a list in, and kills itself hard once each has come to where it is told to
 * stop.
 */
final class CrashChild {

    /** The row of the list at which it is killed: two batches are stored, a third is not. */
    private static final int AMID = 2_500;

    private CrashChild() {}

    public static void main(String[] args) throws Exception {
        Class<?> room = Class.forName("io.cardloom.production.ProductionTests");
        SpringApplication application = new SpringApplication(room, Beans.class);
        ApplicationContext context = application.run(args);
        ProductionRuns runs = context.getBean(ProductionRuns.class);
        TenantId tenant = new TenantId(System.getProperty("crash.tenant"));
        List<Thread> threads = new ArrayList<>();
        for (String run : words("crash.runs")) {
            threads.add(Thread.ofPlatform().start(() -> moved(runs, tenant, new RunId(run))));
        }
        for (String count : words("crash.reconcile")) {
            String[] parts = count.split(" ", -1);
            Actor operator =
                    new Actor(
                            tenant,
                            new PersonId(parts[0]),
                            new OrganizationId(parts[1]),
                            "Olga",
                            Set.of(Role.PRODUCTION_OPERATOR));
            RunId run = new RunId(parts[2]);
            int left = Integer.parseInt(parts[3]);
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        moved(runs, tenant, run);
                                        runs.reconcile(operator, run, left);
                                    }));
        }
        Killer killer = context.getBean(Killer.class);
        HandedLists lists = context.getBean(HandedLists.class);
        for (String list : words("crash.list")) {
            CardOrderId order = new CardOrderId(list);
            threads.add(Thread.ofPlatform().start(() -> taken(lists, tenant, order, killer)));
        }
        if (!words("crash.at").isEmpty()) {
            killer.killWhenAllHaveArrived();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<String> words(String property) {
        return Arrays.stream(System.getProperty(property, "").split(",", -1))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static void moved(ProductionRuns runs, TenantId tenant, RunId run) {
        Instant end = Instant.now().plusSeconds(120);
        Optional<Instant> next = runs.advance(tenant, run);
        while (next.isPresent() && Instant.now().isBefore(end)) {
            long wait = Duration.between(Instant.now(), next.get()).toMillis();
            LockSupport.parkNanos(Math.clamp(wait, 2, 200) * 1_000_000L);
            next = runs.advance(tenant, run);
        }
    }

    private static void taken(
            HandedLists lists, TenantId tenant, CardOrderId order, Killer killer) {
        AtomicInteger read = new AtomicInteger();
        RowRule rule =
                record -> {
                    if (read.incrementAndGet() == AMID) {
                        killer.amidTheList();
                    }
                    return List.of();
                };
        Instant end = Instant.now().plusSeconds(120);
        while (!lists.take(tenant, order, () -> rule, report -> {})
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(100_000_000L);
        }
    }

    /** The stage's props, and the watcher that kills. */
    @Import(RunStageBeans.class)
    static class Beans {

        @Bean
        Killer killer() {
            return new Killer();
        }
    }

    /**
     * Writes down each moment. Where a run is to be killed its thread stops for good; once all have
     * arrived the process ends, as by SIGKILL from outside.
     */
    static final class Killer implements StepWatcher {

        private final Map<String, String> places = new HashMap<>();
        private final CountDownLatch arrived;

        Killer() {
            for (String place : words("crash.at")) {
                int space = place.indexOf(' ');
                places.put(place.substring(0, space), place.substring(space + 1));
            }
            boolean list = !places.isEmpty() && !words("crash.list").isEmpty();
            arrived = new CountDownLatch(places.size() + (list ? 1 : 0));
        }

        @Override
        public void at(RunId run, int number, String step, Moment moment) {
            try {
                Files.writeString(
                        Path.of(System.getProperty("crash.log")),
                        run + " " + number + " " + step + " " + moment + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if ((step + " " + moment).equals(places.get(run.value()))
                    && (number == 0 || number == 2)) {
                stop();
            }
        }

        void amidTheList() {
            if (!places.isEmpty()) {
                stop();
            }
        }

        private void stop() {
            arrived.countDown();
            while (true) {
                LockSupport.park();
            }
        }

        void killWhenAllHaveArrived() throws InterruptedException, IOException {
            if (!arrived.await(150, TimeUnit.SECONDS)) {
                throw new IllegalStateException(arrived.getCount() + " runs did not arrive");
            }
            Process kill =
                    new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                            .start();
            throw new IllegalStateException("still alive after kill " + kill.waitFor());
        }
    }
}
