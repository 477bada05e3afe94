package io.cardloom.production.emv;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to the chips of programs: profile and issuer certificate, kept by a key custodian. */
@Component
public class ChipPrograms {

    private final ChipProgramRepository repository;
    private final ApplicationProfiles profiles;
    private final ChipIssuers issuers;
    private final ChipKeystore keystore;
    private final Programs programs;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    ChipPrograms(
            ChipProgramRepository repository,
            ApplicationProfiles profiles,
            ChipIssuers issuers,
            ChipKeystore keystore,
            Programs programs,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.profiles = profiles;
        this.issuers = issuers;
        this.keystore = keystore;
        this.programs = programs;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The newest of the issuer's public chip keys, to be certified by a scheme's authority.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code
     *     ISSUER_KEY_NONE} (conflict) when all are destroyed
     */
    public ChipPublicKey issuerKey(Actor actor) {
        actor.require(Permission.KEEP_KEYS);
        return issuers.publicKeys(actor.tenant()).values().stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.conflict(
                                        "ISSUER_KEY_NONE",
                                        "No key of yours is left to sign chips. Make the next one,"
                                                + " and have it certified."));
    }

    /**
     * Gives a program's cards a chip from now on, or another one.
     *
     * @param profile a name that {@link ApplicationProfiles} knows
     * @param authorityIndex which of its keys the authority used
     * @param authority that key, by which the certificate is checked
     * @param certified what the authority made of one of the issuer's keys, which signs then
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     for a program or a profile that is not there; {@code CHIP_PROFILE}, {@code
     *     ISSUER_CERTIFICATE}, {@code CHIP_KEY_LENGTH}, {@code CHIP_RECORD_LENGTH}; {@code
     *     SIGNING_KEY_SETTLED} (conflict) when that key is being destroyed
     */
    public void configure(
            Actor actor,
            ProgramId program,
            String profile,
            int authorityIndex,
            ChipPublicKey authority,
            CertifiedKey certified) {
        actor.require(Permission.KEEP_KEYS);
        programs.get(actor, program);
        Map<ChipIssuer, ChipPublicKey> keys = issuers.publicKeys(actor.tenant());
        CertifiedIssuer issuer =
                CertifiedIssuer.of(authorityIndex, certified, authority, keys.values());
        ChipPreparation.requireRoom(profiles.named(profile), issuer);
        ChipIssuer key = of(keys, issuer.content().key());
        Instant at = clock.instant();
        issuers.number(actor.tenant(), key.number());
        work.run(
                actor.tenant(),
                () -> {
                    issuers.use(actor.tenant(), key);
                    Optional<ChipProgramRow> known = repository.find(actor.tenant(), program);
                    ChipProgramRow row =
                            known.orElseGet(
                                    () ->
                                            new ChipProgramRow(
                                                    program.value(), actor.tenant().value()));
                    row.say(profile, authority, issuer, key, at);
                    if (known.isEmpty()) {
                        repository.add(actor.tenant(), row);
                    }
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "chip.configured",
                                    program.value(),
                                    null,
                                    Map.of(
                                            "profile", profile,
                                            "iin", issuer.content().iin(),
                                            "issuer-key", Integer.toString(key.number()),
                                            "authority-key", Integer.toString(authorityIndex))));
                });
    }

    /**
     * Has the runs of a program say, from the next preparation on, with which commands the chip's
     * data are stored, or say them no longer. Nothing happens when it is so already; another
     * certificate or profile leaves it as it is.
     *
     * @throws Refusal {@code PERMISSION_MISSING} without the right to keep keys; {@code NOT_FOUND}
     *     for a program that is not there; {@code CHIP_MISSING} (conflict) for one without a chip
     */
    public void writeScripts(Actor actor, ProgramId program, boolean on) {
        actor.require(Permission.KEEP_KEYS);
        programs.get(actor, program);
        work.run(
                actor.tenant(),
                () -> {
                    ChipProgramRow row =
                            repository
                                    .find(actor.tenant(), program)
                                    .orElseThrow(ChipPrograms::missing);
                    if (row.scripts == on) {
                        return;
                    }
                    row.scripts = on;
                    audit.record(
                            actor,
                            new AuditEntry(
                                    on ? "chip.scripts-on" : "chip.scripts-off",
                                    program.value(),
                                    null,
                                    Map.of("profile", row.profile)));
                });
    }

    private static Refusal missing() {
        return Refusal.conflict(
                "CHIP_MISSING", "The program's cards have no chip. Set one up first.");
    }

    /**
     * The chip of a program's cards; empty when they have none.
     *
     * @throws Refusal {@code ISSUER_CERTIFICATE} when the certificate is not for the key that the
     *     issuer has now, {@code CHIP_PROFILE} or {@code NOT_FOUND} when the profile was changed or
     *     removed
     */
    public Optional<ChipProgram> find(TenantId tenant, ProgramId program) {
        return work.read(tenant, () -> repository.find(tenant, program))
                .map(
                        row -> {
                            ChipIssuer key = issuers.get(tenant, row.issuerKey);
                            return new ChipProgram(
                                    profiles.named(row.profile),
                                    row.issuer(keystore.issuerKey(tenant, key)),
                                    key,
                                    row.scripts);
                        });
    }

    private static ChipIssuer of(Map<ChipIssuer, ChipPublicKey> keys, ChipPublicKey certified) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().equals(certified))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The profile of a program's chips, without asking for the issuer's key; empty for none. */
    public Optional<ApplicationProfile> profile(TenantId tenant, ProgramId program) {
        return work.read(tenant, () -> repository.find(tenant, program))
                .map(row -> profiles.named(row.profile));
    }

    /** Whether runs say the commands that store the chip's data; false without a chip. */
    public boolean scripts(TenantId tenant, ProgramId program) {
        return work.read(tenant, () -> repository.find(tenant, program))
                .map(row -> row.scripts)
                .orElse(false);
    }
}
