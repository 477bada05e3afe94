package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ceremony is to do, and with whom.
 *
 * @param key what is to be made; null where it is about a version that is there
 * @param version the version it is about; null where one is to be made
 * @param protection the version that protects the key block; null without one
 * @param quorum how many shares make the key again; 0 where none are made
 * @param block the key block that comes in; null otherwise
 * @param reason why; empty where the kind says enough
 * @param custodians two to nine different people
 */
public record CeremonyPlan(
        CeremonyKind kind,
        @Nullable NewKey key,
        @Nullable KeyVersionId version,
        @Nullable KeyVersionId protection,
        int quorum,
        @Nullable String block,
        String reason,
        List<PersonId> custodians) {

    public CeremonyPlan {
        custodians = List.copyOf(custodians);
    }

    /**
     * A key to be made; of a key with this name there will be a new version.
     *
     * @param checkValue what the key's sender said; null when nothing is known of it
     */
    public record NewKey(
            String name, KeyUsage usage, KeyKind kind, @Nullable KeyCheckValue checkValue) {

        public NewKey(String name, KeyUsage usage, KeyKind kind) {
            this(name, usage, kind, null);
        }
    }

    /** The device makes it. */
    public static CeremonyPlan generate(NewKey key, List<PersonId> custodians) {
        return new CeremonyPlan(CeremonyKind.GENERATE, key, null, null, 0, null, "", custodians);
    }

    /** It is made, and each custodian takes a share away. */
    public static CeremonyPlan shared(NewKey key, int quorum, List<PersonId> custodians) {
        return new CeremonyPlan(
                CeremonyKind.GENERATE_SHARED, key, null, null, quorum, null, "", custodians);
    }

    /** Each custodian brings a component. */
    public static CeremonyPlan components(NewKey key, List<PersonId> custodians) {
        return new CeremonyPlan(CeremonyKind.COMPONENTS, key, null, null, 0, null, "", custodians);
    }

    /** It comes as a key block under a protection key that is here. */
    public static CeremonyPlan block(
            NewKey key, String block, KeyVersionId protection, List<PersonId> custodians) {
        return new CeremonyPlan(
                CeremonyKind.IMPORT_BLOCK, key, null, protection, 0, block, "", custodians);
    }

    /** It leaves as a key block. */
    public static CeremonyPlan export(
            KeyVersionId version,
            KeyVersionId protection,
            String reason,
            List<PersonId> custodians) {
        return new CeremonyPlan(
                CeremonyKind.EXPORT_BLOCK, null, version, protection, 0, null, reason, custodians);
    }

    /**
     * Something is done to a version that is there.
     *
     * @param kind RESTORE, ACTIVATE, RETIRE, REVOKE or DESTROY
     */
    public static CeremonyPlan on(
            CeremonyKind kind, KeyVersionId version, String reason, List<PersonId> custodians) {
        return new CeremonyPlan(kind, null, version, null, 0, null, reason, custodians);
    }
}
