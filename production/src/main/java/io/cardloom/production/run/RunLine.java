package io.cardloom.production.run;

import io.cardloom.production.RunId;
import io.cardloom.production.output.Destination.Channel;
import io.cardloom.tenancy.isolation.TenantWork;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a moving run from step to step, as far as it goes without waiting. */
@Component
class RunLine {

    private static final Logger LOG = LoggerFactory.getLogger(RunLine.class);

    private final TenantWork work;
    private final RunBook book;
    private final RunRepository runs;
    private final RunLeases leases;
    private final Preparing preparing;
    private final HandingOver handingOver;
    private final Acknowledging acknowledging;
    private final Personalizing personalizing;
    private final RunSettings settings;

    RunLine(
            TenantWork work,
            RunBook book,
            RunRepository runs,
            RunLeases leases,
            Preparing preparing,
            HandingOver handingOver,
            Acknowledging acknowledging,
            Personalizing personalizing,
            RunSettings settings) {
        this.work = work;
        this.book = book;
        this.runs = runs;
        this.leases = leases;
        this.preparing = preparing;
        this.handingOver = handingOver;
        this.acknowledging = acknowledging;
        this.personalizing = personalizing;
        this.settings = settings;
    }

    Optional<Instant> advance(TenantId tenant, RunId run) {
        return switch (leases.take(tenant, run)) {
            case RunLeases.Answer.Rests() -> Optional.empty();
            case RunLeases.Answer.Later(Instant at) -> Optional.of(at);
            case RunLeases.Answer.Ours(Lease lease) -> worked(lease);
        };
    }

    private Optional<Instant> worked(Lease lease) {
        try (RunLeases.Keeper keeper = leases.keep(lease)) {
            LOG.debug("Taking {} on, fence {}, {}", lease.run(), lease.fence(), keeper);
            walk(lease);
        } catch (LeaseLost e) {
            LOG.warn("Run {} was taken over by another node; leaving it", lease.run());
        } catch (RuntimeException e) {
            LOG.error("Run {} cannot be moved", lease.run(), e);
            failed(lease, e.getClass().getSimpleName());
        } finally {
            leases.free(lease);
        }
        return due(lease);
    }

    private void walk(Lease lease) {
        RunState before;
        Optional<RunState> now = ready(lease);
        while (now.isPresent()) {
            before = now.get();
            step(lease, before);
            RunState reached = before;
            now = ready(lease).filter(s -> s != reached);
        }
    }

    private void step(Lease lease, RunState state) {
        switch (state) {
            case RELEASED -> move(lease, RunState.RELEASED, RunVerb.PREPARE);
            case PREPARING -> preparing.take(lease);
            case PREPARED -> depart(lease);
            case HANDING_OVER -> handingOver.take(lease);
            case HANDED_OVER -> acknowledging.take(lease);
            case PERSONALIZING -> personalizing.take(lease);
            case PLANNED, ON_HOLD, PRODUCED, RECONCILED, CANCELLED -> {}
        }
    }

    private void depart(Lease lease) {
        boolean bureau =
                work.read(lease.tenant(), () -> row(lease).channel.equals(Channel.BUREAU.name()));
        move(lease, RunState.PREPARED, bureau ? RunVerb.SEND : RunVerb.PERSONALIZE);
    }

    private void move(Lease lease, RunState from, RunVerb verb) {
        work.apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    if (row.state == from) {
                        book.move(row, verb);
                    }
                    return Boolean.TRUE;
                });
    }

    /** The state, if the run moves and is due now and still ours. */
    private Optional<RunState> ready(Lease lease) {
        return work.read(
                lease.tenant(),
                () ->
                        Optional.of(row(lease))
                                .filter(r -> r.fence == lease.fence())
                                .filter(r -> r.nextTry == null || !r.nextTry.isAfter(book.now()))
                                .map(r -> r.state)
                                .filter(RunState::moving));
    }

    private Optional<Instant> due(Lease lease) {
        return work.read(
                lease.tenant(),
                () -> {
                    RunRow row = row(lease);
                    if (!row.state.moving()) {
                        return Optional.<Instant>empty();
                    }
                    return Optional.of(row.nextTry == null ? book.now() : row.nextTry);
                });
    }

    /** What nobody foresaw is tried again a few times, then shown to a person. */
    private void failed(Lease lease, String what) {
        work.apart(
                lease.tenant(),
                () -> {
                    RunRow row = book.fenced(lease);
                    if (!row.state.moving()) {
                        return Boolean.FALSE;
                    }
                    row.tries++;
                    if (row.tries >= settings.failures()) {
                        book.hold(
                                RunBook.cardloom(lease.tenant()),
                                row,
                                "The run failed " + row.tries + " times in a row: " + what);
                    } else {
                        row.nextTry = book.now().plus(settings.wait(row.tries));
                        row.reason = "The run failed and is tried again: " + what;
                        book.changed(row);
                    }
                    return Boolean.TRUE;
                });
    }

    private RunRow row(Lease lease) {
        return runs.find(lease.tenant(), lease.run()).orElseThrow(() -> Refusal.notFound("run"));
    }
}
