package io.cardloom.production.schedule;

import io.cardloom.production.CardOrderId;
import io.cardloom.production.ScheduleId;
import io.cardloom.production.dataprep.DataPreparation;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.output.Destination;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.output.Destinations;
import io.cardloom.tenancy.audit.AuditEntry;
import io.cardloom.tenancy.audit.AuditTrail;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.permission.Permission;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quartz.CronExpression;
import org.springframework.stereotype.Component;

/** The door to schedules. */
@Component
public class ProductionSchedules {

    /** One plain second: so it fires once a minute at most. */
    private static final Pattern ONE_SECOND = Pattern.compile("[0-5]?[0-9]\\s.+");

    private static final int LONGEST_CRON = 120;

    private final TenantWork work;
    private final ScheduleRepository rows;
    private final CardOrders orders;
    private final Destinations destinations;
    private final DataPreparation preparation;
    private final Alarm alarm;
    private final AuditTrail audit;
    private final Clock clock;

    ProductionSchedules(
            TenantWork work,
            ScheduleRepository rows,
            CardOrders orders,
            Destinations destinations,
            DataPreparation preparation,
            Alarm alarm,
            AuditTrail audit,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.orders = orders;
        this.destinations = destinations;
        this.preparation = preparation;
        this.alarm = alarm;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Plans an order's runs at a destination; needs SCHEDULE_RUN.
     *
     * @throws Refusal not found for an order or destination that is not the actor's; {@code
     *     SCHEDULE_ORDER_CLOSED}, {@code SCHEDULE_CRON_WRONG}, {@code SCHEDULE_TOO_OFTEN}, {@code
     *     SCHEDULE_CARDS_WRONG}; {@code DOCUMENTS_NEED_BUREAU} for identity documents at a device
     */
    public ScheduleId schedule(
            Actor actor, CardOrderId order, DestinationId destination, Timing timing) {
        actor.require(Permission.SCHEDULE_RUN);
        requireSound(timing);
        return work.call(
                actor.tenant(),
                () -> {
                    CardOrder wanted = orders.get(actor, order);
                    requireOpen(wanted);
                    requireReach(
                            actor.tenant(), order, destinations.get(actor.tenant(), destination));
                    ScheduleRow row = row(order, destination, timing);
                    rows.add(actor.tenant(), row);
                    ScheduleId id = new ScheduleId(row.id);
                    alarm.set(actor.tenant(), id, told(row).timing());
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "run.scheduled",
                                    row.id,
                                    wanted.digest().hex64(),
                                    Map.of(
                                            "order", order.value(),
                                            "destination", destination.value(),
                                            "timing", timing.toString())));
                    return id;
                });
    }

    /** An order's schedules, oldest first; needs VIEW_PRODUCTION. */
    public List<ProductionSchedule> ofOrder(Actor actor, CardOrderId order) {
        return work.read(
                actor.tenant(),
                () ->
                        rows.ofOrder(actor.tenant(), orders.get(actor, order).id()).stream()
                                .map(this::told)
                                .toList());
    }

    /**
     * Ends a schedule; runs it planned stay. Needs SCHEDULE_RUN.
     *
     * @throws Refusal not found
     */
    public void end(Actor actor, ScheduleId schedule) {
        actor.require(Permission.SCHEDULE_RUN);
        work.run(
                actor.tenant(),
                () -> {
                    ScheduleRow row =
                            rows.find(actor.tenant(), schedule)
                                    .orElseThrow(() -> Refusal.notFound("schedule"));
                    CardOrder order = orders.get(actor, new CardOrderId(row.orderId));
                    row.ended = true;
                    alarm.clear(schedule);
                    audit.record(
                            actor,
                            new AuditEntry(
                                    "run.unscheduled",
                                    row.id,
                                    order.digest().hex64(),
                                    Map.of("order", row.orderId)));
                });
    }

    private void requireReach(TenantId tenant, CardOrderId order, Destination destination) {
        if (destination.channel() == Destination.Channel.DEVICE
                && preparation.areDocuments(tenant, order)) {
            throw Refusal.invalid(
                    "DOCUMENTS_NEED_BUREAU",
                    "Identity documents are personalized by a bureau: no device here writes their"
                            + " chips. Choose a bureau.");
        }
    }

    private static void requireOpen(CardOrder order) {
        if (!order.state().isOpen()) {
            throw Refusal.conflict(
                    "SCHEDULE_ORDER_CLOSED",
                    "The order is refused, completed or not taken in yet; there is nothing to"
                            + " make.");
        }
    }

    private static void requireSound(Timing timing) {
        if (!(timing instanceof Timing.Repeating(String cron, ZoneId zone, int cardsPerRun))) {
            return;
        }
        if (cron.length() > LONGEST_CRON || !CronExpression.isValidExpression(cron)) {
            throw Refusal.invalid(
                    "SCHEDULE_CRON_WRONG",
                    "Write seconds, minutes, hours, day of month, month and day of week, such as 0"
                            + " 30 6 ? * MON-FRI.");
        }
        if (!ONE_SECOND.matcher(cron).matches()) {
            throw Refusal.invalid(
                    "SCHEDULE_TOO_OFTEN",
                    "Once a minute is the most, by the clock of "
                            + zone
                            + ". Begin with one second, such as 0.");
        }
        if (cardsPerRun < 1) {
            throw Refusal.invalid(
                    "SCHEDULE_CARDS_WRONG", "A run has at least one card. Say how many.");
        }
    }

    private ScheduleRow row(CardOrderId order, DestinationId destination, Timing timing) {
        ScheduleRow row = new ScheduleRow();
        row.id = ScheduleId.next(clock).value();
        row.orderId = order.value();
        row.destinationId = destination.value();
        row.createdAt = now();
        switch (timing) {
            case Timing.Once(Instant at) -> {
                row.onceAt = at.isBefore(now()) ? now() : at.truncatedTo(ChronoUnit.MICROS);
                row.cardsPerRun = Integer.MAX_VALUE;
            }
            case Timing.Repeating(String cron, ZoneId zone, int cardsPerRun) -> {
                row.cron = cron;
                row.zone = zone.getId();
                row.cardsPerRun = cardsPerRun;
            }
        }
        return row;
    }

    private ProductionSchedule told(ScheduleRow row) {
        ScheduleId id = new ScheduleId(row.id);
        return new ProductionSchedule(
                id,
                new CardOrderId(row.orderId),
                new DestinationId(row.destinationId),
                row.onceAt == null
                        ? new Timing.Repeating(row.cron, ZoneId.of(row.zone), row.cardsPerRun)
                        : new Timing.Once(row.onceAt),
                row.ended ? null : alarm.next(id),
                row.ended);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
