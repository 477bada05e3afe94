package io.cardloom.production.emv;

import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.Identifier;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The door to the RSA keys by which an issuer signs for chips, numbered from 1 on. A scheme's
 * authority certifies one for some years; programs go over to the next one by one, each with its
 * certificate.
 */
@Component
public class ChipIssuers {

    /**
     * Lengths of modulus that can be chosen. What the longest one signs fills a record: 254 bytes,
     * of which the tags and lengths of 70 and 9F46 take seven.
     */
    public static final List<Integer> BITS = List.of(1152, 1408, 1536, 1728, 1976);

    private final ChipIssuerRepository repository;
    private final ChipKeystore keystore;
    private final TenantWork work;
    private final AuditTrail audit;
    private final Clock clock;

    ChipIssuers(
            ChipIssuerRepository repository,
            ChipKeystore keystore,
            TenantWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.keystore = keystore;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
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
        keystore.issuerKey(actor.tenant(), ChipIssuer.FIRST); // nothing is numbered without keys
        ChipIssuer next = numbered(actor, bits);
        keystore.issuerKey(actor.tenant(), next);
        return next;
    }

    private ChipIssuer numbered(Actor actor, int bits) {
        try {
            return work.call(
                    actor.tenant(),
                    () -> {
                        int number = all(actor.tenant(), repository).getFirst().number() + 1;
                        repository.add(
                                actor.tenant(),
                                new ChipIssuerRow(
                                        actor.tenant().value(),
                                        Identifier.next("cik", clock),
                                        number,
                                        bits,
                                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
                        audit.record(
                                actor,
                                new AuditEntry(
                                        "chip.issuer-key",
                                        actor.tenant().value(),
                                        null,
                                        Map.of(
                                                "number", Integer.toString(number),
                                                "bits", Integer.toString(bits))));
                        return new ChipIssuer(number, bits);
                    });
        } catch (DataIntegrityViolationException another) {
            throw Refusal.conflict(
                    "ISSUER_KEY_TAKEN",
                    "Another custodian made the next key in the same moment. Load the page again"
                            + " and see whether you need one more.");
        }
    }

    /** Every key's public half, the newest first. */
    Map<ChipIssuer, ChipPublicKey> publicKeys(TenantId tenant) {
        Map<ChipIssuer, ChipPublicKey> keys = new LinkedHashMap<>();
        work.read(tenant, () -> all(tenant, repository))
                .forEach(key -> keys.put(key, keystore.issuerKey(tenant, key)));
        return keys;
    }

    /** The one of a number. */
    ChipIssuer get(TenantId tenant, int number) {
        return work.read(tenant, () -> all(tenant, repository)).stream()
                .filter(key -> key.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("issuer's key"));
    }

    private static List<ChipIssuer> all(TenantId tenant, ChipIssuerRepository repository) {
        List<ChipIssuer> all = new ArrayList<>();
        repository.all(tenant).forEach(row -> all.add(new ChipIssuer(row.number, row.bits)));
        all.add(ChipIssuer.FIRST);
        return all;
    }
}
