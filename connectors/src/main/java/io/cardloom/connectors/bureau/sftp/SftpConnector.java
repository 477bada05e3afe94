package io.cardloom.connectors.bureau.sftp;

import io.cardloom.connectors.registry.NetworkReach;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.Property;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens connections: the server has to prove one of the pinned host keys before Cardloom says who
 * it is; Cardloom proves its own key. No password, no agent, nothing from a user's SSH files.
 */
@Component
class SftpConnector {

    /** The server proved a host key that is not among the pinned ones; nothing was sent to it. */
    static final class HostKeyRefused extends IOException {
        private static final long serialVersionUID = 1L;

        HostKeyRefused(String shown) {
            super(
                    "The server shows the host key "
                            + shown
                            + ", which is not the bureau's registered one. Nothing was sent. Ask"
                            + " the bureau by another way whether it has a new key before you"
                            + " register it.");
        }
    }

    /** The server is there and does not let Cardloom in. */
    static final class SignInRefused extends IOException {
        private static final long serialVersionUID = 1L;

        SignInRefused(Throwable cause) {
            super(
                    "The server does not let Cardloom sign in. Give the bureau Cardloom's public"
                            + " key and check the user name.",
                    cause);
        }
    }

    private static final AttributeRepository.AttributeKey<Pins> PINS =
            new AttributeRepository.AttributeKey<>();

    /**
     * All that waits for the server, its farewell too: whichever is first to lose its patience ends
     * the connection.
     */
    private static final List<Property<Duration>> WAITS =
            List.of(
                    CoreModuleProperties.IDLE_TIMEOUT,
                    CoreModuleProperties.WINDOW_TIMEOUT,
                    CoreModuleProperties.NIO2_MIN_WRITE_TIMEOUT,
                    CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT,
                    CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT,
                    CoreModuleProperties.DISCONNECT_TIMEOUT,
                    SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT);

    private final ClientKeys keys;
    private final NetworkReach reach;
    private @Nullable SshClient client;

    SftpConnector(ClientKeys keys, NetworkReach reach) {
        this.keys = keys;
        this.reach = reach;
    }

    /**
     * @throws HostKeyRefused when the server is not the one that is registered
     * @throws SignInRefused when it does not accept Cardloom's key
     * @throws IOException when it is not reached in time; a retry can help
     */
    RemoteFolder connect(SftpSettings settings) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(reach.address(settings.host()), settings.port());
        Pins pins = new Pins(settings);
        ClientSession session =
                client().connect(
                                settings.user(),
                                address,
                                AttributeRepository.ofKeyValuePair(PINS, pins))
                        .verify(settings.patience())
                        .getSession();
        boolean open = false;
        try {
            session.addPublicKeyIdentity(keys.pair(settings.clientKey()));
            signIn(session, settings, pins);
            for (Property<Duration> wait : WAITS) {
                wait.set(session, settings.patience());
            }
            SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
            open = true;
            return new RemoteFolder(session, sftp);
        } finally {
            if (!open) {
                session.close(true);
            }
        }
    }

    private static void signIn(ClientSession session, SftpSettings settings, Pins pins)
            throws IOException {
        try {
            session.auth().verify(settings.patience());
        } catch (IOException e) {
            String shown = pins.refused;
            if (shown != null) {
                throw new HostKeyRefused(shown);
            }
            if (e instanceof org.apache.sshd.common.SshException ssh
                    && ssh.getDisconnectCode()
                            == org.apache.sshd.common.SshConstants
                                    .SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                throw new SignInRefused(e);
            }
            throw e;
        }
    }

    private synchronized SshClient client() {
        if (client == null) {
            SshClient made = SshClient.setUpDefaultClient();
            made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            made.setServerKeyVerifier(pinned());
            CoreModuleProperties.TCP_NODELAY.set(made, true);
            made.start();
            client = made;
        }
        return client;
    }

    private static ServerKeyVerifier pinned() {
        return (session, address, key) -> {
            Pins pins = session.getAttribute(PINS);
            AttributeRepository context = session.getConnectionContext();
            if (pins == null && context != null) {
                pins = context.getAttribute(PINS);
            }
            return pins != null && pins.allow(key);
        };
    }

    @PreDestroy
    synchronized void stop() {
        if (client != null) {
            client.stop();
            client = null;
        }
    }

    private static final class Pins {
        private final SftpSettings settings;
        private volatile @Nullable String refused;

        Pins(SftpSettings settings) {
            this.settings = settings;
        }

        boolean allow(PublicKey key) {
            String fingerprint = ClientKeys.fingerprint(key);
            if (settings.hostKeys().contains(fingerprint)) {
                return true;
            }
            refused = fingerprint;
            return false;
        }
    }
}
