package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.tenancy.audit.AuditFilter;
import io.cardloom.tenancy.audit.AuditRecord;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An issuer's keys, to look at and to use; they change by {@link KeyCeremonies} only. */
@Component
public class IssuerKeys implements ActiveKeys {

    private final KeyRepository repository;
    private final ProgramKeyRepository choices;
    private final AuditTrail trail;
    private final TenantWork work;

    IssuerKeys(
            KeyRepository repository,
            ProgramKeyRepository choices,
            AuditTrail trail,
            TenantWork work) {
        this.repository = repository;
        this.choices = choices;
        this.trail = trail;
        this.work = work;
    }

    /** Every key with its versions, by name; needs the right to keep keys. */
    public List<IssuerKey> list(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant, () -> repository.keys(tenant).stream().map(k -> read(tenant, k)).toList());
    }

    /**
     * One key; needs the right to keep keys.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public IssuerKey get(Actor actor, KeyId id) {
        actor.require(Permission.KEEP_KEYS);
        TenantId tenant = actor.tenant();
        return work.read(
                tenant,
                () ->
                        read(
                                tenant,
                                repository
                                        .key(tenant, id)
                                        .orElseThrow(() -> Refusal.notFound("key"))));
    }

    /**
     * What the trail says of a key's versions, oldest first, {@link AuditTrail#PAGE} entries of
     * each version at most.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public List<AuditRecord> history(Actor actor, KeyId id) {
        Actor reader = Actor.system(actor.tenant(), "Keys");
        return get(actor, id).versions().stream()
                .flatMap(
                        v ->
                                trail
                                        .page(
                                                reader,
                                                new AuditFilter(
                                                        null,
                                                        null,
                                                        v.id().value(),
                                                        null,
                                                        null,
                                                        null),
                                                0,
                                                AuditTrail.PAGE)
                                        .stream())
                .sorted(Comparator.comparingLong(AuditRecord::sequence))
                .toList();
    }

    @Override
    public Optional<IssuerKeyVersion> active(TenantId tenant, KeyUsage usage) {
        return work.read(
                tenant, () -> repository.active(tenant, usage).map(row -> read(tenant, row)));
    }

    @Override
    public Optional<IssuerKeyVersion> active(TenantId tenant, KeyId key) {
        return work.read(
                tenant,
                () ->
                        repository.versions(tenant, key).stream()
                                .filter(row -> row.state == KeyState.ACTIVE)
                                .findFirst()
                                .map(row -> read(tenant, row)));
    }

    @Override
    public CardKeys of(TenantId tenant, ProgramId program) {
        return usage ->
                work.read(
                        tenant,
                        () ->
                                choices.find(tenant, program, usage, LockModeType.NONE)
                                        .map(own -> own(tenant, new KeyId(own.keyId)))
                                        .or(() -> active(tenant, usage)));
    }

    private IssuerKeyVersion own(TenantId tenant, KeyId id) {
        return active(tenant, id)
                .orElseThrow(
                        () ->
                                Refusal.conflict(
                                        "KEY_MISSING",
                                        "The program's cards are made with a key of their own, "
                                                + repository
                                                        .key(tenant, id)
                                                        .map(key -> key.name)
                                                        .orElse("which is gone")
                                                + ", which has no active version. Key custodians"
                                                + " activate one, or choose another key for the"
                                                + " program."));
    }

    /** A version in whatever state; empty when the tenant has none of this id. */
    public Optional<IssuerKeyVersion> version(TenantId tenant, KeyVersionId id) {
        return work.read(
                tenant,
                () ->
                        repository
                                .version(tenant, id, LockModeType.NONE)
                                .map(row -> read(tenant, row)));
    }

    /** Whether a tenant has one key of this usage and no second one: what seals its data. */
    static boolean sole(KeyUsage usage) {
        return usage == KeyUsage.DATA_ENCRYPTION;
    }

    /** Whether a key of this usage may be the standard one. */
    static boolean hasStandard(KeyUsage usage) {
        return sole(usage) || ProgramKeys.USAGES.contains(usage);
    }

    private IssuerKey read(TenantId tenant, IssuerKeyRow row) {
        KeyId id = new KeyId(row.id);
        return new IssuerKey(
                id,
                row.name,
                row.usage,
                row.standardUsage != null,
                repository.versions(tenant, id).stream()
                        .map(v -> v.read(row.name, row.usage))
                        .toList());
    }

    private IssuerKeyVersion read(TenantId tenant, KeyVersionRow row) {
        IssuerKeyRow key = repository.key(tenant, new KeyId(row.keyId)).orElseThrow();
        return row.read(key.name, key.usage);
    }
}
