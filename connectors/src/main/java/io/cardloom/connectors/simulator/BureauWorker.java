package io.cardloom.connectors.simulator;

import io.cardloom.connectors.bureau.AcknowledgementFile;
import io.cardloom.connectors.bureau.AcknowledgementStatement;
import io.cardloom.connectors.bureau.PackageManifest;
import io.cardloom.connectors.bureau.PackageSeal;
import io.cardloom.production.output.PackageName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hands of the embedded bureau: takes what lies whole in the inbox, once each, makes the cards
 * (it counts them), and lays the signed acknowledgement ready.
 */
final class BureauWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BureauWorker.class);

    private final Path inbox;
    private final Path acknowledgements;
    private final Path rejected;
    private final BureauLedger ledger;
    private final PackageOpening opening;
    private final BureauKeys signing;
    private final Clock clock;
    private volatile BureauBehavior behavior = BureauBehavior.working();

    BureauWorker(
            Path folder,
            BureauLedger ledger,
            PackageOpening opening,
            BureauKeys signing,
            Clock clock)
            throws IOException {
        this.inbox = Files.createDirectories(inbox(folder));
        this.acknowledgements =
                Files.createDirectories(folder.resolve("files").resolve("acknowledgements"));
        this.rejected = Files.createDirectories(folder.resolve("rejected"));
        this.ledger = ledger;
        this.opening = opening;
        this.signing = signing;
        this.clock = clock;
    }

    static Path inbox(Path folder) {
        return folder.resolve("files").resolve("inbox");
    }

    void behave(BureauBehavior behavior) {
        this.behavior = behavior;
    }

    BureauBehavior behavior() {
        return behavior;
    }

    /** One round: takes what has come, and acknowledges what is due. */
    void round() throws IOException {
        List<Path> whole;
        try (Stream<Path> files = Files.list(inbox)) {
            whole =
                    files.filter(f -> f.getFileName().toString().endsWith(PackageSeal.SUFFIX))
                            .sorted()
                            .toList();
        }
        for (Path file : whole) {
            take(file);
        }
        for (BureauLedger.Page page : ledger.newestFirst()) {
            if (!page.shown().acknowledged() && due(page)) {
                acknowledge(page);
            }
        }
    }

    private boolean due(BureauLedger.Page page) {
        return behavior.mood() != BureauBehavior.Mood.SILENT
                && !clock.instant().isBefore(page.shown().receivedAt().plus(behavior.pause()));
    }

    private void take(Path file) throws IOException {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - PackageSeal.SUFFIX.length());
        MessageDigest digest = PackageOpening.sha256();
        try (InputStream in =
                new BufferedInputStream(
                        new DigestInputStream(Files.newInputStream(file), digest), 1 << 16)) {
            PackageName checked = new PackageName(name);
            PackageOpening.Opened opened = opening.open(in);
            if (!opened.manifest().packageName().equals(checked.value())) {
                throw new IOException("the package names another package than its file");
            }
            if (ledger.page(name).isEmpty()) {
                ledger.write(page(opened, Files.size(file), digest));
                LOG.info(
                        "Embedded bureau: received {} for {} cards",
                        name,
                        opened.manifest().cards());
            } else {
                LOG.info("Embedded bureau: received {} again, counted once", name);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Embedded bureau: rejected {}: {}", fileName, e.getMessage());
            Path aside =
                    Files.move(
                            file, rejected.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
            assert Files.exists(aside);
            return;
        }
        // Account data are not kept: the sealed file goes as soon as it is in the book.
        Files.delete(file);
    }

    private BureauLedger.Page page(PackageOpening.Opened opened, long bytes, MessageDigest digest) {
        PackageManifest manifest = opened.manifest();
        Set<Integer> spoil = behavior.spoil();
        List<Integer> spoiled =
                spoil.stream().filter(n -> n >= 1 && n <= manifest.cards()).sorted().toList();
        return new BureauLedger.Page(
                new ReceivedPackage(
                        manifest.packageName(),
                        opened.sender(),
                        manifest.digest(),
                        manifest.cards(),
                        manifest.stock(),
                        manifest.cards() - spoiled.size(),
                        spoiled.size(),
                        manifest.stock() - manifest.cards(),
                        bytes,
                        HexFormat.of().formatHex(digest.digest()),
                        manifest.files().stream().map(PackageManifest.Entry::name).toList(),
                        clock.instant(),
                        false),
                opened.manifestSha256(),
                spoiled);
    }

    private void acknowledge(BureauLedger.Page page) throws IOException {
        ReceivedPackage shown = page.shown();
        AcknowledgementStatement statement =
                new AcknowledgementStatement(
                        AcknowledgementStatement.SCHEMA,
                        shown.name(),
                        page.manifestSha256(),
                        shown.cards(),
                        shown.stock(),
                        shown.good(),
                        shown.spoiled(),
                        shown.left(),
                        page.spoiledNumbers());
        BureauLedger.replace(
                acknowledgements.resolve(shown.name() + AcknowledgementFile.SUFFIX),
                sign(statement.bytes(), signing));
        ledger.write(
                new BureauLedger.Page(
                        shown.asAcknowledged(), page.manifestSha256(), page.spoiledNumbers()));
    }

    static byte[] sign(byte[] statement, BureauKeys by) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            String algorithm =
                    by.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            generator.addSignerInfoGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(algorithm, by.key(), by.certificate()));
            return generator.generate(new CMSProcessableByteArray(statement), true).getEncoded();
        } catch (CMSException
                | OperatorCreationException
                | java.security.cert.CertificateEncodingException e) {
            throw new IOException("The acknowledgement could not be signed", e);
        }
    }
}
