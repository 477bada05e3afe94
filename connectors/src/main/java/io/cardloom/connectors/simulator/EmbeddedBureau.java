package io.cardloom.connectors.simulator;

import io.cardloom.connectors.bureau.sftp.ClientKeys;
import io.cardloom.production.key.CertificatePurpose;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.tenancy.organization.Issuer;
import io.cardloom.tenancy.organization.Tenants;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.tenant.OrganizationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bureau inside the application: an SFTP server on loopback and a worker behind it, in the folder
 * {@code bureau} of the data folder, where its keys, its book and its files outlive a restart. It
 * reads packages only through SFTP and CMS, as a bureau elsewhere would. Never in production.
 */
@Component
@ConditionalOnExpression("${cardloom.bureau.embedded:${cardloom.demo:false}}")
public class EmbeddedBureau implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBureau.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long ROUND_MILLIS = 100;

    private final Path folder;
    private final TransportCertificates certificates;
    private final Tenants tenants;
    private final BureauKeys recipient;
    private final BureauKeys signing;
    private final BureauLedger ledger;
    private final BureauWorker worker;
    private final BureauServer server;
    private @Nullable Thread hands;

    EmbeddedBureau(
            @Value("${cardloom.data.folder:data}") Path data,
            @Value("${cardloom.bureau.port:0}") int port,
            Environment environment,
            ClientKeys clientKeys,
            TransportCertificates certificates,
            Tenants tenants,
            Clock clock)
            throws IOException {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException(
                    "The embedded bureau makes no cards: production does not start with it. Set"
                            + " cardloom.bureau.embedded=false.");
        }
        this.folder = data.toAbsolutePath().normalize().resolve("bureau");
        this.certificates = certificates;
        this.tenants = tenants;
        this.recipient = BureauKeys.recipient(folder.resolve("keys"), clock);
        this.signing = BureauKeys.signing(folder.resolve("keys"), clock);
        this.ledger = new BureauLedger(folder.resolve("book"));
        this.worker =
                new BureauWorker(
                        folder,
                        ledger,
                        new PackageOpening(recipient, this::sender),
                        signing,
                        clock);
        this.server =
                new BureauServer(
                        folder,
                        port,
                        clientKeys.authorizedKey(BureauServer.CLIENT_KEY),
                        worker::behavior);
    }

    /** What a destination with the driver {@code sftp} needs to reach this bureau. */
    public Map<String, String> destinationSettings() {
        return server.settings();
    }

    /** The certificate to which packages for this bureau are encrypted, in PEM. */
    public byte[] recipientCertificate() {
        return recipient.pem();
    }

    /** The certificate with which this bureau signs its acknowledgements, in PEM. */
    public byte[] signingCertificate() {
        return signing.pem();
    }

    /**
     * Registers this bureau's certificates for an organization, where they are not yet: what an
     * administrator would do with certificates that came by courier.
     */
    public void introduce(Actor administrator, OrganizationId bureau) {
        register(administrator, bureau, CertificatePurpose.BUREAU_RECIPIENT, recipient);
        register(administrator, bureau, CertificatePurpose.BUREAU_SIGNING, signing);
    }

    private void register(
            Actor administrator,
            OrganizationId bureau,
            CertificatePurpose purpose,
            BureauKeys keys) {
        boolean known =
                certificates.valid(administrator.tenant(), bureau, purpose).stream()
                        .anyMatch(c -> c.certificate().equals(keys.certificate()));
        if (!known) {
            var registered =
                    certificates.registerBureauCertificate(
                            administrator, bureau, purpose, keys.pem());
            LOG.info("Embedded bureau: registered {} to {}", bureau, registered.purpose().words());
        }
    }

    /**
     * What the bureau has received in the actor's tenant's name, newest first.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PERMISSION_MISSING}
     */
    public List<ReceivedPackage> received(Actor actor) {
        if (!actor.may(Permission.VIEW_PRODUCTION)) {
            actor.require(Permission.RECEIVE_RUN);
        }
        return ledger.newestFirst().stream()
                .map(BureauLedger.Page::shown)
                .filter(p -> p.tenant().equals(actor.tenant().value()))
                .toList();
    }

    /** The same as {@link #received}, as a JSON array. */
    public String receivedAsJson(Actor actor) {
        return JSON.writeValueAsString(received(actor));
    }

    /** How the bureau treats packages from now on; those in the book keep their counts. */
    public void behave(BureauBehavior behavior) {
        worker.behave(behavior);
    }

    private Optional<String> sender(X509Certificate shown) {
        return tenants.all().stream()
                .map(Issuer::id)
                .filter(t -> certificates.signingCertificate(t).equals(shown))
                .map(Object::toString)
                .findFirst();
    }

    @Override
    public synchronized void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded bureau's SFTP server does not start", e);
        }
        hands = Thread.ofPlatform().daemon().name("embedded-bureau").start(this::work);
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                worker.round();
                TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                LOG.warn("Embedded bureau: a round failed and is done again", e);
                pauseAfterFailure();
            }
        }
    }

    private static void pauseAfterFailure() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
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
        try {
            server.stop();
        } catch (IOException e) {
            LOG.warn("The embedded bureau's SFTP server did not stop by itself", e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hands != null;
    }
}
