package io.cardloom.connectors.bureau.sftp;

import io.cardloom.connectors.bureau.TransportTrust;
import io.cardloom.connectors.registry.Connection;
import io.cardloom.connectors.registry.Health;
import io.cardloom.connectors.registry.NetworkReach;
import io.cardloom.connectors.registry.Setting;
import io.cardloom.production.output.Destination;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the SFTP driver says about itself and about a bureau's server. */
@Component
class SftpConnection implements Connection {

    private final SftpConnector connector;
    private final TransportTrust trust;
    private final NetworkReach reach;
    private final Clock clock;

    SftpConnection(SftpConnector connector, TransportTrust trust, NetworkReach reach, Clock clock) {
        this.connector = connector;
        this.trust = trust;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public String driver() {
        return SftpBureauGateway.DRIVER;
    }

    @Override
    public Destination.Channel channel() {
        return Destination.Channel.BUREAU;
    }

    @Override
    public List<Setting> settings() {
        return SftpSettings.ALL;
    }

    @Override
    public void judge(Destination destination) {
        SftpSettings settings = SftpSettings.of(destination);
        try {
            var allowed = reach.address(settings.host());
            assert allowed != null;
        } catch (UnknownHostException e) {
            throw Refusal.invalid(
                    "DESTINATION_HOST_UNKNOWN",
                    "There is no host of the name "
                            + settings.host()
                            + ". Check its spelling, or give its address.");
        }
    }

    @Override
    public Health check(TenantId tenant, Destination destination) {
        try {
            SftpSettings settings = SftpSettings.of(destination);
            try (RemoteFolder remote = connector.connect(settings)) {
                for (String folder : List.of(settings.inbox(), settings.acknowledgements())) {
                    if (!remote.isFolder(folder)) {
                        return health(
                                Health.State.MISCONFIGURED,
                                "The server has no folder " + folder + ".");
                    }
                }
            }
            return certificates(tenant, destination);
        } catch (Refusal e) {
            return health(Health.State.MISCONFIGURED, e.sentence());
        } catch (SftpConnector.HostKeyRefused | SftpConnector.SignInRefused e) {
            return health(Health.State.MISCONFIGURED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return health(
                    Health.State.UNREACHABLE,
                    "The bureau's server does not answer. Cardloom tries again by itself.");
        }
    }

    private Health certificates(TenantId tenant, Destination destination) {
        if (trust.recipients(tenant, destination).isEmpty()) {
            return missing("receive packages");
        }
        if (trust.signers(tenant, destination).isEmpty()) {
            return missing("sign acknowledgements");
        }
        return health(Health.State.GOOD, "The bureau's server is reached and takes packages.");
    }

    private Health missing(String purpose) {
        return health(
                Health.State.MISCONFIGURED,
                "The bureau has no certificate that is good today to "
                        + purpose
                        + ". Register the one it has given you.");
    }

    private Health health(Health.State state, String sentence) {
        return new Health(state, sentence, clock.instant());
    }
}
