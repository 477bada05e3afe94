package io.cardloom.connectors.simulator;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded bureau's SFTP server: loopback only, no shell, public keys only, a root of its own.
 * Its host key and its port are chosen once and remembered.
 */
final class BureauServer {

    /** Name of Cardloom's key for this bureau. */
    static final String CLIENT_KEY = "cardloom";

    static final String USER = "cardloom";

    private static final Logger LOG = LoggerFactory.getLogger(BureauServer.class);
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final Supplier<BureauBehavior> behavior;
    private final SimpleGeneratorHostKeyProvider hostKeys;
    private SshServer server = SshServer.setUpDefaultServer();

    BureauServer(Path folder, int port, String authorizedKey, Supplier<BureauBehavior> behavior)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.behavior = behavior;
        this.hostKeys = new SimpleGeneratorHostKeyProvider(folder.resolve("keys/host-key"));
        hostKeys.setAlgorithm("EC");
        hostKeys.setKeySize(256);
        Files.writeString(
                folder.resolve("authorized_keys"), authorizedKey + "\n", StandardCharsets.US_ASCII);
    }

    /** What a destination has to be told; good once the server has started. */
    Map<String, String> settings() {
        KeyPair host = hostKeys.loadKeys(null).getFirst();
        return Map.of(
                "host",
                LOOPBACK,
                "port",
                Integer.toString(server.getPort()),
                "user",
                USER,
                "hostKey",
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, host.getPublic()),
                "clientKey",
                CLIENT_KEY,
                "inbox",
                "inbox",
                "acknowledgements",
                "acknowledgements");
    }

    void start() throws IOException {
        Path remembered = folder.resolve("port");
        int wanted = port;
        if (wanted == 0 && Files.exists(remembered)) {
            wanted =
                    Integer.parseInt(
                            Files.readString(remembered, StandardCharsets.US_ASCII).trim());
        }
        try {
            server = listening(wanted);
        } catch (BindException e) {
            if (port != 0) {
                throw new IOException(
                        "Port " + port + " is taken; set cardloom.bureau.port to a free one", e);
            }
            LOG.warn("Embedded bureau: its port {} is taken, it moves to another", wanted);
            server = listening(0);
        }
        Files.writeString(
                remembered, Integer.toString(server.getPort()), StandardCharsets.US_ASCII);
        LOG.info("Embedded bureau: SFTP on {}:{}", LOOPBACK, server.getPort());
    }

    private SshServer listening(int wanted) throws IOException {
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost(LOOPBACK);
        made.setPort(wanted);
        made.setKeyPairProvider(hostKeys);
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        AuthorizedKeysAuthenticator authorized =
                new AuthorizedKeysAuthenticator(folder.resolve("authorized_keys"));
        made.setPublickeyAuthenticator(
                (user, key, session) ->
                        USER.equals(user) && authorized.authenticate(user, key, session));
        made.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("files")));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        boolean added = sftp.addSftpEventListener(new Doorkeeper());
        assert added;
        made.setSubsystemFactories(List.of(sftp));
        made.start();
        return made;
    }

    void stop() throws IOException {
        server.stop(true);
    }

    /** Lets nobody store anything while the bureau is in a mood to refuse. */
    private final class Doorkeeper implements SftpEventListener {
        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle)
                throws IOException {
            if (behavior.get().mood() == BureauBehavior.Mood.REFUSING
                    && handle instanceof FileHandle file
                    && file.getOpenOptions().contains(java.nio.file.StandardOpenOption.WRITE)) {
                throw new AccessDeniedException(String.valueOf(handle.getFile().getFileName()));
            }
        }
    }
}
