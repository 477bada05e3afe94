package io.cardloom.production.run;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.tenancy.program.ProgramId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence in which cards of an order are made.
 *
 * @param plannedFor the occurrence
 * @param cards to be made: cardholders of this run
 * @param good plastics that became good cards
 * @param spoiled plastics spoiled at the bureau or the device
 * @param destroyed plastics of cards in doubt that a person destroyed
 * @param unknown cards in doubt
 * @param stock plastics counted out at the release; 0 before
 * @param left plastics counted at the end; null before
 * @param reason why it is on hold or was cancelled; null otherwise
 * @param packageName what the bureau knows it by; null before it is packaged, or for a device
 * @param nextTry when Cardloom tries again; null when it need not
 */
public record ProductionRun(
        RunId id,
        CardOrderId order,
        ProgramId program,
        Digest digest,
        DestinationId destination,
        Destination.Channel channel,
        RunState state,
        Instant plannedFor,
        int cards,
        int good,
        int spoiled,
        int destroyed,
        int unknown,
        int stock,
        @Nullable Integer left,
        @Nullable String reason,
        @Nullable String packageName,
        @Nullable Instant nextTry,
        @Nullable String releasedBy,
        Instant changedAt) {}
