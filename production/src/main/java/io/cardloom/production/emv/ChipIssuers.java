package io.cardloom.production.emv;

import io.cardloom.production.signingkey.KeyEnd;
import io.cardloom.production.signingkey.SigningKeyMoved;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door to the RSA keys by which an issuer signs for chips, numbered from 1 on. A scheme's
 * authority certifies one for some years; programs go over to the next one by one, each with its
 * certificate. One that no program's certificate is for is destroyed when one custodian asks for it
 * and another confirms.
 */
@Component
public class ChipIssuers {

    /**
     * Lengths of modulus that can be chosen. What the longest one signs fills a record: 254 bytes,
     * of which the tags and lengths of 70 and 9F46 take seven.
     */
    public static final List<Integer> BITS = List.of(1152, 1408, 1536, 1728, 1976);

    private final ChipIssuerRepository repository;
    private final ChipProgramRepository programs;
    private final ChipKeystore keystore;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChipIssuers(
            ChipIssuerRepository repository,
            ChipProgramRepository programs,
            ChipKeystore keystore,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.programs = programs;
        this.keystore = keystore;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All that are and were, the newest first.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     KEY_MISSING} when the device has none yet
     */
    public List<IssuerKey> list(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        List<ChipProgramRow> certified = work.read(tenant, () -> programs.all(tenant));
        return all(tenant).stream().map(row -> told(tenant, row, certified)).toList();
    }

    /**
     * Makes the next key; programs go on with theirs. Its number is kept first: should the device
     * fail, the key is made when it is asked for next. Not to be called inside other work.
     *
     * @param bits one of {@link #BITS}
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     ISSUER_KEY_BITS}; {@code ISSUER_KEY_TAKEN} (conflict) when somebody was faster; {@code
     *     KEY_DEVICE_UNABLE}
     */
    public ChipIssuer make(Actor actor, int bits) {
        actor.require(Permission.KEEP_KEYS);
        if (!BITS.contains(bits)) {
            throw Refusal.invalid(
                    "ISSUER_KEY_BITS",
                    "An issuer's key has 1152, 1408, 1536, 1728 or 1976 bits. Ask the scheme's"
                            + " authority which of them it certifies.");
        }
        keystore.session(actor.tenant()); // nothing is numbered by a process without keys
        publicKeys(actor.tenant()); // nor before the device makes one
        try {
            ChipIssuer next = work.call(actor.tenant(), () -> numbered(actor, bits));
            keystore.issuerKey(actor.tenant(), next);
            return next;
        } catch (DataIntegrityViolationException another) {
            throw Refusal.conflict(
                    "ISSUER_KEY_TAKEN",
                    "Another custodian made the next key in the same moment. Load the page again"
                            + " and see whether you need one more.");
        }
    }

    private ChipIssuer numbered(Actor actor, int bits) {
        TenantId tenant = actor.tenant();
        ChipIssuer next = new ChipIssuer(all(tenant).getFirst().number + 1, bits);
        repository.add(tenant, row(tenant, next));
        note(actor, "chip.issuer-key", next);
        return next;
    }

    /**
     * Asks for the destruction of a key that signs for no program. Nothing happens to it before
     * another custodian confirms. Not to be called inside other work.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code ISSUER_KEY_IN_USE}
     *     (conflict) while a program's certificate is for it; {@code SIGNING_KEY_SETTLED}
     *     (conflict) when somebody asked already
     */
    public void ask(Actor actor, int number) {
        settle(
                actor,
                number,
                row -> {
                    if (programs.all(actor.tenant()).stream()
                            .anyMatch(program -> program.issuerKey == number)) {
                        throw Refusal.conflict(
                                "ISSUER_KEY_IN_USE",
                                "A program's chips are signed with this key. Set the program up"
                                        + " with a certificate for another one first.");
                    }
                    row.end.ask(actor);
                    note(actor, "chip.issuer-key.destructionAsked", row.issuer());
                });
    }

    /**
     * Confirms what another custodian asked for and destroys the private key. What a failure of the
     * device left undone is done when a custodian confirms once more. Not to be called inside other
     * work.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code
     *     SIGNING_KEY_SAME_PERSON}; {@code SIGNING_KEY_SETTLED} (conflict) when nobody asks for it,
     *     or it is destroyed
     */
    public void confirm(Actor actor, int number) {
        actor.require(Permission.KEEP_KEYS);
        keystore.session(actor.tenant()); // a process without keys is refused here
        settle(
                actor,
                number,
                row -> {
                    if (row.end.confirm(actor)) {
                        note(actor, "chip.issuer-key.destructionConfirmed", row.issuer());
                    }
                });
        keystore.destroy(actor.tenant(), number);
        settle(
                actor,
                number,
                row -> {
                    row.end.done(now());
                    note(actor, "chip.issuer-key.destroyed", row.issuer());
                });
    }

    /**
     * Takes back what was asked for and is not confirmed; any custodian may.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code SIGNING_KEY_SETTLED}
     *     (conflict)
     */
    public void keep(Actor actor, int number) {
        settle(
                actor,
                number,
                row -> {
                    row.end.keep();
                    note(actor, "chip.issuer-key.destructionAbandoned", row.issuer());
                });
    }

    /** Every usable key's public half, the newest first. */
    Map<ChipIssuer, ChipPublicKey> publicKeys(TenantId tenant) {
        Map<ChipIssuer, ChipPublicKey> keys = new LinkedHashMap<>();
        all(tenant).stream()
                .filter(row -> row.end.usable())
                .map(ChipIssuerRow::issuer)
                .forEach(issuer -> keys.put(issuer, keystore.issuerKey(tenant, issuer)));
        return keys;
    }

    /** The usable one of a number. */
    ChipIssuer get(TenantId tenant, int number) {
        return all(tenant).stream()
                .filter(row -> row.number == number && row.end.usable())
                .findFirst()
                .map(ChipIssuerRow::issuer)
                .orElseThrow(ChipIssuers::missing);
    }

    /**
     * Within work that sets a program up, behind {@link #number}: nobody destroys the key from here
     * on.
     *
     * @throws Refusal {@code SIGNING_KEY_SETTLED} (conflict) when it is being destroyed
     */
    void use(TenantId tenant, ChipIssuer issuer) {
        repository.hold(tenant, issuer.number()).orElseThrow(ChipIssuers::missing).end.use();
    }

    /** Writes a first key down that has no row yet. Not to be called inside other work. */
    void number(TenantId tenant, int number) {
        if (number != ChipIssuer.FIRST.number()) {
            return;
        }
        try {
            work.run(
                    tenant,
                    () -> {
                        if (repository.hold(tenant, number).isEmpty()) {
                            repository.add(tenant, row(tenant, ChipIssuer.FIRST));
                        }
                    });
        } catch (DataIntegrityViolationException another) {
            // Somebody else wrote it down in the same moment.
        }
    }

    private void settle(Actor actor, int number, Consumer<ChipIssuerRow> how) {
        actor.require(Permission.KEEP_KEYS);
        actor.requirePerson();
        TenantId tenant = actor.tenant();
        number(tenant, number);
        work.run(
                tenant,
                () ->
                        how.accept(
                                repository.hold(tenant, number).orElseThrow(ChipIssuers::missing)));
    }

    /** Newest first; the first is there before it has a row. */
    private List<ChipIssuerRow> all(TenantId tenant) {
        List<ChipIssuerRow> rows = new ArrayList<>(work.read(tenant, () -> repository.all(tenant)));
        if (rows.isEmpty() || rows.getLast().number != ChipIssuer.FIRST.number()) {
            rows.add(row(tenant, ChipIssuer.FIRST));
        }
        return rows;
    }

    private IssuerKey told(TenantId tenant, ChipIssuerRow row, List<ChipProgramRow> certified) {
        KeyEnd end = row.end;
        return new IssuerKey(
                row.issuer(),
                end.usable() ? keystore.issuerKey(tenant, row.issuer()) : null,
                certified.stream()
                        .filter(program -> program.issuerKey == row.number)
                        .map(program -> new ProgramId(program.id))
                        .toList(),
                end.state(),
                end.asker(),
                end.endedAt());
    }

    private ChipIssuerRow row(TenantId tenant, ChipIssuer issuer) {
        return new ChipIssuerRow(
                tenant.value(),
                Identifier.next("cik", clock),
                issuer.number(),
                issuer.bits(),
                now());
    }

    private void note(Actor actor, String action, ChipIssuer issuer) {
        audit.record(
                actor,
                new AuditEntry(
                        action,
                        actor.tenant().value(),
                        null,
                        Map.of(
                                "number", Integer.toString(issuer.number()),
                                "bits", Integer.toString(issuer.bits()))));
        events.publishEvent(new SigningKeyMoved(actor.tenant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal missing() {
        return Refusal.notFound("issuer's key");
    }
}
