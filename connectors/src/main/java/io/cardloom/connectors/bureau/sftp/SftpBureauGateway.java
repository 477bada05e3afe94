package io.cardloom.connectors.bureau.sftp;

import io.cardloom.connectors.bureau.AcknowledgementFile;
import io.cardloom.connectors.bureau.PackageSpool;
import io.cardloom.connectors.bureau.SealedPackage;
import io.cardloom.connectors.bureau.TransportTrust;
import io.cardloom.production.output.Acknowledgement;
import io.cardloom.production.output.BureauGateway;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.HandOver;
import io.cardloom.production.output.PackageName;
import io.cardloom.production.output.RunPackage;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands packages to a bureau's SFTP server and fetches its acknowledgements.
 *
 * <p>A package goes up under a temporary name, is flushed, compared, and only then given its name,
 * by which the bureau never sees half a package. Whatever breaks off is taken up where it stands:
 * before each step Cardloom looks what is there. A file under the final name is never replaced.
 */
@Component
class SftpBureauGateway implements BureauGateway {

    static final String DRIVER = "sftp";

    private static final Logger LOG = LoggerFactory.getLogger(SftpBureauGateway.class);
    private static final String TEMPORARY = ".tmp";

    /** Tries within one hand-over; whoever calls tries again later. */
    private static final int TRIES = 3;

    private final SftpConnector connector;
    private final PackageSpool spool;
    private final TransportTrust trust;

    SftpBureauGateway(SftpConnector connector, PackageSpool spool, TransportTrust trust) {
        this.connector = connector;
        this.spool = spool;
        this.trust = trust;
    }

    @Override
    public String driver() {
        return DRIVER;
    }

    @Override
    public HandOver handOver(TenantId tenant, Destination to, RunPackage what) {
        SftpSettings settings;
        SealedPackage sealed;
        try {
            settings = SftpSettings.of(to);
            X509Certificate recipient = recipient(tenant, to);
            sealed = spool.sealed(to.id(), what, () -> trust.signer(tenant), recipient);
        } catch (Refusal e) {
            return new HandOver.Rejected(e.sentence());
        } catch (IOException e) {
            return new HandOver.Unreachable("The package could not be sealed: " + e.getMessage());
        }
        return deliver(settings, sealed);
    }

    private HandOver deliver(SftpSettings settings, SealedPackage sealed) {
        String last = "";
        boolean sent = false;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try (RemoteFolder remote = connector.connect(settings)) {
                Optional<HandOver> there = look(remote, settings, sealed, sent);
                if (there.isPresent()) {
                    return there.get();
                }
                sent = true;
                if (upload(remote, settings, sealed)) {
                    remote.rename(temporary(settings, sealed), settled(settings, sealed));
                    return look(remote, settings, sealed, true).orElseGet(() -> delivered(sealed));
                }
                last = "What arrived is not what was sent.";
            } catch (SftpConnector.HostKeyRefused | SftpConnector.SignInRefused e) {
                return new HandOver.Unreachable(String.valueOf(e.getMessage()));
            } catch (Refusal e) {
                return new HandOver.Rejected(e.sentence());
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED) {
                    return new HandOver.Rejected(
                            "The bureau's server does not allow Cardloom to store in "
                                    + settings.inbox()
                                    + ". Ask the bureau for the permission.");
                }
                last = "The bureau's server answered " + e.getStatus() + ".";
            } catch (IOException e) {
                last =
                        "The connection to the bureau failed ("
                                + e.getClass().getSimpleName()
                                + ").";
                LOG.info("{}: try {} broke off: {}", sealed.name(), attempt, e.toString());
            }
        }
        return new HandOver.Unreachable(last + " The package is sent again later.");
    }

    /** What stands under the final name; empty when nothing does. */
    private static Optional<HandOver> look(
            RemoteFolder remote, SftpSettings settings, SealedPackage sealed, boolean sent)
            throws IOException {
        return switch (remote.standing(settled(settings, sealed), sealed)) {
            case ABSENT -> noFolder(remote, settings);
            case OTHER ->
                    Optional.of(
                            new HandOver.Rejected(
                                    "The bureau has another file named "
                                            + sealed.name()
                                            + ". It was left as it is. Ask the bureau what it is"
                                            + " before the run goes on."));
            case SAME -> {
                remote.remove(temporary(settings, sealed));
                yield Optional.of(
                        sent
                                ? delivered(sealed)
                                : new HandOver.AlreadyThere(
                                        sealed.name(), sealed.bytes(), sealed.sha256()));
            }
        };
    }

    private static Optional<HandOver> noFolder(RemoteFolder remote, SftpSettings settings)
            throws IOException {
        return remote.isFolder(settings.inbox())
                ? Optional.empty()
                : Optional.of(
                        new HandOver.Rejected(
                                "The bureau's server has no folder "
                                        + settings.inbox()
                                        + ". Ask the bureau where packages go."));
    }

    private static HandOver delivered(SealedPackage sealed) {
        return new HandOver.Delivered(sealed.name(), sealed.bytes(), sealed.sha256());
    }

    /**
     * Brings the temporary file to the sealed bytes, from where it stands; false when it is not.
     */
    private static boolean upload(RemoteFolder remote, SftpSettings settings, SealedPackage sealed)
            throws IOException {
        String path = temporary(settings, sealed);
        OptionalLong size = remote.size(path);
        long offset = size.isPresent() && size.getAsLong() <= sealed.bytes() ? size.getAsLong() : 0;
        remote.upload(sealed, path, offset);
        if (remote.standing(path, sealed) == RemoteFolder.Standing.SAME) {
            return true;
        }
        remote.remove(path);
        return false;
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(
            TenantId tenant, Destination from, PackageName name) {
        SftpSettings settings = SftpSettings.of(from);
        Optional<byte[]> file;
        try (RemoteFolder remote = connector.connect(settings)) {
            file =
                    remote.read(
                            settings.acknowledgements() + "/" + name + AcknowledgementFile.SUFFIX,
                            AcknowledgementFile.MAX_BYTES);
        } catch (IOException e) {
            LOG.info(
                    "{}: the bureau is not reached for the acknowledgement: {}",
                    name,
                    e.toString());
            return Optional.empty();
        }
        return file.map(bytes -> verified(tenant, from, name, bytes));
    }

    private Acknowledgement verified(
            TenantId tenant, Destination from, PackageName name, byte[] bytes) {
        try {
            Acknowledgement acknowledgement =
                    AcknowledgementFile.verify(
                            bytes,
                            trust.signers(tenant, from),
                            name,
                            spool.manifestSha256(from.id(), name).orElse(null));
            spool.acknowledged(from.id(), name);
            return acknowledgement;
        } catch (Refusal e) {
            keepAside(from, name, bytes);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("The spool of packages cannot be read", e);
        }
    }

    private void keepAside(Destination from, PackageName name, byte[] bytes) {
        try {
            spool.keepAside(from.id(), name, bytes);
        } catch (IOException e) {
            LOG.warn("{}: a refused acknowledgement could not be kept aside", name, e);
        }
    }

    private X509Certificate recipient(TenantId tenant, Destination to) {
        return trust.recipients(tenant, to).stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "BUREAU_CERTIFICATE_MISSING",
                                        "No certificate of the bureau to encrypt packages to is"
                                                + " registered and good today. Register the one the"
                                                + " bureau has given you."));
    }

    private static String settled(SftpSettings settings, SealedPackage sealed) {
        return settings.inbox() + "/" + sealed.name();
    }

    private static String temporary(SftpSettings settings, SealedPackage sealed) {
        return settled(settings, sealed) + TEMPORARY;
    }
}
