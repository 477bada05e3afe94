package io.cardloom.production.document;

import io.cardloom.production.signingkey.KeyEndState;
import io.cardloom.production.signingkey.SigningKeyMoved;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Document signers' keys, which follow each other by number: while one signs, the next waits for
 * its certificate; one that is over is destroyed when one custodian asks for it and another
 * confirms (ICAO Doc 9303-12 has a key sign for three months, and its certificate stay good for as
 * long as the documents).
 */
@Component
public class SignerKeys {

    private final SignerKeyRepository keys;
    private final DocumentSignerRepository certificates;
    private final DocumentKeystore keystore;
    private final TenantWork work;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignerKeys(
            SignerKeyRepository keys,
            DocumentSignerRepository certificates,
            DocumentKeystore keystore,
            TenantWork work,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.certificates = certificates;
        this.keystore = keystore;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All that are and were, newest first; empty before the first request.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    public List<SignerKey> list(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return work.read(
                actor.tenant(),
                () -> {
                    List<DocumentSignerRow> given = certificates.all(actor.tenant());
                    List<SignerKeyRow> rows = keys.all(actor.tenant());
                    return (rows.isEmpty() && !given.isEmpty()
                                    ? List.of(row(actor.tenant(), 1))
                                    : rows)
                            .stream().map(row -> told(row, given)).toList();
                });
    }

    /**
     * Asks for the destruction of a key that does not sign. Nothing happens to it before another
     * custodian confirms.
     *
     * @throws Refusal {@code PERMISSION_MISSING}; {@code NOT_FOUND}; {@code SIGNER_IN_USE}
     *     (conflict) for the one whose turn it is; {@code SIGNING_KEY_SETTLED} (conflict) when
     *     somebody asked already
     */
    public void ask(Actor actor, int number) {
        settle(
                actor,
                number,
                row -> {
                    if (number == inTurn(actor.tenant())) {
                        throw Refusal.conflict(
                                "SIGNER_IN_USE",
                                "Documents are signed with this key. Bring in the certificate of"
                                        + " the next signer first.");
                    }
                    row.end.ask(actor);
                    note(actor, "signer.destructionAsked", number);
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
        TenantId tenant = actor.tenant();
        keystore.signerKey(tenant, number); // a process without keys is refused here
        settle(
                actor,
                number,
                row -> {
                    if (row.end.confirm(actor)) {
                        note(actor, "signer.destructionConfirmed", number);
                    }
                });
        keystore.destroy(tenant, number);
        settle(
                actor,
                number,
                row -> {
                    row.end.done(now());
                    note(actor, "signer.destroyed", number);
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
                    note(actor, "signer.destructionAbandoned", number);
                });
    }

    /**
     * The number of the key that waits for a certificate; the next one if none does. Custodians who
     * ask in the same moment are told the same number. Not to be called inside other work.
     */
    int waiting(Actor actor) {
        try {
            return work.call(actor.tenant(), () -> next(actor));
        } catch (DataIntegrityViolationException another) {
            return work.call(actor.tenant(), () -> next(actor));
        }
    }

    /** Numbers whose keys were not destroyed, newest first. */
    List<Integer> living(TenantId tenant) {
        List<SignerKeyRow> rows = work.read(tenant, () -> keys.all(tenant));
        return rows.isEmpty()
                ? List.of(1)
                : rows.stream().filter(row -> row.end.usable()).map(row -> row.number).toList();
    }

    /**
     * Within work: makes it this key's turn.
     *
     * @throws Refusal {@code SIGNER_OVER}, {@code SIGNING_KEY_SETTLED} (conflicts)
     */
    void certified(Actor actor, int number) {
        SignerKeyRow row = hold(actor.tenant(), number);
        if (number < inTurn(actor.tenant())) {
            throw Refusal.conflict(
                    "SIGNER_OVER",
                    "This certificate is for a signer whose turn is over: a later one signs"
                            + " already. Request a certificate for the next signer.");
        }
        row.end.use();
        events.publishEvent(new SigningKeyMoved(actor.tenant()));
    }

    private int next(Actor actor) {
        TenantId tenant = actor.tenant();
        int inTurn = inTurn(tenant);
        List<SignerKeyRow> rows = keys.all(tenant);
        if (rows.isEmpty()) {
            keys.add(tenant, row(tenant, 1));
        }
        int last = rows.isEmpty() ? 1 : rows.getFirst().number;
        boolean waits =
                last > inTurn
                        && (rows.isEmpty() || rows.getFirst().end.state() == KeyEndState.LIVING);
        if (waits) {
            return last;
        }
        keys.add(tenant, row(tenant, last + 1));
        note(actor, "signer.numbered", last + 1);
        return last + 1;
    }

    private void settle(Actor actor, int number, Consumer<SignerKeyRow> how) {
        actor.require(Permission.KEEP_KEYS);
        actor.requirePerson();
        work.run(actor.tenant(), () -> how.accept(hold(actor.tenant(), number)));
    }

    /** A first one that signs since before keys had numbers is written down now. */
    private SignerKeyRow hold(TenantId tenant, int number) {
        return keys.hold(tenant, number)
                .orElseGet(
                        () -> {
                            if (number != 1 || inTurn(tenant) == 0) {
                                throw Refusal.notFound("document signer");
                            }
                            SignerKeyRow first = row(tenant, 1);
                            keys.add(tenant, first);
                            return first;
                        });
    }

    private int inTurn(TenantId tenant) {
        return certificates.latest(tenant).stream().findFirst().map(c -> c.number).orElse(0);
    }

    private SignerKeyRow row(TenantId tenant, int number) {
        return new SignerKeyRow(tenant.value(), Identifier.next("dsk", clock), number, now());
    }

    private static SignerKey told(SignerKeyRow row, List<DocumentSignerRow> given) {
        int inTurn = given.stream().mapToInt(c -> c.number).max().orElse(0);
        return new SignerKey(
                row.number,
                row.end.state(),
                row.number == inTurn,
                given.stream()
                        .filter(c -> c.number == row.number)
                        .findFirst()
                        .map(c -> DocumentSigners.read(c.certificate))
                        .orElse(null),
                row.end.asker(),
                row.end.endedAt());
    }

    private void note(Actor actor, String action, int number) {
        audit.record(
                actor,
                new AuditEntry(
                        action,
                        actor.tenant().value(),
                        null,
                        Map.of("number", Integer.toString(number))));
        events.publishEvent(new SigningKeyMoved(actor.tenant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
