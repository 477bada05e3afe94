package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyBlockHeader;
import io.cardloom.production.key.block.KeyBlocks;
import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.KeyAlgorithm;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import io.cardloom.tenancy.tenant.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a plan has to keep to before anybody is called. */
@Component
class CeremonyRules {

    private static final int FEWEST = 2;
    private static final int MOST = 9;

    private final KeyBook book;
    private final CeremonyRepository repository;

    CeremonyRules(KeyBook book, CeremonyRepository repository) {
        this.book = book;
        this.repository = repository;
    }

    static void custodians(CeremonyPlan plan) {
        List<PersonId> custodians = plan.custodians();
        if (new HashSet<>(custodians).size() != custodians.size()) {
            throw Refusal.invalid(
                    "CEREMONY_CUSTODIAN_TWICE",
                    "Name each custodian once: nobody holds two parts.");
        }
        if (custodians.size() < FEWEST || custodians.size() > MOST) {
            throw Refusal.invalid("CEREMONY_CUSTODIANS", "A ceremony has two to nine custodians.");
        }
        boolean shared = plan.kind() == CeremonyKind.GENERATE_SHARED;
        if (shared && (plan.quorum() < FEWEST || plan.quorum() > custodians.size())) {
            throw Refusal.invalid(
                    "CEREMONY_QUORUM",
                    "At least two shares make the key, and at most as many as there are.");
        }
        if (plan.version() != null && plan.reason().isBlank()) {
            throw Refusal.invalid("REASON_REQUIRED", "Say why, for the audit trail.");
        }
        if (plan.reason().length() > 400) {
            throw Refusal.invalid("REASON_TOO_LONG", "A reason has at most 400 characters.");
        }
    }

    /** The row of a plan that keeps to the rules, but for its id and who opened it. */
    CeremonyRow row(TenantId tenant, CeremonyPlan plan) {
        CeremonyRow row = new CeremonyRow();
        row.tenantId = tenant.value();
        row.kind = plan.kind();
        row.state = CeremonyState.OPEN;
        row.reason = plan.reason();
        row.quorum = plan.quorum();
        CeremonyPlan.NewKey key = plan.key();
        if (key != null) {
            newKey(tenant, key);
            row.keyName = key.name().strip();
            row.usage = key.usage();
            row.keyKind = key.kind();
            row.checkValue = key.checkValue() == null ? null : key.checkValue().hex6();
        } else {
            IssuerKeyVersion version = about(tenant, plan);
            row.keyName = version.keyName();
            row.usage = version.usage();
            row.keyKind = version.kind();
            row.keyId = version.key().value();
            row.versionId = version.id().value();
            row.checkValue = version.checkValue().hex6();
            row.quorum = version.quorum();
        }
        if (plan.protection() != null) {
            row.protectionId = protection(tenant, plan).id().value();
            row.keyBlock = plan.block();
        }
        row.needed =
                switch (plan.kind()) {
                    case COMPONENTS, GENERATE_SHARED -> plan.custodians().size();
                    case RESTORE -> row.quorum;
                    default -> FEWEST;
                };
        return row;
    }

    /** The number of each custodian's part. */
    Map<PersonId, Integer> numbers(TenantId tenant, CeremonyPlan plan) {
        Map<PersonId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < plan.custodians().size(); i++) {
            numbers.put(plan.custodians().get(i), i + 1);
        }
        if (plan.kind() == CeremonyKind.RESTORE && plan.version() != null) {
            Map<String, Integer> held = new HashMap<>();
            repository
                    .components(tenant, plan.version())
                    .forEach(
                            c -> {
                                held.values().removeIf(n -> n == c.number);
                                held.put(c.personId, c.number);
                            });
            numbers.replaceAll((person, n) -> held.getOrDefault(person.value(), 0));
            if (numbers.containsValue(0)
                    || new HashSet<>(numbers.values()).size() != numbers.size()) {
                throw Refusal.invalid(
                        "CUSTODIAN_WITHOUT_SHARE",
                        "Name custodians who each hold another share of this version.");
            }
        }
        return numbers;
    }

    private IssuerKeyVersion about(TenantId tenant, CeremonyPlan plan) {
        KeyVersionId id = plan.version();
        if (id == null) {
            throw new IllegalArgumentException("a plan names a key or a version");
        }
        IssuerKeyVersion version = book.version(tenant, id);
        if (plan.kind() == CeremonyKind.RESTORE
                && (version.quorum() == 0
                        || version.quorum() > plan.custodians().size()
                        || version.state() == KeyState.DESTROYED)) {
            throw Refusal.conflict(
                    "KEY_NOT_SHARED",
                    "A key is restored from its shares, by as many custodians as its quorum.");
        }
        return version;
    }

    private void newKey(TenantId tenant, CeremonyPlan.NewKey key) {
        String name = key.name().strip();
        if (name.isEmpty() || name.length() > 80) {
            throw Refusal.invalid("KEY_NAME", "A key has a name of at most 80 characters.");
        }
        if (!fits(key.usage(), key.kind())) {
            throw Refusal.invalid(
                    "KEY_KIND",
                    "A " + key.usage().words() + " is not a key of this algorithm and length.");
        }
        boolean other = book.named(tenant, name).filter(k -> k.usage != key.usage()).isPresent();
        boolean second =
                IssuerKeys.sole(key.usage())
                        && book.of(tenant, key.usage())
                                .filter(k -> !k.name.equalsIgnoreCase(name))
                                .isPresent();
        if (other || second) {
            throw Refusal.conflict(
                    "KEY_NAME_TAKEN",
                    "This name belongs to a key of another use, or there is a key of this use"
                            + " under another name. Make a new version of that one.");
        }
    }

    private IssuerKeyVersion protection(TenantId tenant, CeremonyPlan plan) {
        KeyVersionId id = plan.protection();
        if (id == null) {
            throw new IllegalArgumentException("a plan without a protection key");
        }
        IssuerKeyVersion protection = book.version(tenant, id);
        boolean protects =
                protection.usage() == KeyUsage.KEY_BLOCK_PROTECTION
                        || protection.usage() == KeyUsage.KEY_ENCRYPTION;
        boolean usable =
                plan.kind() == CeremonyKind.EXPORT_BLOCK
                        ? protection.state() == KeyState.ACTIVE
                        : protection.state() == KeyState.ACTIVE
                                || protection.state() == KeyState.RETIRED;
        if (!protects || !usable) {
            throw Refusal.conflict(
                    "KEY_NOT_PROTECTING",
                    "A key block is protected by a key block protection key that is active.");
        }
        if (plan.block() != null && plan.key() != null) {
            block(KeyBlocks.claimed(plan.block()), plan.key());
        }
        return protection;
    }

    private static void block(KeyBlockHeader header, CeremonyPlan.NewKey key) {
        if (header.usage() != key.usage() || header.algorithm() != key.kind().algorithm()) {
            throw Refusal.invalid(
                    "KEY_BLOCK_USAGE",
                    "The key block is for a "
                            + header.usage().words()
                            + " ("
                            + header.algorithm()
                            + "), which is not what was planned.");
        }
    }

    private static boolean fits(KeyUsage usage, KeyKind kind) {
        return switch (usage) {
            case DATA_ENCRYPTION -> kind == KeyKind.AES_256;
            case CARD_VERIFICATION, CHIP_PERSONALIZATION, PIN_VERIFICATION_VALUE, PIN_OFFSET ->
                    kind == KeyKind.TDEA_DOUBLE;
            case CHIP_CRYPTOGRAMS, CHIP_INTEGRITY, CHIP_CONFIDENTIALITY ->
                    kind == KeyKind.TDEA_DOUBLE || kind == KeyKind.AES_128;
            case MAC_ISO16609, MAC_CBC, MAC_RETAIL -> kind.algorithm() == KeyAlgorithm.TDEA;
            default -> true;
        };
    }
}
