package io.cardloom.production.key.life;

import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.identity.Memberships;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Role;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who takes part in a ceremony, what is written down of it, and how it closes. */
@Component
class CeremonyDesk {

    private final CeremonyRepository repository;
    private final SealedParts parts;
    private final KeyBook book;
    private final Memberships memberships;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CeremonyDesk(
            CeremonyRepository repository,
            SealedParts parts,
            KeyBook book,
            Memberships memberships,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.parts = parts;
        this.book = book;
        this.memberships = memberships;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void close(Actor actor, CeremonyRow ceremony, List<CustodianRow> all, CeremonyState to) {
        ceremony.moved(to, clock.instant());
        parts.close(ceremony, all);
        record(
                actor,
                "ceremony." + to.name().toLowerCase(java.util.Locale.ROOT),
                ceremony,
                Map.of());
    }

    /** Calls it off; a key whose shares were being taken away is destroyed. */
    void abandon(Actor actor, CeremonyRow ceremony, List<CustodianRow> all, String reason) {
        boolean distributing = ceremony.state == CeremonyState.DISTRIBUTING;
        close(actor, ceremony, all, CeremonyState.ABANDONED);
        ceremony.reason = reason;
        if (distributing) {
            book.move(actor, CeremonyEnd.version(ceremony), KeyVerb.DESTROY);
        }
    }

    /** Whether the key that it made is past being prepared, so that it cannot just be destroyed. */
    boolean inUse(TenantId tenant, CeremonyRow ceremony) {
        return ceremony.state == CeremonyState.DISTRIBUTING
                && book.version(tenant, CeremonyEnd.version(ceremony)).state() != KeyState.PREPARED;
    }

    void came(
            Actor actor,
            CeremonyRow ceremony,
            CustodianRow custodian,
            String action,
            Map<String, String> more) {
        custodian.cameAt = clock.instant();
        Map<String, String> facts = new java.util.HashMap<>(more);
        facts.put("number", Integer.toString(custodian.number));
        record(actor, action, ceremony, facts);
    }

    void record(Actor actor, String action, CeremonyRow ceremony, Map<String, String> more) {
        Map<String, String> facts = new java.util.HashMap<>(more);
        facts.put("kind", ceremony.kind.name());
        facts.put("key", ceremony.keyName);
        audit.record(actor, new AuditEntry(action, ceremony.id, null, facts));
        events.publishEvent(new CeremonyMoved(actor.tenant(), new CeremonyId(ceremony.id)));
    }

    static Map<String, String> facts(CustodianRow custodian) {
        return Map.of("number", Integer.toString(custodian.number));
    }

    void requireCustodian(TenantId tenant, PersonId person) {
        boolean custodian =
                memberships.of(person).stream()
                        .anyMatch(
                                m ->
                                        m.tenant().equals(tenant)
                                                && m.roles().contains(Role.KEY_CUSTODIAN));
        if (!custodian) {
            throw Refusal.invalid(
                    "CUSTODIAN_UNKNOWN",
                    "Name people who are key custodians of this issuer. An administrator gives"
                            + " them the role.");
        }
    }

    CeremonyRow find(TenantId tenant, CeremonyId id, LockModeType lock) {
        return repository
                .find(tenant, id, lock)
                .orElseThrow(() -> Refusal.notFound("key ceremony"));
    }

    static CustodianRow own(List<CustodianRow> all, PersonId person) {
        return all.stream()
                .filter(c -> c.personId.equals(person.value()))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.forbidden(
                                        "CEREMONY_NOT_YOURS",
                                        "Only the custodians who were named take part."));
    }

    static KeyCeremony read(CeremonyRow row, List<CustodianRow> custodians) {
        String version = row.versionId;
        String checkValue = row.checkValue;
        return new KeyCeremony(
                new CeremonyId(Identifier.checked("kcy", row.id)),
                row.kind,
                row.state,
                row.keyName,
                row.usage,
                row.keyKind,
                version == null ? null : new KeyVersionId(version),
                row.needed,
                checkValue == null ? null : new KeyCheckValue(checkValue),
                row.kind == CeremonyKind.EXPORT_BLOCK ? row.keyBlock : null,
                row.reason == null ? "" : row.reason,
                new PersonId(row.openedBy),
                row.openedAt,
                row.expiresAt,
                custodians.stream().map(CustodianRow::read).toList());
    }
}
