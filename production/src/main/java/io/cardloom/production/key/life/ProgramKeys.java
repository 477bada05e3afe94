package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The door by which custodians say with which of the issuer's keys a program's cards are made: an
 * issuer has others for each scheme, and often for each range of accounts. Of each use one key is
 * the standard one, the first that was made unless they say otherwise; it stands for all programs
 * that have none of their own.
 */
@Component
public class ProgramKeys {

    /** The uses of keys that make cards and their PINs, of which an issuer may have several. */
    public static final Set<KeyUsage> USAGES =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            KeyUsage.CARD_VERIFICATION,
                            KeyUsage.CHIP_CRYPTOGRAMS,
                            KeyUsage.CHIP_CONFIDENTIALITY,
                            KeyUsage.CHIP_INTEGRITY,
                            KeyUsage.CHIP_PERSONALIZATION,
                            KeyUsage.PIN_ENCRYPTION,
                            KeyUsage.PIN_OFFSET,
                            KeyUsage.PIN_VERIFICATION_VALUE));

    private final ProgramKeyRepository choices;
    private final KeyRepository repository;
    private final IssuerKeys keys;
    private final Programs programs;
    private final AuditTrail audit;
    private final TenantWork work;

    ProgramKeys(
            ProgramKeyRepository choices,
            KeyRepository repository,
            IssuerKeys keys,
            Programs programs,
            AuditTrail audit,
            TenantWork work) {
        this.choices = choices;
        this.repository = repository;
        this.keys = keys;
        this.programs = programs;
        this.audit = audit;
        this.work = work;
    }

    /**
     * What a program's cards are made with, one entry for each use of which the issuer has a key.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     */
    public List<ProgramKey> list(Actor actor, ProgramId program) {
        programs.get(actor, program);
        List<IssuerKey> all = keys.list(actor);
        TenantId tenant = actor.tenant();
        List<ProgramKeyRow> own = work.read(tenant, () -> choices.of(tenant, program));
        return USAGES.stream()
                .filter(usage -> all.stream().anyMatch(key -> key.usage() == usage))
                .map(usage -> told(usage, all, own))
                .toList();
    }

    private static ProgramKey told(KeyUsage usage, List<IssuerKey> all, List<ProgramKeyRow> own) {
        List<IssuerKey> fitting = all.stream().filter(key -> key.usage() == usage).toList();
        Optional<IssuerKey> chosen =
                own.stream()
                        .filter(row -> row.usage == usage)
                        .flatMap(
                                row ->
                                        fitting.stream()
                                                .filter(k -> row.keyId.equals(k.id().value())))
                        .findFirst();
        return new ProgramKey(
                usage,
                chosen,
                fitting.stream().filter(IssuerKey::standard).findFirst(),
                fitting.stream().filter(key -> key.active().isPresent()).toList());
    }

    /**
     * Has the program's cards made with other keys from the next preparation on; runs that are
     * prepared stay as they are. PINs that were drawn stay too, and their offsets and verification
     * values follow the key. All changes are made, or none.
     *
     * @param changes by use: a key, or nothing for the standard one, whichever it is then; of uses
     *     that are not among them nothing changes
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND};
     *     {@code KEY_NOT_FOR_CARDS}; {@code KEY_NOT_ACTIVE} (conflict)
     */
    public void choose(Actor actor, ProgramId program, Map<KeyUsage, Optional<KeyId>> changes) {
        actor.require(Permission.KEEP_KEYS);
        programs.get(actor, program);
        work.run(
                actor.tenant(),
                () ->
                        changes.forEach(
                                (usage, id) ->
                                        id.ifPresentOrElse(
                                                key -> own(actor, program, usage, key),
                                                () -> standard(actor, program, usage))));
    }

    private void own(Actor actor, ProgramId program, KeyUsage usage, KeyId id) {
        IssuerKey key = forCards(keys.get(actor, id));
        if (key.usage() != usage) {
            throw Refusal.invalid(
                    "KEY_NOT_FOR_CARDS",
                    key.name() + " is a " + key.usage().words() + ", not a " + usage.words() + ".");
        }
        TenantId tenant = actor.tenant();
        Optional<ProgramKeyRow> known = row(tenant, program, usage);
        if (known.filter(row -> row.keyId.equals(id.value())).isPresent()) {
            return;
        }
        IssuerKeyVersion active = active(key);
        known.ifPresentOrElse(
                row -> row.keyId = id.value(),
                () -> choices.add(tenant, new ProgramKeyRow(tenant.value(), program, usage, id)));
        record(actor, "program.keyChosen", program.value(), key, active);
    }

    private void standard(Actor actor, ProgramId program, KeyUsage usage) {
        TenantId tenant = actor.tenant();
        row(tenant, program, usage)
                .ifPresent(
                        row -> {
                            choices.remove(tenant, row);
                            audit.record(
                                    actor,
                                    new AuditEntry(
                                            "program.keyStandard",
                                            program.value(),
                                            null,
                                            Map.of("usage", usage.code())));
                        });
    }

    /**
     * Makes a key the standard one of its use, in place of the one that was. Programs with a key of
     * their own keep it.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND};
     *     {@code KEY_NOT_FOR_CARDS}; {@code KEY_NOT_ACTIVE} (conflict)
     */
    public void makeStandard(Actor actor, KeyId id) {
        IssuerKey key = forCards(keys.get(actor, id));
        IssuerKeyVersion active = active(key);
        TenantId tenant = actor.tenant();
        work.run(
                tenant,
                () -> {
                    if (repository.makeStandard(tenant, id, key.usage())) {
                        record(actor, "key.madeStandard", active.id().value(), key, active);
                    }
                });
    }

    /**
     * Which programs' cards are made with this key because it was chosen for them.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys
     */
    public Set<ProgramId> of(Actor actor, KeyId key) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        return work.read(tenant, () -> choices.naming(tenant, key)).stream()
                .map(row -> new ProgramId(row.programId))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<ProgramKeyRow> row(TenantId tenant, ProgramId program, KeyUsage usage) {
        return choices.find(tenant, program, usage, LockModeType.PESSIMISTIC_WRITE);
    }

    private static IssuerKey forCards(IssuerKey key) {
        if (!USAGES.contains(key.usage())) {
            throw Refusal.invalid(
                    "KEY_NOT_FOR_CARDS",
                    "A "
                            + key.usage().words()
                            + " makes no cards, so that no program has its own.");
        }
        return key;
    }

    private static IssuerKeyVersion active(IssuerKey key) {
        return key.active()
                .orElseThrow(
                        () ->
                                Refusal.conflict(
                                        "KEY_NOT_ACTIVE",
                                        "This key has no active version. Activate one first, in a"
                                                + " ceremony."));
    }

    private void record(
            Actor actor, String action, String subject, IssuerKey key, IssuerKeyVersion active) {
        audit.record(
                actor,
                new AuditEntry(
                        action,
                        subject,
                        null,
                        Map.of(
                                "usage", key.usage().code(),
                                "key", key.id().value(),
                                "kcv", active.checkValue().hex6())));
    }
}
