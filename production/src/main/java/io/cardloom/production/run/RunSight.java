package io.cardloom.production.run;

import io.cardloom.designer.design.Digest;
import io.cardloom.production.CardOrderId;
import io.cardloom.production.RunId;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.production.run.RunRepository.Sight;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.program.Program;
import io.cardloom.tenancy.program.ProgramId;
import io.cardloom.tenancy.program.Programs;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the runs an actor may see. */
@Component
class RunSight {

    private static final int MOST = 100;

    private final TenantWork work;
    private final RunRepository runs;
    private final CardRepository cards;
    private final Programs programs;
    private final Destinations destinations;

    RunSight(
            TenantWork work,
            RunRepository runs,
            CardRepository cards,
            Programs programs,
            Destinations destinations) {
        this.work = work;
        this.runs = runs;
        this.cards = cards;
        this.programs = programs;
        this.destinations = destinations;
    }

    List<ProductionRun> list(Actor actor, int offset, int limit) {
        return work.read(
                actor.tenant(),
                () ->
                        runs
                                .page(
                                        actor.tenant(),
                                        sight(actor),
                                        Math.max(offset, 0),
                                        Math.clamp(limit, 1, MOST))
                                .stream()
                                .map(RunSight::told)
                                .toList());
    }

    long count(Actor actor) {
        return work.read(actor.tenant(), () -> runs.count(actor.tenant(), sight(actor)));
    }

    List<ProductionRun> ofOrder(Actor actor, CardOrderId order) {
        return work.read(
                actor.tenant(),
                () -> {
                    Sight sight = sight(actor);
                    return runs.ofOrder(actor.tenant(), order).stream()
                            .filter(r -> isSeen(r, sight))
                            .map(RunSight::told)
                            .toList();
                });
    }

    ProductionRun get(Actor actor, RunId run) {
        return work.read(
                actor.tenant(),
                () ->
                        runs.find(actor.tenant(), run)
                                .filter(r -> isSeen(r, sight(actor)))
                                .map(RunSight::told)
                                .orElseThrow(() -> Refusal.notFound("run")));
    }

    List<RunCard> cards(Actor actor, RunId run, int offset, int limit) {
        return work.read(
                actor.tenant(),
                () -> {
                    ProductionRun seen = get(actor, run);
                    return cards
                            .page(
                                    actor.tenant(),
                                    seen.id(),
                                    Math.max(offset, 0),
                                    Math.clamp(limit, 1, MOST))
                            .stream()
                            .map(c -> told(actor, c))
                            .toList();
                });
    }

    RunCard card(Actor actor, RunId run, int number) {
        return work.read(
                actor.tenant(),
                () ->
                        cards.find(actor.tenant(), get(actor, run).id(), number)
                                .map(c -> told(actor, c))
                                .orElseThrow(() -> Refusal.notFound("card")));
    }

    Map<CardState, Long> tally(Actor actor, RunId run) {
        return work.read(
                actor.tenant(),
                () -> {
                    ProductionRun seen = get(actor, run);
                    return List.of(CardState.values()).stream()
                            .collect(
                                    Collectors.toMap(
                                            s -> s,
                                            s -> cards.count(actor.tenant(), seen.id(), s)));
                });
    }

    /** A bureau sees the runs for it once they are released; others those of their programs. */
    private Sight sight(Actor actor) {
        if (actor.may(Permission.VIEW_PRODUCTION)) {
            return new Sight(
                    programs.list(actor).stream().map(Program::id).map(ProgramId::value).toList(),
                    List.of());
        }
        actor.require(Permission.RECEIVE_RUN);
        return new Sight(
                List.of(),
                destinations.list(actor).stream()
                        .map(Destination::id)
                        .map(DestinationId::value)
                        .toList());
    }

    private static boolean isSeen(RunRow row, Sight sight) {
        return sight.programs().contains(row.programId)
                || sight.destinations().contains(row.destinationId);
    }

    private RunCard told(Actor actor, CardRow row) {
        @Nullable Integer replaces =
                row.replacesId == null
                        ? null
                        : cards.find(actor.tenant(), new CardId(row.replacesId))
                                .filter(c -> c.runId.equals(row.runId))
                                .map(c -> c.number)
                                .orElse(null);
        return new RunCard(
                new CardId(row.id),
                row.number,
                row.rowNumber,
                row.state,
                row.reason,
                replaces,
                row.replacesId == null ? null : new CardId(row.replacesId));
    }

    private static ProductionRun told(RunRow row) {
        return new ProductionRun(
                new RunId(row.id),
                new CardOrderId(row.orderId),
                new ProgramId(row.programId),
                new Digest(row.digest),
                new DestinationId(row.destinationId),
                Channel.valueOf(row.channel),
                row.state,
                row.plannedFor,
                row.cards,
                row.good,
                row.spoiled,
                row.destroyed,
                row.inDoubt,
                row.stock,
                row.left,
                row.reason,
                row.packageName,
                row.nextTry,
                row.releasedBy,
                row.changedAt);
    }
}
