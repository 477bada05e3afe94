package io.cardloom.production.dryrun;

import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.production.accountdata.AccountRecord;
import io.cardloom.production.dataprep.PreparedFile;
import io.cardloom.production.dataprep.SampleRun;
import io.cardloom.production.document.DocumentProgram;
import io.cardloom.production.document.DocumentPrograms;
import io.cardloom.production.document.entry.DocumentEntry;
import io.cardloom.production.document.entry.EntryCheck;
import io.cardloom.production.document.mrz.MrzFormat;
import io.cardloom.production.intake.RowRule;
import io.cardloom.production.intake.SampleHolders;
import io.cardloom.production.intake.SamplePeople;
import io.cardloom.production.intake.form.ListForm;
import io.cardloom.production.intake.form.ListForms;
import io.cardloom.production.printdata.LineRule;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The door of dry runs. A dry run is no order and no run: it cannot be scheduled, it counts no
 * stock, and what it makes goes to the person who asked and nowhere else.
 */
@Component
public class DryRuns {

    /** The most sample cards of one dry run. */
    public static final int MOST_CARDS = 10;

    /** Sample people to choose from, where not each fits the lines of a design. */
    private static final int PEOPLE = 200;

    /** The same of holders of documents, each of whom has a face to be drawn. */
    private static final int HOLDERS = 40;

    private static final int AT_A_TIME = 2;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final Designs designs;
    private final ListForms forms;
    private final DocumentPrograms documents;
    private final LineRule lines;
    private final SampleRun samples;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    DryRuns(
            Designs designs,
            ListForms forms,
            DocumentPrograms documents,
            LineRule lines,
            SampleRun samples,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.designs = designs;
        this.forms = forms;
        this.documents = documents;
        this.lines = lines;
        this.samples = samples;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the files of a run of a frozen revision, approved or not, from people who do not exist
     * and with keys that are no secret. Takes seconds; not to be called inside other work.
     *
     * @param cards 1 to {@link #MOST_CARDS}
     * @param progress told the name of each file when it is whole
     * @throws Refusal {@code PERMISSION_MISSING} without the right to place orders; {@code
     *     NOT_FOUND} for a digest that is not the actor's; {@code DRY_RUN_CARDS}; {@code
     *     DRY_RUN_BUSY} (conflict) while others are being made, where a retry helps; {@code
     *     DRY_RUN_NOBODY_FITS} when the lines of the design hold no sample person, with the first
     *     reason; {@code RECORD_NOT_PRINTABLE} as a run's preparation
     */
    public DryRun make(Actor actor, Digest digest, int cards, Consumer<String> progress) {
        actor.require(Permission.PLACE_ORDER);
        if (cards < 1 || cards > MOST_CARDS) {
            throw Refusal.invalid(
                    "DRY_RUN_CARDS", "A dry run makes 1 to " + MOST_CARDS + " sample cards.");
        }
        DesignRevision revision = designs.revision(actor, digest);
        if (!places.tryAcquire()) {
            throw Refusal.conflict(
                    "DRY_RUN_BUSY", "Other dry runs are being made. Try again in a moment.");
        }
        try {
            return make(actor, revision, cards, progress);
        } finally {
            places.release();
        }
    }

    private DryRun make(
            Actor actor, DesignRevision revision, int cards, Consumer<String> progress) {
        TenantId tenant = actor.tenant();
        Digest digest = revision.digest();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Optional<DocumentProgram> program = documents.inForce(tenant, revision.program());
        List<PreparedFile> files =
                program.isPresent()
                        ? samples.writeDocuments(
                                tenant,
                                revision,
                                program.get(),
                                holders(tenant, revision, program.get(), cards, at),
                                at,
                                zip,
                                progress)
                        : samples.write(
                                tenant,
                                revision,
                                people(tenant, revision, cards, at),
                                at,
                                zip,
                                progress);
        DryRun made =
                new DryRun(
                        digest,
                        cards,
                        files.stream()
                                .map(f -> new DryRun.File(f.name(), f.bytes(), f.sha256()))
                                .toList(),
                        zip.toByteArray(),
                        sha256(zip.toByteArray()));
        work.run(
                tenant,
                () ->
                        audit.record(
                                actor,
                                new AuditEntry(
                                        "dryrun.made",
                                        revision.design().value(),
                                        digest.hex64(),
                                        Map.of(
                                                "cards", Integer.toString(made.cards()),
                                                "files", Integer.toString(made.files().size()),
                                                "archive", made.sha256()))));
        return made;
    }

    private List<AccountRecord> people(
            TenantId tenant, DesignRevision revision, int cards, Instant at) {
        ListForm form = forms.inForce(tenant, revision.program());
        RowRule rule = lines.of(tenant, revision);
        List<AccountRecord> all =
                SamplePeople.records(
                        PEOPLE, at.toEpochMilli(), form, YearMonth.from(at.atZone(ZoneOffset.UTC)));
        return fitting(all, rule::faults, cards);
    }

    private List<DocumentEntry> holders(
            TenantId tenant,
            DesignRevision revision,
            DocumentProgram program,
            int cards,
            Instant at) {
        RowRule rule = lines.of(tenant, revision);
        MrzFormat format = program.profile().format();
        List<EntryCheck.Checked> all =
                SampleHolders.documents(
                        HOLDERS,
                        at.toEpochMilli(),
                        program,
                        LocalDate.ofInstant(at, ZoneOffset.UTC));
        return fitting(all, holder -> rule.faults(holder.record(), format), cards).stream()
                .map(EntryCheck.Checked::entry)
                .toList();
    }

    private static <R> List<R> fitting(
            List<R> all, Function<R, List<RowRule.Fault>> faults, int cards) {
        List<R> fitting =
                all.stream().filter(one -> faults.apply(one).isEmpty()).limit(cards).toList();
        if (fitting.size() < cards) {
            Refusal reason =
                    all.stream()
                            .flatMap(one -> faults.apply(one).stream())
                            .findFirst()
                            .orElseThrow()
                            .reason();
            throw Refusal.invalid(
                    "DRY_RUN_NOBODY_FITS",
                    "The lines of this design hold too few of the sample people ("
                            + reason.code()
                            + "). "
                            + reason.sentence());
        }
        return fitting;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
