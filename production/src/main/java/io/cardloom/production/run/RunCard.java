package io.cardloom.production.run;

import org.jspecify.annotations.Nullable;

/**
 * One card of a run. It is known by its number only, never by its cardholder.
 *
 * @param number within the run, from 1; never used twice
 * @param rowNumber of the cardholder in the order, from 1
 * @param reason why it is spoiled, in doubt, refused or deferred; null where there is nothing to
 *     say
 * @param replaces the number in this run of the card it is a remake of; null for a first card, and
 *     for the remake of a card of an earlier run
 * @param replacesCard the card it is a remake of, of whatever run; null for a first card
 */
public record RunCard(
        CardId id,
        int number,
        int rowNumber,
        CardState state,
        @Nullable String reason,
        @Nullable Integer replaces,
        @Nullable CardId replacesCard) {}
