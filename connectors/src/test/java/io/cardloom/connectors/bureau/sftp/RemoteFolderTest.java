package io.cardloom.connectors.bureau.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.connectors.bureau.SealedPackage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments that no server can be asked for: what happens between two of our questions. */
class RemoteFolderTest {

    private static final byte[] BYTES = "a sealed package".getBytes(StandardCharsets.US_ASCII);

    @FunctionalInterface
    private interface Reading {
        InputStream read() throws SftpException;
    }

    @Test
    void takesAFileThatIsTakenWhileItIsComparedForAbsent() throws Exception {
        Reading taken =
                () -> {
                    throw new SftpException(SftpConstants.SSH_FX_NO_SUCH_FILE, "taken");
                };
        assertThat(standing(BYTES.length, taken)).isEqualTo(RemoteFolder.Standing.ABSENT);
    }

    @Test
    void seesAFileThatIsNotThere() throws Exception {
        assertThat(standing(-1, () -> new ByteArrayInputStream(BYTES)))
                .isEqualTo(RemoteFolder.Standing.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({"a sealed package, SAME", "a forged package, OTHER", "short, OTHER"})
    void comparesWhatIsThere(String text, RemoteFolder.Standing standing) throws Exception {
        byte[] there = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(standing(there.length, () -> new ByteArrayInputStream(there)))
                .isEqualTo(standing);
    }

    @Test
    void believesASizeWhereNothingIsReadBack() throws Exception {
        Reading denied =
                () -> {
                    throw new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, "no");
                };
        assertThat(standing(BYTES.length, denied)).isEqualTo(RemoteFolder.Standing.SAME);
    }

    /** With a server that answers one stat only. */
    private static RemoteFolder.Standing standing(long size, Reading reading) throws Exception {
        boolean[] asked = new boolean[1];
        SftpClient server =
                answering(
                        SftpClient.class,
                        name ->
                                switch (name) {
                                    case "stat" -> {
                                        if (asked[0] || size < 0) {
                                            throw new SftpException(
                                                    SftpConstants.SSH_FX_NO_SUCH_FILE, "gone");
                                        }
                                        asked[0] = true;
                                        SftpClient.Attributes told = new SftpClient.Attributes();
                                        told.setSize(size);
                                        yield told;
                                    }
                                    case "read" -> reading.read();
                                    case "getExtension" -> null;
                                    default -> throw new AssertionError(name);
                                });
        ClientSession session =
                answering(
                        ClientSession.class,
                        name -> {
                            throw new AssertionError(name);
                        });
        return new RemoteFolder(session, server).standing("inbox/run.p7m", sealed());
    }

    private static SealedPackage sealed() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(BYTES);
        return new SealedPackage(
                Path.of("not read"), "run.p7m", BYTES.length, HexFormat.of().formatHex(hash));
    }

    @FunctionalInterface
    private interface Answer {
        @Nullable Object to(String method) throws Exception;
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer.to(method.getName())));
    }
}
