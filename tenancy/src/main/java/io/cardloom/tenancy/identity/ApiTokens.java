package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.credential.Secret;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Name;
import io.cardloom.tenancy.tenant.OrganizationId;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door to tokens by which a program acts for a person: in one tenant, with the roles that she
 * has there at that moment, until it expires, is revoked, or her membership ends.
 */
@Component
public class ApiTokens {

    /** The longest life, in days. */
    public static final int MOST_DAYS = 365;

    /** Tokens that one person may have open at once. */
    public static final int MOST = 20;

    private final TenantWork work;
    private final ApiTokenRepository rows;
    private final MembershipRepository members;
    private final Memberships memberships;
    private final AuditTrail trail;
    private final Clock clock;

    ApiTokens(
            TenantWork work,
            ApiTokenRepository rows,
            MembershipRepository members,
            Memberships memberships,
            AuditTrail trail,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.members = members;
        this.memberships = memberships;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes a token for the acting person herself.
     *
     * @param days it lives, 1 to {@link #MOST_DAYS}
     * @return the only time its text is shown
     * @throws Refusal {@code NAME_INVALID}, {@code TOKEN_LIFE}, {@code TOKENS_TOO_MANY}, {@code
     *     PERSON_REQUIRED}
     */
    public Secret<String> make(Actor actor, String name, int days) {
        PersonId person = actor.requirePerson();
        String called = Name.checked(name);
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("TOKEN_LIFE", "A token lives 1 to " + MOST_DAYS + " days.");
        }
        return work.call(
                actor.tenant(),
                () -> {
                    MembershipRow member = membership(actor, person);
                    requireRoom(actor.tenant(), person);
                    return add(actor, member, called, Duration.ofDays(days));
                });
    }

    private MembershipRow membership(Actor actor, PersonId person) {
        return members.of(actor.tenant(), person).stream()
                .filter(m -> new OrganizationId(m.organizationId).equals(actor.organization()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("membership"));
    }

    private void requireRoom(TenantId tenant, PersonId person) {
        Instant now = clock.instant();
        long open = rows.of(tenant, person).stream().filter(t -> t.toToken().opens(now)).count();
        if (open >= MOST) {
            throw Refusal.conflict(
                    "TOKENS_TOO_MANY",
                    "You have " + MOST + " tokens already. Revoke one that is not used any more.");
        }
    }

    private Secret<String> add(Actor actor, MembershipRow member, String name, Duration life) {
        ApiTokenId id = ApiTokenId.next(clock);
        TenantCode code = TenantCode.next(actor.tenant(), id.value());
        ApiTokenRow row = new ApiTokenRow();
        row.id = id.value();
        row.membershipId = member.id;
        row.personId = member.personId;
        row.personName = actor.name();
        row.name = name;
        row.tokenHash = code.hash();
        row.madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.expiresAt = row.madeAt.plus(life);
        rows.add(actor.tenant(), row);
        trail.record(
                actor,
                new AuditEntry(
                        "token.made",
                        row.id,
                        null,
                        Map.of("name", name, "expires", row.expiresAt.toString())));
        return Secret.of(code.text());
    }

    /** An administrator's view of all tokens of the tenant; anybody else's of her own. */
    public List<ApiToken> list(Actor actor) {
        TenantId tenant = actor.tenant();
        PersonId person = actor.requirePerson();
        return work.read(
                tenant,
                () ->
                        (actor.may(Permission.ADMINISTER)
                                        ? rows.all(tenant)
                                        : rows.of(tenant, person))
                                .stream().map(ApiTokenRow::toToken).toList());
    }

    /**
     * Revokes a token at once: one's own, or as an administrator anybody's. Again changes nothing.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public void revoke(Actor actor, ApiTokenId id) {
        PersonId person = actor.requirePerson();
        work.run(
                actor.tenant(),
                () -> {
                    ApiTokenRow row =
                            rows.find(actor.tenant(), id)
                                    .filter(
                                            t ->
                                                    t.personId.equals(person.value())
                                                            || actor.may(Permission.ADMINISTER))
                                    .orElseThrow(() -> Refusal.notFound("token"));
                    if (row.revokedAt == null) {
                        row.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                        trail.record(actor, AuditEntry.of("token.revoked", row.id));
                    }
                });
    }

    /**
     * For whom the bringer of this text acts; ask at each request, so that a revoked token is
     * closed with the next one. Not to be called inside a tenant's work.
     *
     * @return empty for whatever does not open anything; which of the reasons it is is not told
     */
    public Optional<Actor> actor(String text) {
        return TenantCode.read(ApiTokenId.PREFIX, text).flatMap(this::found).flatMap(this::acting);
    }

    private Optional<ApiTokenRow> found(TenantCode code) {
        Instant now = clock.instant();
        return work.read(
                code.tenant(),
                () ->
                        rows.find(code.tenant(), new ApiTokenId(code.id()))
                                .filter(t -> Digests.same(t.tokenHash, code.hash()))
                                .filter(t -> t.toToken().opens(now)));
    }

    private Optional<Actor> acting(ApiTokenRow token) {
        try {
            return Optional.of(
                    memberships.actor(
                            new PersonId(token.personId), new MembershipId(token.membershipId)));
        } catch (Refusal ended) {
            return Optional.empty();
        }
    }
}
