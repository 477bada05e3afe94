package io.cardloom.production.dataprep;

import io.cardloom.designer.design.DesignRevision;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.accountdata.ExpiryDate;
import io.cardloom.production.emv.ApplicationProfile;
import io.cardloom.production.emv.CertifiedIssuer;
import io.cardloom.production.emv.ChipPreparation;
import io.cardloom.production.emv.ChipPrograms;
import io.cardloom.production.emv.EmvCertificates;
import io.cardloom.production.emv.TakenIccKey;
import io.cardloom.production.intake.SampleCardholders;
import io.cardloom.production.key.store.PinKeys;
import io.cardloom.production.key.store.TestKeys;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Prepares sample cards as a run's are prepared, by the same code, with {@link TestKeys} and
 * without leaving anything behind: no run, no row, no key of the issuer's is touched.
 */
@Component
public class SampleRun {

    /** Begins the name of each file. */
    public static final String MARK = "SAMPLE-";

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
        Map<Integer, AccountRecord> byRow =
                IntStream.range(0, records.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> i + 1, records::get));
        List<CardSlot> slots =
                IntStream.rangeClosed(1, records.size()).mapToObj(n -> new CardSlot(n, n)).toList();
        TestKeys keys = new TestKeys();
        Supplier<PinKeys.Session> session = keys::pins;
        CardPins pins = runPins.samples(tenant, revision.program());
        ZipOutputStream archive = new ZipOutputStream(zip);
        Preparing preparing =
                new Preparing(
                        new CardDeck<>(rows -> byRow, slots),
                        (name, content) -> {
                            PreparedFile whole = put(archive, MARK + name, content);
                            file.accept(whole.name());
                            return whole;
                        },
                        RecordIds.drawn());
        preparing.make(
                new Preparing.Making(
                        stripes.samples(tenant, revision.program(), session, pins, keys),
                        faces.lines(tenant, revision),
                        keys,
                        mailers.samples(tenant, revision.program(), session, pins),
                        chip(tenant, revision, keys),
                        faces.samples(tenant, revision),
                        facts(revision, records.size(), at),
                        Map.of("stripe-cvk", keys.stripeCheckValue().hex6())),
                cards -> {});
        try {
            archive.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return preparing.files();
    }

    private Optional<RunChips.Lines> chip(TenantId tenant, DesignRevision revision, TestKeys keys) {
        return RunFaces.carryChip(revision)
                ? chips.profile(tenant, revision.program())
                        .map(
                                profile ->
                                        chip(
                                                profile,
                                                chips.scripts(tenant, revision.program()),
                                                keys))
                : Optional.empty();
    }

    static RunChips.Lines chip(ApplicationProfile profile, boolean scripts, TestKeys keys) {
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
                new ChipPreparation(profile, issuer, security, keys),
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

    private static PreparedFile put(
            ZipOutputStream archive, String name, PreparedFolder.Content content) {
        try {
            archive.putNextEntry(new ZipEntry(name));
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            Counted counted = new Counted(archive);
            DigestOutputStream out = new DigestOutputStream(counted, sha256);
            content.writeTo(out);
            archive.closeEntry();
            return new PreparedFile(name, HexFormat.of().formatHex(sha256.digest()), counted.count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what goes into one entry, and leaves the archive open. */
    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
