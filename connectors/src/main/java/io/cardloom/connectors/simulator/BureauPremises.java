package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The premises of a simulated bureau in one folder: its keys, its book, its server, its hands. */
final class BureauPremises {

    private static final Logger LOG = LoggerFactory.getLogger(BureauPremises.class);
    private static final long ROUND_MILLIS = 100;
    private static final long AFTER_FAILURE_MILLIS = 1_000;

    private final BureauKeys recipient;
    private final BureauKeys signing;
    private final BureauLedger ledger;
    private final BureauWorker worker;
    private final BureauServer server;
    private @Nullable Thread hands;

    /**
     * @param port to listen on; 0 for one that is chosen once and remembered
     * @param authorizedKey line of the public key that may sign in
     * @param senders in whose name a certificate signs; empty for a stranger's
     */
    BureauPremises(
            Path folder,
            int port,
            String authorizedKey,
            Function<X509Certificate, Optional<String>> senders,
            Clock clock)
            throws IOException {
        this.recipient = BureauKeys.recipient(folder.resolve("keys"), clock);
        this.signing = BureauKeys.signing(folder.resolve("keys"), clock);
        this.ledger = new BureauLedger(folder.resolve("book"));
        this.worker =
                new BureauWorker(
                        folder, ledger, new PackageOpening(recipient, senders), signing, clock);
        this.server = new BureauServer(folder, port, authorizedKey, worker::behavior);
    }

    BureauKeys recipient() {
        return recipient;
    }

    BureauKeys signing() {
        return signing;
    }

    BureauLedger ledger() {
        return ledger;
    }

    BureauWorker worker() {
        return worker;
    }

    BureauServer server() {
        return server;
    }

    synchronized void open() throws IOException {
        server.start();
        hands = Thread.ofPlatform().daemon().name("embedded-bureau").start(this::work);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            long pause = ROUND_MILLIS;
            try {
                worker.round();
            } catch (IOException | RuntimeException e) {
                LOG.warn("Embedded bureau: a round failed and is done again", e);
                pause = AFTER_FAILURE_MILLIS;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized void close() throws IOException {
        Thread working = hands;
        hands = null;
        if (working != null) {
            working.interrupt();
            try {
                working.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        server.stop();
    }

    synchronized boolean isOpen() {
        return hands != null;
    }
}
