package io.cardloom.production.key.life;

import io.cardloom.production.key.block.KeyUsage;
import io.cardloom.production.key.material.KeyCheckValue;
import io.cardloom.production.key.material.KeyKind;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ceremony as its custodians see it; nothing in it is secret.
 *
 * @param version what it is about, or what came of it; null before
 * @param needed how many custodians have to come
 * @param checkValue of the key, as its sender said or as it was made; null when neither is known
 * @param keyBlock what it let out; null otherwise
 * @param expiresAt when it is abandoned, if it is still open
 * @param reason why it is held, or why it failed or was abandoned
 */
public record KeyCeremony(
        CeremonyId id,
        CeremonyKind kind,
        CeremonyState state,
        String keyName,
        KeyUsage usage,
        KeyKind keyKind,
        @Nullable KeyVersionId version,
        int needed,
        @Nullable KeyCheckValue checkValue,
        @Nullable String keyBlock,
        String reason,
        PersonId openedBy,
        Instant openedAt,
        Instant expiresAt,
        List<Custodian> custodians) {

    public KeyCeremony {
        custodians = List.copyOf(custodians);
    }

    /**
     * Who takes part.
     *
     * @param number of her component or share
     * @param came whether she attended, or brought her part and compared its check value
     * @param took whether she took her share away
     * @param checkValue of her part; null before she entered it
     */
    public record Custodian(
            PersonId person,
            int number,
            boolean came,
            boolean took,
            @Nullable KeyCheckValue checkValue) {}
}
