package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * Cardloom's production room in a process of its own, which prepares the runs it is told of, each
 * on its own thread, and kills itself hard once each has come to the moment where it is to stop.
 */
final class DocumentsKillChild {

    /** The moment after the run's work is committed. */
    static final String COMMITTED = "committed:";

    private static final CountDownLatch STANDING =
            new CountDownLatch(System.getProperty("kill.at", "").split(",", -1).length);

    private DocumentsKillChild() {}

    public static void main(String[] args) throws Exception {
        Class<?> room = Class.forName("io.cardloom.production.ProductionTests");
        ApplicationContext context = new SpringApplication(room).run(args);
        PreparationStage stage = context.getBean(PreparationStage.class);
        TenantId tenant = new TenantId(System.getProperty("kill.tenant"));
        Path data = Path.of(context.getEnvironment().getRequiredProperty("cardloom.data.folder"));
        List<Thread> threads = new ArrayList<>();
        for (String place : System.getProperty("kill.at", "").split(",", -1)) {
            String[] parts = place.split(" ", -1);
            RunOrder run =
                    new RunOrder(
                            new RunId(parts[1]),
                            new CardOrderId(parts[2]),
                            PreparationStage.DIGEST,
                            IntStream.rangeClosed(1, Integer.getInteger("kill.cards"))
                                    .mapToObj(n -> new CardSlot(n, n))
                                    .toList());
            DataPreparation preparation = stage.in(new Stopping(data, parts[0]));
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        preparation.prepare(tenant, run);
                                        if (parts[0].equals(COMMITTED)) {
                                            stand();
                                        }
                                    }));
        }
        if (!STANDING.await(180, TimeUnit.SECONDS)) {
            throw new IllegalStateException(STANDING.getCount() + " runs did not arrive");
        }
        Process kill =
                new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                        .start();
        throw new IllegalStateException(
                "still alive after kill " + kill.waitFor() + " of " + threads.size());
    }

    private static void stand() {
        STANDING.countDown();
        while (true) {
            LockSupport.park();
        }
    }

    /** Lets nobody go past one byte of one file, or past its end. */
    private static final class Stopping extends PreparedFolder {

        private final String file;
        private final String at;

        Stopping(Path data, String moment) {
            super(data);
            String[] parts = moment.split(":", -1);
            this.file = parts[0];
            this.at = parts[1];
        }

        @Override
        PreparedFile write(TenantId tenant, RunId run, DataKey key, String name, Content content) {
            boolean here = name.equals(file);
            boolean whole = at.equals("whole");
            PreparedFile written =
                    super.write(
                            tenant,
                            run,
                            key,
                            name,
                            here && !whole
                                    ? out -> content.writeTo(new Until(out, Long.parseLong(at)))
                                    : content);
            if (here && whole) {
                stand();
            }
            return written;
        }
    }

    /** Takes so many bytes, flushes them and no more. */
    private static final class Until extends FilterOutputStream {

        private long left;

        Until(OutputStream out, long bytes) {
            super(out);
            this.left = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length >= left) {
                out.flush();
                stand();
            }
            out.write(bytes, offset, length);
            left -= length;
        }
    }
}
