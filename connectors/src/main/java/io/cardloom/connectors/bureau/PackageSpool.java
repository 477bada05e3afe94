package io.cardloom.connectors.bureau;

import io.cardloom.production.key.PackageSigner;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.PackageName;
import io.cardloom.production.output.RunPackage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sealed packages on their way out, by destination.
 *
 * <p>Sealing draws new keys each time, so the same package sealed twice is two different files. It
 * is therefore sealed once and kept: every try sends the same bytes, an upload can go on where it
 * broke off, and a file already at the bureau can be recognized. Only sealed bytes and a note
 * without account data are stored. A file that was not finished is sealed again.
 */
@Component
public class PackageSpool {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    PackageSpool(@Value("${cardloom.data.folder:data}") Path data) {
        this.folder = data.resolve("bureau-spool");
    }

    /** What is known about a sealed file; kept after the file itself is gone. */
    record Note(String sha256, long bytes, String manifestSha256, String recipientSha256) {}

    /**
     * The package sealed for the recipient, from the spool or sealed now.
     *
     * @throws io.cardloom.tenancy.refusal.Refusal as {@link PackageSeal#seal}
     * @throws IOException when the disk or a file's content fails; a retry can help
     */
    public SealedPackage sealed(
            DestinationId to,
            RunPackage what,
            Supplier<PackageSigner> signer,
            X509Certificate recipient)
            throws IOException {
        Path file = file(to, what.name());
        String recipientSha256 = fingerprint(recipient);
        Optional<Note> known = note(to, what.name());
        if (known.isEmpty()
                || !known.get().recipientSha256().equals(recipientSha256)
                || !Files.exists(file)
                || Files.size(file) != known.get().bytes()) {
            known = Optional.of(seal(to, what, signer.get(), recipient));
        }
        Note note = known.get();
        return new SealedPackage(
                file, what.name() + PackageSeal.SUFFIX, note.bytes(), note.sha256());
    }

    /** SHA-256 of the manifest that was sealed under this name, if it was sealed here. */
    public Optional<String> manifestSha256(DestinationId to, PackageName name) throws IOException {
        return note(to, name).map(Note::manifestSha256);
    }

    /** Drops the sealed bytes of a package that the bureau has acknowledged. */
    public void acknowledged(DestinationId to, PackageName name) throws IOException {
        Files.deleteIfExists(file(to, name));
    }

    /** Keeps a file that was refused, for people to look at; the same bytes are kept once. */
    public void keepAside(DestinationId from, PackageName name, byte[] refused) throws IOException {
        String hash = HexFormat.of().formatHex(PackageSeal.sha256().digest(refused));
        Path aside = folder.resolve(from.value()).resolve("refused");
        Files.createDirectories(aside);
        Path file = aside.resolve(name + "-" + hash.substring(0, 16) + AcknowledgementFile.SUFFIX);
        if (!Files.exists(file)) {
            Path part = aside.resolve(file.getFileName() + ".part");
            Files.write(part, refused);
            Path kept = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            assert kept.equals(file);
        }
    }

    private Note seal(
            DestinationId to, RunPackage what, PackageSigner signer, X509Certificate recipient)
            throws IOException {
        Path file = file(to, what.name());
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest digest = PackageSeal.sha256();
        String manifestSha256;
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out =
                    new BufferedOutputStream(
                            new DigestOutputStream(Channels.newOutputStream(channel), digest),
                            1 << 16);
            manifestSha256 = PackageSeal.seal(what, signer, recipient, out);
            out.flush();
            channel.force(true);
        }
        Note note =
                new Note(
                        HexFormat.of().formatHex(digest.digest()),
                        Files.size(part),
                        manifestSha256,
                        fingerprint(recipient));
        // The old note goes first: a file is only trusted with the note that describes it.
        Files.deleteIfExists(noteFile(to, what.name()));
        move(part, file);
        Path notePart = file.resolveSibling(file.getFileName() + ".note.part");
        try (FileChannel channel =
                FileChannel.open(
                        notePart,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(JSON.writeValueAsString(note).getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        move(notePart, noteFile(to, what.name()));
        return note;
    }

    private static void move(Path from, Path to) throws IOException {
        Path moved =
                Files.move(
                        from,
                        to,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
        assert moved.equals(to);
    }

    private Optional<Note> note(DestinationId to, PackageName name) throws IOException {
        Path file = noteFile(to, name);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), Note.class))
                : Optional.empty();
    }

    private Path file(DestinationId to, PackageName name) {
        return folder.resolve(to.value()).resolve(name + PackageSeal.SUFFIX);
    }

    private Path noteFile(DestinationId to, PackageName name) {
        return folder.resolve(to.value()).resolve(name + ".json");
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(PackageSeal.sha256().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
