package io.cardloom.portal.demo;

import io.cardloom.designer.approval.Approvals;
import io.cardloom.designer.approval.Decision;
import io.cardloom.designer.asset.Asset;
import io.cardloom.designer.asset.Assets;
import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.design.Digest;
import io.cardloom.designer.design.EditCommand;
import io.cardloom.designer.design.EditOrigin;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.designer.preflight.PreflightReport;
import io.cardloom.designer.proof.Proof;
import io.cardloom.designer.proof.Proofs;
import io.cardloom.production.intake.SampleCardholders;
import io.cardloom.production.key.TransportCertificates;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.order.CardOrders;
import io.cardloom.production.order.PlacedOrder;
import io.cardloom.production.output.DestinationId;
import io.cardloom.production.run.ProductionRun;
import io.cardloom.production.run.ProductionRuns;
import io.cardloom.production.run.RunState;
import io.cardloom.production.schedule.ProductionSchedules;
import io.cardloom.production.schedule.Timing;
import io.cardloom.tenancy.permission.Actor;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the people of the demo do with one card series, one verb each, through the doors. */
@Component
@Profile({"demo", "line", "bench"})
class Series {

    private final Designs designs;
    private final Assets assets;
    private final Preflight preflight;
    private final Proofs proofs;
    private final Approvals approvals;
    private final TransportCertificates certificates;
    private final CardOrders orders;
    private final ProductionSchedules schedules;
    private final ProductionRuns runs;
    private final Clock clock;

    Series(
            Designs designs,
            Assets assets,
            Preflight preflight,
            Proofs proofs,
            Approvals approvals,
            TransportCertificates certificates,
            CardOrders orders,
            ProductionSchedules schedules,
            ProductionRuns runs,
            Clock clock) {
        this.designs = designs;
        this.assets = assets;
        this.preflight = preflight;
        this.proofs = proofs;
        this.approvals = approvals;
        this.certificates = certificates;
        this.orders = orders;
        this.schedules = schedules;
        this.runs = runs;
        this.clock = clock;
    }

    Asset logo(Actor actor, DemoDesign look) {
        return assets.upload(actor, look.line() + ".svg", new ByteArrayInputStream(look.logo()));
    }

    /** Designer and marketer lay the layers down in turns. */
    DesignId design(Cast cast, int program, int body, DemoDesign look) {
        DesignId id =
                designs.create(
                        cast.designer(),
                        cast.programs().get(program),
                        cast.bodies().get(body),
                        look.name());
        DesignView view = designs.open(cast.designer(), id);
        Asset logo = logo(cast.marketers().get(program), look);
        List<EditCommand> commands = look.commands(view.cardBody(), logo.digest(), clock);
        for (int i = 0; i < commands.size(); i++) {
            Actor hand = i % 3 == 2 ? cast.marketers().get(program) : cast.designer();
            designs.apply(hand, id, i, commands.get(i), EditOrigin.once());
        }
        return id;
    }

    DesignRevision freeze(Cast cast, DesignId design) {
        return designs.freeze(cast.designer(), design);
    }

    PreflightReport judge(Cast cast, Digest digest) {
        return preflight.judge(cast.designer(), digest);
    }

    Proof prove(Cast cast, Digest digest) {
        return proofs.issue(cast.designer(), digest);
    }

    void review(Cast cast, Digest digest) {
        approvals.open(cast.designer(), digest);
    }

    void approve(Cast cast, int program, Digest digest) {
        approvals.decide(cast.marketers().get(program), digest, Decision.APPROVED, "");
        approvals.decide(cast.approver(), digest, Decision.APPROVED, "");
    }

    void askForChanges(Cast cast, int program, Digest digest, String reason) {
        approvals.decide(cast.marketers().get(program), digest, Decision.CHANGES_REQUIRED, reason);
    }

    void register(Cast cast, IssuerDesk desk) {
        certificates.registerIssuerCertificate(cast.custodian(), desk.certificatePem());
    }

    PlacedOrder order(
            Cast cast, IssuerDesk desk, Digest digest, String name, int cards, long seed) {
        byte[] file =
                SampleCardholders.csv(
                        cards, seed, YearMonth.from(clock.instant().atZone(clock.getZone())));
        return order(cast, desk, digest, name, file);
    }

    PlacedOrder order(Cast cast, IssuerDesk desk, Digest digest, String name, byte[] file) {
        byte[] sealed = desk.seal(file, certificates.intakeCertificate(cast.approver()));
        return orders.place(cast.approver(), digest, name, new ByteArrayInputStream(sealed));
    }

    /** Schedules the order for now and waits for the run that Quartz plans. */
    ProductionRun plan(Cast cast, CardOrder order, DestinationId destination) {
        schedules.schedule(
                cast.approver(), order.id(), destination, new Timing.Once(clock.instant()));
        return until(
                        "the run is planned",
                        () -> runs.ofOrder(cast.operator(), order.id()),
                        found -> !found.isEmpty(),
                        Duration.ofSeconds(30),
                        found -> {})
                .getFirst();
    }

    ProductionRun release(Cast cast, ProductionRun run, int stock) {
        return runs.release(cast.operator(), run.id(), stock);
    }

    /** Waits until the run rests, telling each change on the way. */
    ProductionRun rest(
            Cast cast, ProductionRun run, Duration patience, Consumer<ProductionRun> progress) {
        return until(
                "the run comes to rest",
                () -> runs.get(cast.operator(), run.id()),
                now -> !now.state().moving(),
                patience,
                progress);
    }

    ProductionRun reconcile(Cast cast, ProductionRun run, int left) {
        ProductionRun closed = runs.reconcile(cast.operator(), run.id(), left);
        if (closed.state() != RunState.RECONCILED) {
            throw new IllegalStateException("the run did not close: " + closed.state());
        }
        return closed;
    }

    private <T> T until(
            String what,
            java.util.function.Supplier<T> look,
            java.util.function.Predicate<T> enough,
            Duration patience,
            Consumer<T> progress) {
        Instant end = clock.instant().plus(patience);
        while (true) {
            T seen = look.get();
            progress.accept(seen);
            if (enough.test(seen)) {
                return seen;
            }
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException(
                        "Waited " + patience.toSeconds() + " s in vain until " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
