package io.cardloom.portal.demo;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignRevision;
import io.cardloom.portal.provider.DemonstrationSignIns;
import io.cardloom.production.order.CardOrder;
import io.cardloom.production.run.ProductionRun;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** {@code ./cardloom start}: founds the demo at the first start, and says where it is. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private final World world;
    private final Series series;
    private final DemoPeople people;
    private final WebServerApplicationContext context;
    private final Clock clock;

    DemoStart(
            World world,
            Series series,
            DemoPeople people,
            WebServerApplicationContext context,
            Clock clock) {
        this.world = world;
        this.series = series;
        this.people = people;
        this.context = context;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!world.isFounded()) {
            furnish();
        }
        int port = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
        System.out.printf("%nCardloom is ready at http://localhost:%d%n%n", port);
        System.out.printf(
                "  %-28s %s%n",
                "Sign in as", "password of all: " + people.all().getFirst().password());
        for (DemonstrationSignIns.One one : people.all()) {
            System.out.printf("  %-28s %s%n", one.email(), one.name() + ", " + one.duty());
        }
        System.out.println();
    }

    /** A design in each state, an order that waits, and a run that was made. */
    private void furnish() {
        Cast nordlys = world.nordlys();
        IssuerDesk desk = IssuerDesk.open("Nordlys Bank", clock);
        series.register(nordlys, desk);
        made(nordlys, desk);
        waiting(nordlys, desk);
        inReview(nordlys);
        Cast meridiana = world.meridiana();
        changesRequired(meridiana);
        series.freeze(meridiana, series.design(meridiana, 0, 2, DemoDesign.OLIVO));
        series.design(meridiana, 0, 4, DemoDesign.OLIVO);
    }

    private DesignRevision approved(Cast cast, int program, int body, DemoDesign look) {
        DesignId design = series.design(cast, program, body, look);
        DesignRevision revision = series.freeze(cast, design);
        series.judge(cast, revision.digest());
        series.prove(cast, revision.digest());
        series.review(cast, revision.digest());
        series.approve(cast, program, revision.digest());
        return revision;
    }

    private void made(Cast cast, IssuerDesk desk) {
        DesignRevision revision = approved(cast, 0, 0, DemoDesign.FJELL);
        CardOrder order =
                series.order(cast, desk, revision.digest(), "Summit, spring series", 40, 11)
                        .order();
        ProductionRun run = series.plan(cast, order, cast.bureauDestination());
        ProductionRun rested =
                series.rest(
                        cast, series.release(cast, run, 42), Duration.ofMinutes(2), progress -> {});
        series.reconcile(
                cast,
                rested,
                rested.stock() - rested.good() - rested.spoiled() - rested.destroyed());
    }

    private void waiting(Cast cast, IssuerDesk desk) {
        DesignRevision revision = approved(cast, 1, 0, DemoDesign.KINO);
        CardOrder order =
                series.order(cast, desk, revision.digest(), "Premiere, members", 12, 12).order();
        series.plan(cast, order, cast.encoderDestination());
    }

    private void inReview(Cast cast) {
        DesignId design = series.design(cast, 1, 0, DemoDesign.KINO);
        DesignRevision revision = series.freeze(cast, design);
        series.judge(cast, revision.digest());
        series.prove(cast, revision.digest());
        series.review(cast, revision.digest());
        series.design(cast, 0, 3, DemoDesign.FJELL);
    }

    private void changesRequired(Cast cast) {
        DesignId design = series.design(cast, 0, 0, DemoDesign.OLIVO);
        DesignRevision revision = series.freeze(cast, design);
        series.judge(cast, revision.digest());
        series.prove(cast, revision.digest());
        series.review(cast, revision.digest());
        series.askForChanges(
                cast, 0, revision.digest(), "The leaf should be our new, lighter green.");
    }
}
