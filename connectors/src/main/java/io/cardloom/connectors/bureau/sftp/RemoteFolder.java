package io.cardloom.connectors.bureau.sftp;

import io.cardloom.connectors.bureau.SealedPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.CheckFileNameExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.apache.sshd.sftp.client.impl.SftpOutputStreamAsync;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** One connection to a bureau's SFTP server, and the few things Cardloom does there. */
final class RemoteFolder implements AutoCloseable {

    private static final int BLOCK = 32 * 1024;

    private final ClientSession session;
    private final SftpClient sftp;

    RemoteFolder(ClientSession session, SftpClient sftp) {
        this.session = session;
        this.sftp = sftp;
    }

    /** The size of a file; empty when there is none. */
    OptionalLong size(String path) throws IOException {
        try {
            return OptionalLong.of(sftp.stat(path).getSize());
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    boolean isFolder(String path) throws IOException {
        try {
            return sftp.stat(path).isDirectory();
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    /** What stands under a name. */
    enum Standing {
        /** Nothing, or nothing any more: whoever receives may take a file at any moment. */
        ABSENT,
        /** The same bytes. */
        SAME,
        OTHER
    }

    /**
     * Compares a file with what was sealed: by size, and by SHA-256 where the server computes it or
     * lets the file be read back. A server that allows neither is believed by size. The size is
     * asked for once, so that a file which is taken meanwhile is absent and not another one.
     */
    Standing standing(String path, SealedPackage sealed) throws IOException {
        OptionalLong size = size(path);
        if (size.isEmpty()) {
            return Standing.ABSENT;
        }
        if (size.getAsLong() != sealed.bytes()) {
            return Standing.OTHER;
        }
        try {
            Optional<String> hash = hashThere(path);
            if (hash.isEmpty()) {
                hash = hashReadBack(path);
            }
            return hash.isEmpty() || hash.get().equals(sealed.sha256())
                    ? Standing.SAME
                    : Standing.OTHER;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Standing.ABSENT;
            }
            throw e;
        }
    }

    /**
     * Sends the bytes from an offset on, and has them flushed to the server's disk where it offers
     * that.
     */
    void upload(SealedPackage sealed, String path, long offset) throws IOException {
        EnumSet<SftpClient.OpenMode> modes =
                offset == 0
                        ? EnumSet.of(
                                SftpClient.OpenMode.Write,
                                SftpClient.OpenMode.Create,
                                SftpClient.OpenMode.Truncate)
                        : EnumSet.of(SftpClient.OpenMode.Write);
        try (FileChannel from = FileChannel.open(sealed.file(), StandardOpenOption.READ);
                SftpClient.CloseableHandle handle = sftp.open(path, modes)) {
            send(from.position(offset), offset, path, handle);
            flush(handle);
        }
    }

    /**
     * Sends blocks without waiting for the answer to each, in order; all answers are there when it
     * returns.
     */
    private void send(FileChannel from, long offset, String path, SftpClient.CloseableHandle handle)
            throws IOException {
        try (SftpOutputStreamAsync out =
                new SftpOutputStreamAsync((AbstractSftpClient) sftp, BLOCK, path, handle, false)) {
            out.setOffset(offset);
            out.transferFrom(from, from.size() - offset);
        }
    }

    private void flush(SftpClient.Handle handle) throws IOException {
        OpenSSHFsyncExtension fsync = extension(OpenSSHFsyncExtension.class);
        if (fsync != null) {
            fsync.fsync(handle);
        }
    }

    /**
     * Gives a file its final name. The plain rename of the protocol goes first, because a server of
     * OpenSSH's kind refuses it, without a gap, when the target is there; the POSIX rename replaces
     * a target and is only used where the plain one is not to be had and the target was just seen
     * to be absent.
     */
    void rename(String from, String to) throws IOException {
        try {
            sftp.rename(from, to);
        } catch (SftpException e) {
            OpenSSHPosixRenameExtension posix = extension(OpenSSHPosixRenameExtension.class);
            if (posix == null || size(to).isPresent() || size(from).isEmpty()) {
                throw e;
            }
            posix.posixRename(from, to);
        }
    }

    void remove(String path) throws IOException {
        try {
            sftp.remove(path);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
    }

    /**
     * A whole small file; empty when there is none.
     *
     * @throws IOException also when it is larger than the limit
     */
    Optional<byte[]> read(String path, int limit) throws IOException {
        OptionalLong size = size(path);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = sftp.read(path)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            int count;
            while ((count = in.read(block)) >= 0) {
                bytes.write(block, 0, count);
                if (bytes.size() > limit) {
                    return Optional.of(new byte[0]);
                }
            }
            return Optional.of(bytes.toByteArray());
        }
    }

    private Optional<String> hashThere(String path) throws IOException {
        CheckFileNameExtension check = extension(CheckFileNameExtension.class);
        if (check == null) {
            return Optional.empty();
        }
        try {
            Collection<byte[]> hashes =
                    check.checkFileName(path, List.of("sha256"), 0, 0, 0).getValue();
            return hashes.size() == 1
                    ? Optional.of(HexFormat.of().formatHex(hashes.iterator().next()))
                    : Optional.empty();
        } catch (SftpException e) {
            return Optional.empty();
        }
    }

    private Optional<String> hashReadBack(String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            int count;
            while ((count = in.read(block)) >= 0) {
                digest.update(block, 0, count);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED) {
                return Optional.empty();
            }
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private <E extends org.apache.sshd.sftp.client.extensions.SftpClientExtension>
            @Nullable E extension(Class<E> type) {
        E extension = sftp.getExtension(type);
        return extension != null && extension.isSupported() ? extension : null;
    }

    /** At once: everything asked for has been answered, and a dead server answers no farewell. */
    @Override
    public void close() {
        session.close(true);
    }
}
