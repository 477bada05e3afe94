package io.cardloom.production.dataprep;

import io.cardloom.designer.design.DesignRevision;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.emv.ApplicationProfile;
import io.cardloom.production.emv.CertifiedIssuer;
import io.cardloom.production.emv.ChipPreparation;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.EmvCertificates;
import io.cardloom.production.emv.TakenIccKey;
import io.cardloom.production.intake.SampleCardholders;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.key.store.TestDocumentKeys;
import io.cardloom.production.key.store.TestKeys;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Prepares sample cards as a run's are prepared, by the same code, with {@link TestKeys} and
 * without leaving anything behind: no run, no row, no key of the issuer's is touched.
 */
@Component
public class SampleRun {

    /** Begins the name of each file. */
    public static final String MARK = "SAMPLE-";

    /** The test authority's certificate, beside the documents that its signer signed. */
    static final String AUTHORITY_FILE = "authority.pem";

    private static final int AUTHORITY_INDEX = 0xF1;
    private static final int SERIAL = 1;
    private static final String LAST_EXPIRY = "9912";

    private final RunFaces faces;
    private final RunStripes stripes;
    private final RunMailers mailers;
    private final ChipPrograms chips;
    private final RunPins runPins;

    SampleRun(
            RunFaces faces,
            RunStripes stripes,
            RunMailers mailers,
            ChipPrograms chips,
            RunPins runPins) {
        this.faces = faces;
        this.stripes = stripes;
        this.mailers = mailers;
        this.chips = chips;
        this.runPins = runPins;
    }

    /**
     * Writes the files of these cards into an archive, each marked as a sample.
     *
     * @param zip stays open
     * @param file told the name of each file when it is whole
     * @throws io.cardloom.tenancy.refusal.Refusal what {@link DataPreparation#prepare} says of
     *     records and designs
     */
    public List<PreparedFile> write(
            TenantId tenant,
            DesignRevision revision,
            List<AccountRecord> records,
            Instant at,
            OutputStream zip,
            Consumer<String> file) {
        TestKeys keys = new TestKeys();
        Supplier<PinKeys.Session> session = keys::pins;
        CardPins pins = runPins.samples(tenant, revision.program());
        CardStripes cardStripes = stripes.samples(tenant, revision.program(), session, pins, keys);
        SampleArchive archive = new SampleArchive(zip, file);
        Preparing preparing = new Preparing(deck(records), archive, RecordIds.drawn());
        preparing.make(
                new Preparing.Making(
                        cardStripes,
                        faces.lines(tenant, revision),
                        keys,
                        mailers.samples(tenant, revision.program(), session, pins),
                        chip(tenant, revision, cardStripes, keys),
                        faces.samples(tenant, revision),
                        facts(revision, records.size(), at),
                        Map.of(RunContent.STRIPE_CVK, keys.stripeCheckValue().hex6())),
                cards -> {});
        archive.finish();
        return preparing.files();
    }

    /**
     * The same of identity documents, with a signer that a test authority certified; its
     * certificate is a file of the archive, so that anybody can verify what was signed.
     */
    public List<PreparedFile> writeDocuments(
            TenantId tenant,
            DesignRevision revision,
            DocumentProgram program,
            List<DocumentEntry> entries,
            Instant at,
            OutputStream zip,
            Consumer<String> file) {
        TestDocumentKeys keys = new TestDocumentKeys();
        TestDocumentKeys.Certified signer = keys.certified(at);
        SampleArchive archive = new SampleArchive(zip, file);
        RunFiles files = new RunFiles(archive, RecordIds.drawn());
        files.text(AUTHORITY_FILE, out -> out.write(signer.authorityPem()));
        RunDocuments.samples(program, keys.signer(), signer.certificate(), deck(entries))
                .make(
                        files,
                        faces.lines(tenant, revision),
                        faces.samples(tenant, revision),
                        facts(revision, entries.size(), at),
                        Map.of(RunContent.DOCUMENT_TRANSPORT, keys.signer().transportCheckValue()));
        archive.finish();
        return files.files();
    }

    private static <R> CardDeck<R> deck(List<R> records) {
        return new CardDeck<>(
                rows ->
                        rows.stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(), row -> records.get(row - 1))),
                IntStream.rangeClosed(1, records.size())
                        .mapToObj(n -> new CardSlot(n, n))
                        .toList());
    }

    private Optional<RunChips.Lines> chip(
            TenantId tenant, DesignRevision revision, CardStripes cardStripes, TestKeys keys) {
        return RunFaces.carryChip(revision)
                ? chips.profile(tenant, revision.program())
                        .map(
                                profile ->
                                        chip(
                                                profile,
                                                chips.scripts(tenant, revision.program()),
                                                cardStripes,
                                                keys))
                : Optional.empty();
    }

    static RunChips.Lines chip(
            ApplicationProfile profile, boolean scripts, CardStripes cardStripes, TestKeys keys) {
        TestKeys.Chip security = keys.chip();
        TestKeys.Authority authority = keys.authority();
        CertifiedIssuer issuer =
                CertifiedIssuer.of(
                        AUTHORITY_INDEX,
                        EmvCertificates.issuer(
                                SampleCardholders.TEST_IIN,
                                new ExpiryDate(LAST_EXPIRY),
                                SERIAL,
                                security.issuerKey(),
                                authority.publicKey().length(),
                                authority::sign),
                        authority.publicKey(),
                        security.issuerKey());
        int bits = profile.iccKeyBits();
        Function<CardDeck.Card<AccountRecord>, TakenIccKey> key =
                card -> {
                    String place = "sample/" + card.slot().number();
                    return new TakenIccKey(place, security.newIccKey(bits, place));
                };
        return new RunChips.Lines(
                bits,
                scripts,
                new ChipPreparation(profile, issuer, security),
                cardStripes,
                security.transportCheckValue().hex6(),
                batch -> batch.stream().map(key).toList());
    }

    private static Map<String, Object> facts(DesignRevision revision, int cards, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sample", true);
        facts.put("digest", revision.digest().hex64());
        facts.put("cards", cards);
        facts.put("preparedAt", at.toString());
        return facts;
    }
}
