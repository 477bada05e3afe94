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

    private final TransportCertificates certificates;
    private final Tenants tenants;
    private final BureauPremises premises;

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
        this.certificates = certificates;
        this.tenants = tenants;
        this.premises =
                new BureauPremises(
                        data.toAbsolutePath().normalize().resolve("bureau"),
                        port,
                        clientKeys.authorizedKey(BureauServer.CLIENT_KEY),
                        this::sender,
                        clock);
    }

    /** What a destination with the driver {@code sftp} needs to reach this bureau. */
    public Map<String, String> destinationSettings() {
        return premises.server().settings();
    }

    /** The certificate to which packages for this bureau are encrypted, in PEM. */
    public byte[] recipientCertificate() {
        return premises.recipient().pem();
    }

    /** The certificate with which this bureau signs its acknowledgements, in PEM. */
    public byte[] signingCertificate() {
        return premises.signing().pem();
    }

    /**
     * Registers this bureau's certificates for an organization, where they are not yet: what a key
     * custodian would do with certificates that came by courier.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal {@code PERMISSION_MISSING} without the right to
     *     keep keys; {@code NOT_FOUND} when the organization is not a bureau of the tenant
     */
    public void introduce(Actor keyCustodian, OrganizationId bureau) {
        register(keyCustodian, bureau, CertificatePurpose.BUREAU_RECIPIENT, premises.recipient());
        register(keyCustodian, bureau, CertificatePurpose.BUREAU_SIGNING, premises.signing());
    }

    private void register(
            Actor keyCustodian,
            OrganizationId bureau,
            CertificatePurpose purpose,
            BureauKeys keys) {
        boolean known =
                certificates.valid(keyCustodian.tenant(), bureau, purpose).stream()
                        .anyMatch(c -> c.certificate().equals(keys.certificate()));
        if (!known) {
            var registered =
                    certificates.registerBureauCertificate(
                            keyCustodian, bureau, purpose, keys.pem());
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
        return premises.ledger().newestFirst().stream()
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
        premises.worker().behave(behavior);
    }

    private Optional<String> sender(X509Certificate shown) {
        return tenants.all().stream()
                .map(Issuer::id)
                .filter(t -> certificates.announcedSigning(t).contains(shown))
                .map(Object::toString)
                .findFirst();
    }

    @Override
    public void start() {
        try {
            premises.open();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded bureau does not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            premises.close();
        } catch (IOException e) {
            LOG.warn("The embedded bureau did not stop by itself", e);
        }
    }

    @Override
    public boolean isRunning() {
        return premises.isOpen();
    }
}
