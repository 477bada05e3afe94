package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.hsm.KeyDriver;
import io.cardloom.production.key.hsm.KeyDrivers;
import io.cardloom.production.key.hsm.KeyName;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down what becomes of keys, and keeps the device in step with the transaction. */
@Component
class KeyBook {

    private final KeyRepository repository;
    private final KeyDrivers drivers;
    private final ObjectProvider<KeyReferences> references;
    private final KeyLifeSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    KeyBook(
            KeyRepository repository,
            KeyDrivers drivers,
            ObjectProvider<KeyReferences> references,
            KeyLifeSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.drivers = drivers;
        this.references = references;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    KeyDriver driver() {
        return drivers.current();
    }

    /**
     * A new version, prepared; when the transaction falls, the device forgets its key.
     *
     * @param device makes the key or takes it in, and tells its check value
     */
    KeyVersionId add(Actor actor, CeremonyRow ceremony, Function<KeyName, KeyCheckValue> device) {
        TenantId tenant = actor.tenant();
        KeyVersionId id = KeyVersionId.next(clock);
        KeyName name = KeyName.of(tenant, id.value());
        forgetIfItFalls(name);
        KeyCheckValue checkValue = made(name, device);
        Instant now = clock.instant();
        KeyId key = key(tenant, ceremony, now);
        List<KeyVersionRow> before = repository.versions(tenant, key);
        KeyVersionRow row = new KeyVersionRow();
        row.id = id.value();
        row.tenantId = tenant.value();
        row.keyId = key.value();
        row.number = before.isEmpty() ? 1 : before.getFirst().number + 1;
        row.kind = ceremony.keyKind;
        row.checkValue = checkValue.hex6();
        row.driver = driver().name();
        row.quorum = ceremony.quorum;
        row.madeAt = now;
        row.replaceBy = now.plus(settings.replaceAfter());
        row.moved(KeyState.PREPARED, now);
        repository.add(tenant, row);
        record(actor, "key.prepared", row, Map.of("ceremony", ceremony.id));
        return id;
    }

    /** A device that fails half-way keeps nothing. */
    private KeyCheckValue made(KeyName name, Function<KeyName, KeyCheckValue> device) {
        try {
            return device.apply(name);
        } catch (RuntimeException e) {
            driver().storage().destroy(name);
            throw e;
        }
    }

    private KeyId key(TenantId tenant, CeremonyRow ceremony, Instant now) {
        return named(tenant, ceremony.keyName)
                .map(k -> new KeyId(k.id))
                .orElseGet(
                        () -> {
                            KeyId id = KeyId.next(clock);
                            repository.add(
                                    tenant,
                                    new IssuerKeyRow(
                                            id.value(),
                                            tenant.value(),
                                            ceremony.keyName,
                                            ceremony.usage,
                                            first(tenant, ceremony.usage),
                                            now));
                            return id;
                        });
    }

    java.util.Optional<IssuerKeyRow> named(TenantId tenant, String name) {
        return repository.keys(tenant).stream()
                .filter(k -> k.name.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The first key of a use becomes its standard one; a later one by its custodians' word. */
    private boolean first(TenantId tenant, KeyUsage usage) {
        return IssuerKeys.hasStandard(usage) && of(tenant, usage).isEmpty();
    }

    /** Some key of this usage. */
    java.util.Optional<IssuerKeyRow> of(TenantId tenant, KeyUsage usage) {
        return repository.keys(tenant).stream().filter(k -> k.usage == usage).findFirst();
    }

    /**
     * @throws Refusal {@code NOT_FOUND}
     */
    IssuerKeyVersion version(TenantId tenant, KeyVersionId id) {
        KeyVersionRow row = row(tenant, id, LockModeType.NONE);
        IssuerKeyRow key = repository.key(tenant, new KeyId(row.keyId)).orElseThrow();
        return row.read(key.name, key.usage);
    }

    /**
     * Moves a version along an arrow; activating one retires the one before.
     *
     * @throws Refusal {@code KEY_STATE}; {@code KEY_IN_USE} when something opens only with a
     *     version that is to be destroyed
     */
    void move(Actor actor, KeyVersionId id, KeyVerb verb) {
        TenantId tenant = actor.tenant();
        KeyVersionRow row = row(tenant, id, LockModeType.PESSIMISTIC_WRITE);
        KeyState to = KeyTransitions.next(row.state, verb);
        if (verb == KeyVerb.ACTIVATE) {
            repository.versions(tenant, new KeyId(row.keyId)).stream()
                    .filter(other -> other.state == KeyState.ACTIVE)
                    .forEach(other -> moved(actor, other, KeyVerb.RETIRE, KeyState.RETIRED));
        }
        if (verb == KeyVerb.DESTROY) {
            if (references.stream().anyMatch(r -> r.needs(tenant, id))) {
                throw Refusal.conflict(
                        "KEY_IN_USE",
                        "Account data that are kept open only with this version. Purge their"
                                + " orders first.");
            }
            destroyWithTheCommit(KeyName.of(tenant, id.value()));
        }
        moved(actor, row, verb, to);
    }

    private void moved(Actor actor, KeyVersionRow row, KeyVerb verb, KeyState to) {
        row.moved(to, clock.instant());
        repository.moved(actor.tenant(), row);
        record(actor, "key." + verb.participle(), row, Map.of());
    }

    private void record(Actor actor, String action, KeyVersionRow row, Map<String, String> more) {
        Map<String, String> facts = new java.util.HashMap<>(more);
        facts.put("kcv", row.checkValue);
        facts.put("version", Integer.toString(row.number));
        facts.put("key", row.keyId);
        audit.record(actor, new AuditEntry(action, row.id, null, facts));
    }

    private KeyVersionRow row(TenantId tenant, KeyVersionId id, LockModeType lock) {
        return repository
                .version(tenant, id, lock)
                .orElseThrow(() -> Refusal.notFound("version of a key"));
    }

    /** The last thing before the commit, so that work which falls keeps its key. */
    void destroyWithTheCommit(KeyName name) {
        KeyDriver driver = driver();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        driver.storage().destroy(name);
                    }
                });
    }

    void forgetIfItFalls(KeyName name) {
        KeyDriver driver = driver();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status != STATUS_COMMITTED) {
                            driver.storage().destroy(name);
                        }
                    }
                });
    }
}
