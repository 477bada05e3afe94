package io.cardloom.production.dataprep;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.accountdata.TrackData;
import io.cardloom.production.key.store.DataKey;
import io.cardloom.production.key.store.DataKeys;
import io.cardloom.production.key.store.FreshKey;
import io.cardloom.production.vault.AccountVault;
import io.cardloom.production.vault.Purged;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door of data preparation; runs come here, nobody from outside production. */
@Component
public class DataPreparation {

    private static final String NAME = "data preparation";
    private static final String RUN_DATA = "run-data";

    private final AccountVault vault;
    private final PreparedRepository repository;
    private final PreparedFolder folder;
    private final RunContent content;
    private final DataKeys dataKeys;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    DataPreparation(
            AccountVault vault,
            PreparedRepository repository,
            PreparedFolder folder,
            RunContent content,
            DataKeys dataKeys,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.vault = vault;
        this.repository = repository;
        this.folder = folder;
        this.content = content;
        this.dataKeys = dataKeys;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Prepares a run once: tracks with their verification values for each card, {@code
     * records.csv}, {@code lines.csv} (which line is made how), {@code carriers.csv}, {@code
     * print.pdf} (one page a card) and {@code print.png} (what is the same on each card), the same
     * with {@code -back} when the back is printed, {@code chip.csv} when the card body has a chip
     * and the program a profile for it, {@code pin-mailers.csv} when the program has PIN mailers,
     * and {@code manifest.json}. Of identity documents {@code documents.csv} takes the place of
     * {@code records.csv} and of all that is the payment cards' alone. All of it rests sealed.
     * Asked again it answers what it prepared, also after a crash in between.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant has no such revision, order or record;
     *     {@code RECORD_NOT_PRINTABLE} when a record has a letter that the design's font or the
     *     line's wheels lack, or does not fit its field; {@code RECORD_WITHOUT_TRACKS} (conflict)
     *     when the program's tracks come with the list and a record has none; {@code
     *     RUN_PREPARED_OTHERWISE} (conflict) when the run was prepared from something else; {@code
     *     ACCOUNT_DATA_PURGED} (conflict); what {@code ChipPrograms}, {@code ChipPreparation} and
     *     {@code IccKeys} refuse; {@code KEY_MISSING}, {@code PIN_KEY_KIND} (conflicts) when a key
     *     is not there, or not one for the program's PIN mailers; {@code PIN_UNTOLD} (conflict)
     *     when its PINs are drawn and it has none. A retry helps with none, but with {@code
     *     ICC_KEYS_MISSING} (conflict), and with the others once custodians have activated the key
     */
    public PreparedRun prepare(TenantId tenant, RunOrder order) {
        Optional<PreparedRun> known = known(tenant, order);
        if (known.isPresent()) {
            return known.get();
        }
        vault.require(tenant, order.order());
        RunContent.Ready ready = content.ready(tenant, order);
        try {
            return work.call(tenant, () -> made(tenant, order, ready));
        } catch (DataIntegrityViolationException e) {
            return known(tenant, order).orElseThrow(() -> e);
        }
    }

    private Optional<PreparedRun> known(TenantId tenant, RunOrder order) {
        return work.<Optional<PreparedRun>>read(
                tenant,
                () ->
                        repository
                                .run(tenant, order.run())
                                .map(
                                        row -> {
                                            if (!row.planHash.equals(order.planHash())
                                                    || !row.digest.equals(order.digest().hex64())
                                                    || !row.orderId.equals(order.order().value())) {
                                                throw Refusal.conflict(
                                                        "RUN_PREPARED_OTHERWISE",
                                                        "The run was prepared from another plan;"
                                                                + " make a new run.");
                                            }
                                            requireData(row);
                                            return prepared(tenant, row);
                                        }));
    }

    private PreparedRun made(TenantId tenant, RunOrder order, RunContent.Ready ready) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (RunContent.Made made = content.open(tenant, order, ready)) {
            return made(tenant, order, made, ready instanceof RunContent.Ready.Documents, at);
        }
    }

    private PreparedRun made(
            TenantId tenant, RunOrder order, RunContent.Made made, boolean documents, Instant at) {
        FreshKey fresh = dataKeys.fresh(tenant, order.run().value());
        String data = fresh.key().checkValue().hex6();
        PreparedRunRow row =
                new PreparedRunRow(
                        tenant.value(), order, documents, made.checkValue() + ' ' + data, at);
        repository.claim(tenant, row);
        // A killed attempt may have left a key or files that no row speaks of.
        dataKeys.clear(tenant, order.run().value());
        folder.clear(tenant, order.run());
        List<PreparedFile> files;
        try {
            files =
                    made.write(
                            new RunContent.Place(
                                    (name, written) ->
                                            folder.write(
                                                    tenant,
                                                    order.run(),
                                                    fresh.key(),
                                                    name,
                                                    written),
                                    cards -> keep(tenant, order, fresh, cards),
                                    order.facts(at),
                                    keyCheckValues(row)));
        } catch (Refusal e) {
            // While the run is still claimed: later the files may be another attempt's.
            folder.clear(tenant, order.run());
            throw e;
        }
        addFiles(tenant, order.run(), files);
        dataKeys.keep(fresh);
        audit.record(
                Actor.system(tenant, NAME),
                new AuditEntry(
                        "run.prepared",
                        order.run().value(),
                        order.digest().hex64(),
                        told(row, files.size())));
        return new PreparedRun(order.run(), order.cards().size(), keyCheckValues(row), files);
    }

    private static Map<String, String> told(PreparedRunRow row, int files) {
        Map<String, String> told = new TreeMap<>(keyCheckValues(row));
        told.put("cards", Integer.toString(row.cards));
        told.put("files", Integer.toString(files));
        return told;
    }

    private void addFiles(TenantId tenant, RunId run, List<PreparedFile> files) {
        for (int i = 0; i < files.size(); i++) {
            PreparedFile file = files.get(i);
            repository.addFile(
                    tenant,
                    new PreparedFileRow(
                            tenant.value(),
                            run.value(),
                            i,
                            file,
                            PreparedFolder.storedName(file.name())));
        }
    }

    private void keep(
            TenantId tenant, RunOrder order, FreshKey fresh, List<Preparing.Tracked> cards) {
        repository.addCards(
                tenant,
                cards.stream()
                        .map(
                                c ->
                                        new PreparedCardRow(
                                                tenant.value(),
                                                order.run().value(),
                                                c.number(),
                                                SealedTracks.seal(
                                                        fresh.key(), c.number(), c.tracks())))
                        .toList());
    }

    /**
     * Whether an order's cards are identity documents, which go to a bureau and to no device here;
     * false while the order has no list.
     */
    public boolean areDocuments(TenantId tenant, CardOrderId order) {
        return content.areDocuments(tenant, order);
    }

    /**
     * A prepared file in clear, for packaging; the caller closes it. Reading throws an IOException
     * when the sealed file was changed, in which case what was read until then is not to be used.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code ACCOUNT_DATA_PURGED} (conflict)
     */
    public InputStream open(TenantId tenant, RunId run, String fileName) {
        return work.read(
                tenant,
                () -> {
                    DataKey key = key(tenant, run);
                    if (repository.files(tenant, run).stream()
                            .noneMatch(f -> f.name.equals(fileName))) {
                        throw Refusal.notFound("prepared file");
                    }
                    return folder.open(tenant, run, key, fileName);
                });
    }

    /**
     * What a device writes on the stripe of one card; drop it when the card is written.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code ACCOUNT_DATA_PURGED} (conflict)
     */
    public TrackData tracks(TenantId tenant, RunId run, int number) {
        return work.read(
                tenant,
                () -> {
                    DataKey key = key(tenant, run);
                    byte[] ciphertext =
                            repository
                                    .card(tenant, run, number)
                                    .orElseThrow(() -> Refusal.notFound("prepared card"));
                    return SealedTracks.open(key, number, ciphertext);
                });
    }

    /**
     * Destroys a run's prepared data, also what a preparation left that was killed before it ended;
     * the order's account records stay. Nothing happens when there is nothing. Takes part in the
     * surrounding work.
     */
    public void discard(TenantId tenant, RunId run) {
        work.run(
                tenant,
                () -> {
                    repository.run(tenant, run).ifPresent(row -> forget(tenant, row));
                    shred(tenant, run);
                });
    }

    /**
     * Destroys an order's account data with everything prepared from them and records so. Takes
     * part in the surrounding work. After it nothing opens again, in backups of the database
     * neither; asked again it answers that there was nothing left.
     *
     * @throws Refusal {@code NOT_FOUND} when the tenant's order has no cardholder file
     */
    public PurgeCertificate purge(TenantId tenant, CardOrderId order) {
        return work.call(
                tenant,
                () -> {
                    List<PreparedRunRow> runs = repository.unpurged(tenant, order);
                    for (PreparedRunRow row : runs) {
                        forget(tenant, row);
                        shred(tenant, new RunId(row.runId));
                    }
                    content.forget(tenant, order);
                    Purged purged = vault.purge(tenant, order);
                    PurgeCertificate certificate =
                            new PurgeCertificate(
                                    order,
                                    purged.records(),
                                    runs.size(),
                                    purged.keyCheckValue(),
                                    clock.instant());
                    audit.record(
                            Actor.system(tenant, NAME),
                            new AuditEntry(
                                    "cardholders.purged",
                                    order.value(),
                                    null,
                                    Map.of(
                                            "records", Integer.toString(certificate.records()),
                                            "runs", Integer.toString(certificate.runs()),
                                            "key", certificate.keyCheckValue(),
                                            "at", certificate.at().toString())));
                    return certificate;
                });
    }

    private void forget(TenantId tenant, PreparedRunRow row) {
        if (row.purgedAt == null) {
            row.purgedAt = clock.instant();
            repository.deleteCards(tenant, new RunId(row.runId));
        }
    }

    /**
     * Key first, then the files, both before the commit: who is killed in between finds the run as
     * it was, and destroys the rest when it is asked again.
     */
    private void shred(TenantId tenant, RunId run) {
        dataKeys.destroy(tenant, run.value());
        folder.clearBeforeCommit(tenant, run);
    }

    private DataKey key(TenantId tenant, RunId run) {
        PreparedRunRow row =
                repository.run(tenant, run).orElseThrow(() -> Refusal.notFound("prepared run"));
        requireData(row);
        return dataKeys.find(tenant, row.runId).orElseThrow(DataPreparation::purged);
    }

    private PreparedRun prepared(TenantId tenant, PreparedRunRow row) {
        RunId run = new RunId(row.runId);
        return new PreparedRun(
                run,
                row.cards,
                keyCheckValues(row),
                repository.files(tenant, run).stream()
                        .map(f -> new PreparedFile(f.name, f.sha256, f.byteCount))
                        .toList());
    }

    private static Map<String, String> keyCheckValues(PreparedRunRow row) {
        String[] values = row.keyCheckValues.split(" ", 2);
        String first = row.documents ? RunContent.DOCUMENT_TRANSPORT : RunContent.STRIPE_CVK;
        return Map.of(first, values[0], RUN_DATA, values[1]);
    }

    private static void requireData(PreparedRunRow row) {
        if (row.purgedAt != null) {
            throw purged();
        }
    }

    private static Refusal purged() {
        return Refusal.conflict(
                "ACCOUNT_DATA_PURGED",
                "The run's data were purged and cannot be read again. A new order with a new"
                        + " cardholder file is needed.");
    }
}
